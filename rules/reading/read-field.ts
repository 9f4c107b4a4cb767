import { type Field, sureEnough } from '../../core/filing.ts';
import type { Text } from '../../core/lang.ts';
import { describePlace, isPagePlace, type Place } from '../../core/place.ts';
import { formFieldOf, nameOf, type Scope } from '../scope.ts';
import { cutShort, isCutShort } from './own-text.ts';

/**
 * On a scan a group of boxes is used only from here on: its probability is that of a mark on the whole, and a
 * verdict turns on each of its many boxes.
 */
export const sureOfScannedBoxes = 0.85;

export type FieldReading =
  | { readonly state: 'filled'; readonly field: Field }
  /** The place was found and nothing is written there. */
  | { readonly state: 'blank'; readonly field: Field; readonly why: Text }
  | { readonly state: 'unknown'; readonly why: Text; readonly evidence: readonly Place[] };

/**
 * A field as a check may use it: what could not be read, was not found or is doubtful is unknown and never
 * counts against the applicant; only a place that was found empty is blank.
 */
export function readField(scope: Scope, key: string): FieldReading {
  const name = nameOf(scope, key);
  const field = scope.filing.fields.get(key);
  if (!field || field.state === 'absent') {
    return {
      state: 'unknown',
      why: {
        zh: `申报书中未找到“${name.zh}”一栏，请人工核对。`,
        en: `The place for "${name.en}" was not found in the filing; please check it.`,
      },
      evidence: [],
    };
  }
  const where = at(field.where);
  if (field.state === 'unreadable') {
    return {
      state: 'unknown',
      why: {
        zh: `“${name.zh}”填有内容但无法识别${where.zh}，请查看原件。`,
        en: `"${name.en}" is filled in but cannot be read${where.en}; look at the original.`,
      },
      evidence: field.where,
    };
  }
  if (field.confidence < sureEnough) return { state: 'unknown', ...doubted(scope, key, field.where) };
  if (field.state === 'blank' || isEmpty(field)) {
    // What fills it may stand behind the place where the text was cut.
    if (isCutShort(scope.filing)) return { state: 'unknown', why: cutShort, evidence: field.where };
    return {
      state: 'blank',
      field,
      why: { zh: `“${name.zh}”未填写。`, en: `"${name.en}" is not filled in.` },
    };
  }
  return { state: 'filled', field };
}

/** As `readField`, for checks of a value: what is blank is unknown too, because `present` judges that. */
export function readFilled(
  scope: Scope,
  key: string,
): { readonly field: Field } | { readonly why: Text; readonly evidence: readonly Place[] } {
  const reading = readField(scope, key);
  switch (reading.state) {
    case 'filled':
      return { field: reading.field };
    case 'blank':
      return { why: reading.why, evidence: reading.field.where };
    case 'unknown':
      return reading;
  }
}

/** The ticked options, `[]` when the boxes were found and none is ticked. */
export function readTicked(
  scope: Scope,
  key: string,
):
  | { readonly ticked: readonly string[]; readonly field: Field }
  | { readonly why: Text; readonly evidence: readonly Place[] } {
  const reading = readField(scope, key);
  if (reading.state === 'unknown') return reading;
  const { value, confidence, where } = reading.field;
  const boxes = formFieldOf(scope, key)?.type === 'ticks';
  if (boxes && confidence < sureOfScannedBoxes && isScanned(scope, where)) return doubted(scope, key, where);
  if (typeof value === 'string') return { ticked: [value], field: reading.field };
  const ticked = Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  return { ticked, field: reading.field };
}

function doubted(scope: Scope, key: string, evidence: readonly Place[]) {
  const name = nameOf(scope, key);
  const where = at(evidence);
  const why: Text = {
    zh: `“${name.zh}”识别把握不足${where.zh}，请对照原件核对。`,
    en: `"${name.en}" was read with too little certainty${where.en}; compare it with the original.`,
  };
  return { why, evidence };
}

/** Whether any of the places was read by OCR, where single characters may be wrong however sure it was. */
export function isScanned(scope: Scope, places: readonly Place[]): boolean {
  const { pages } = scope.filing.document;
  return places.some(
    (place) =>
      isPagePlace(place) &&
      pages.some(
        ({ number, picture, readBy }) =>
          number === place.page && readBy === 'ocr' && (place.file === undefined || place.file === picture),
      ),
  );
}

function isEmpty({ value }: Field): boolean {
  if (value === null || value === '') return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length === 0 : Object.values(value).every((item) => item === null);
}

function at(places: readonly Place[]): Text {
  const [first] = places;
  if (!first) return { zh: '', en: '' };
  const { zh, en } = describePlace(first);
  return { zh: `（${zh}）`, en: ` (${en})` };
}
