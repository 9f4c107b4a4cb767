import type { FormField } from '../../calls/schema/form.ts';
import type { Field } from '../../core/filing.ts';
import type { Stream } from '../align/stream.ts';
import { labelsOf, plainLabel } from '../lookup/label-index.ts';
import { overlap, type Range, round } from './field-parts.ts';

const longestHeading = 30;
const numbered = /^(?:[(]?[一二三四五六七八九十]{1,3}[)、]|[(]?\d{1,2}[)、.](?!\d))/u;
/** Below `sureEnough`: no check counts on it. */
const doubtful = 0.5;

/**
 * Chapters found nowhere or blank are not surely so while a numbered heading that is not the form's stands
 * over text: the applicant may have given the chapter another name. `anchors` are the form's words found.
 */
export function doubtLostChapters(
  found: ReadonlyMap<string, Field>,
  fields: readonly FormField[],
  stream: Stream,
  anchors: readonly Range[],
): Map<string, Field> {
  const chapters = new Set(fields.filter(({ type }) => type === 'section').map(({ key }) => key));
  const lost = ({ key, state }: Field) => chapters.has(key) && (state === 'blank' || state === 'absent');
  if (![...found.values()].some(lost) || !hasStrangeHeading(fields, stream, anchors)) return new Map(found);
  return new Map(
    [...found].map(([key, field]) => [
      key,
      lost(field) ? { ...field, confidence: round(Math.min(field.confidence, doubtful)) } : field,
    ]),
  );
}

function hasStrangeHeading(fields: readonly FormField[], stream: Stream, anchors: readonly Range[]): boolean {
  const labels = new Set(fields.flatMap(labelsOf));
  return stream.units.some((unit, i) => {
    if (unit.cell || unit.end - unit.start > longestHeading) return false;
    const text = stream.folded.slice(unit.start, unit.end);
    if (!numbered.test(text) || /[。;；:]$/u.test(text)) return false;
    const plain = plainLabel(text);
    if (plain === '' || labels.has(plain) || anchors.some((anchor) => overlap(anchor, unit))) return false;
    const next = stream.units.slice(i + 1).find(({ start, end }) => end > start);
    return next !== undefined && !numbered.test(stream.folded.slice(next.start, next.end));
  });
}
