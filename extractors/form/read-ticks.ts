import type { TickField } from '../../calls/schema/form.ts';
import type { Anchor } from './align.ts';
import { foldString, type Stream } from './stream.ts';
import type { Template } from './template.ts';
import { findMarks, type OptionPlace, type OptionState, pairMarks } from './tick-marks.ts';

/** The boxes of one field as the filing shows them. Ranges are folded positions. */
export interface TickReading {
  readonly field: TickField;
  readonly options: readonly OptionState[];
  readonly start: number;
  readonly end: number;
  /** `aligned` when the form's order led to the boxes, `searched` when the option texts did. */
  readonly by: 'aligned' | 'searched';
}

/** Reads the boxes of every tick field of the form. */
export function readTicks(
  fields: readonly TickField[],
  template: Template,
  stream: Stream,
  anchors: readonly Anchor[],
): TickReading[] {
  return fields.flatMap((field) => {
    const region = regionOf(field, template, stream, anchors);
    const reading = region ? readRegion(field, stream, region, 'aligned') : undefined;
    if (reading?.options.some((option) => option.ticked !== undefined)) return [reading];
    const wide =
      field.type === 'ticks' ? readRegion(field, stream, [0, stream.folded.length], 'searched') : undefined;
    if (wide && wide.options.filter((option) => option.ticked !== undefined).length >= 2) return [wide];
    return reading ? [reading] : [];
  });
}

/** From the anchor before the field's first box to the anchor behind its last option. */
function regionOf(
  field: TickField,
  template: Template,
  stream: Stream,
  anchors: readonly Anchor[],
): [number, number] | undefined {
  const own = template.items.flatMap((item, i) =>
    item.kind === 'slot' && item.field.key === field.key && item.option !== undefined ? [i] : [],
  );
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const texts = new Set(field.options.flatMap((o) => [o.text, ...o.aliases]).map(foldString));
  let left = -1;
  let right = anchors.length;
  anchors.forEach((anchor, i) => {
    if (anchor.item < first) left = i;
  });
  for (let i = anchors.length - 1; i >= 0; i--) {
    const anchor = anchors[i]!;
    const item = template.items[anchor.item];
    if (anchor.item > last && !(item?.kind === 'literal' && anchor.item === last + 1 && texts.has(item.text)))
      right = i;
  }
  if (left < 0 && right === anchors.length) return undefined;
  const found = anchors.slice(left + 1, right).length > 0 || right < anchors.length;
  if (!found) return undefined;
  return [anchors[left]?.end ?? 0, anchors[right]?.start ?? stream.folded.length];
}

function readRegion(
  field: TickField,
  stream: Stream,
  [from, to]: readonly [number, number],
  by: TickReading['by'],
): TickReading | undefined {
  const text = stream.folded.slice(from, to);
  const places = placeOptions(field, text);
  if (places.length === 0) return undefined;
  const apart = (a: number, b: number) => {
    const { origin, map } = stream;
    return map.text.slice(origin[from + a] ?? 0, origin[from + b] ?? 0).includes('\n');
  };
  const options = pairMarks(text, places, apart).map((option) => ({
    ...option,
    start: option.start + from,
    end: option.end + from,
  }));
  return { field, options, start: from, end: to, by };
}

/** Finds each option once, the longest texts first so that 防火墙 does not take 工控防火墙's place. */
function placeOptions(field: TickField, text: string): OptionPlace[] {
  const wanted = field.options
    .flatMap((option) =>
      [option.text, ...option.aliases].map((words) => ({ option: option.text, words: foldString(words) })),
    )
    .sort((a, b) => b.words.length - a.words.length);
  const taken: OptionPlace[] = [];
  for (const { option, words } of wanted) {
    if (taken.some((place) => place.option === option)) continue;
    const free: OptionPlace[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const end = at + words.length;
      if (!taken.some((place) => at < place.end && end > place.start)) free.push({ option, start: at, end });
    }
    const best =
      free.find((place) => markedBy(text, place) === 'touching') ??
      free.find((place) => markedBy(text, place)) ??
      free[0];
    if (best) taken.push(best);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Whether a mark stands right beside an option, or with an ordinal or a colon between, as in `防火墙：□`. */
function markedBy(text: string, place: OptionPlace): 'touching' | 'near' | undefined {
  const margin = 8;
  const from = Math.max(0, place.start - margin);
  const start = place.start - from;
  const end = place.end - from;
  const around = text.slice(from, place.end + margin);
  if (pairMarks(around, [{ ...place, start, end }])[0]?.ticked === undefined) return undefined;
  const touching = findMarks(around).some((mark) => mark.end === start || mark.start === end);
  return touching ? 'touching' : 'near';
}
