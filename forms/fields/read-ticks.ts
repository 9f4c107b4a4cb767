import type { TickField } from '../../calls/schema/form.ts';
import type { Anchor } from '../align/align.ts';
import { PairIndex } from '../align/find-literal.ts';
import { foldString, type Stream } from '../align/stream.ts';
import type { Template } from '../align/template.ts';
import { withLetterMarks } from './letter-marks.ts';
import { findMarks, type OptionPlace, type OptionState, pairMarks } from './tick-marks.ts';

/** The boxes of one field as the filing shows them. Ranges are folded positions. */
export interface TickReading {
  readonly field: TickField;
  readonly options: readonly OptionState[];
  readonly start: number;
  readonly end: number;
  /** `aligned` when the form's order led to the boxes, `searched` when the option texts did. */
  readonly by: 'aligned' | 'searched';
  /** Some of its marks are letters of a font that was lost: seen before several options of the filing, or once. */
  readonly lettered?: 'again' | 'once';
}

/** Reads the boxes of every tick field of the form. */
export function readTicks(
  fields: readonly TickField[],
  template: Template,
  stream: Stream,
  anchors: readonly Anchor[],
): TickReading[] {
  const readings = fields.flatMap((field): TickReading[] => {
    const region = regionOf(field, template, stream, anchors);
    const reading = region ? readRegion(field, stream, region, 'aligned') : undefined;
    const [own] = reading ? withLetterMarks([reading], stream) : [];
    if (reading && own?.options.some((option) => option.ticked !== undefined)) return [reading];
    const wide =
      field.type === 'ticks' ? readRegion(field, stream, [0, stream.folded.length], 'searched') : undefined;
    if (wide && wide.options.filter((option) => option.ticked !== undefined).length >= 2) return [wide];
    return reading ? [reading] : [];
  });
  return withLetterMarks(readings, stream);
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
  const texts = field.options.flatMap((o) => [o.text, ...o.aliases]).map(foldString);
  // The words of the last option belong to the region, with the ordinal that may be printed before them.
  const isLast = (anchor: Anchor) => {
    const item = template.items[anchor.item];
    return (
      anchor.item === last + 1 && item?.kind === 'literal' && texts.some((text) => item.text.includes(text))
    );
  };
  let left = -1;
  let right = anchors.length;
  anchors.forEach((anchor, i) => {
    if (anchor.item < first) left = i;
  });
  for (let i = anchors.length - 1; i >= 0; i--) {
    const anchor = anchors[i]!;
    if (anchor.item > last && !isLast(anchor)) right = i;
  }
  // Where nothing behind it was found, the words before it and some of its own must be there.
  if (right === anchors.length && (left < 0 || left === right - 1)) return undefined;
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
  const closeness = (a: number, b: number) => {
    const { origin, map } = stream;
    const between = map.text.slice(origin[from + a] ?? 0, origin[from + b] ?? 0);
    return between.includes('\n') ? 0.5 : /\s/u.test(between) ? 0.8 : 1;
  };
  const scanned = stream.map.confidenceOf(stream.origin[from] ?? 0, stream.origin[to] ?? 0) < 1;
  const options = withStrangeMarks(text, pairMarks(text, places, closeness), scanned).map((option) => ({
    ...option,
    start: option.start + from,
    end: option.end + from,
    ...(option.mark ? { mark: [option.mark[0] + from, option.mark[1] + from] as const } : {}),
  }));
  return { field, options, start: from, end: to, by };
}

/** What may stand between two options without being a box, or may be an empty one. */
const joint = /[\s、，。；：,.;:/()（）或和与及]|[口囗〇○0oOnD]/u;

/**
 * Where the boxes of other options were read, a single strange character in the place of a box is one that is not
 * empty: 区租用 for ☒租用.
 */
function withStrangeMarks(text: string, options: readonly OptionState[], scanned: boolean): OptionState[] {
  const marks = findMarks(text);
  const marked = options.find((option) => option.ticked !== undefined);
  if (!marked) return [...options];
  const before = marks.some((mark) => mark.end === marked.start);
  return options.map((option, i) => {
    if (option.ticked !== undefined) return option;
    const [left, right] = before
      ? [options[i - 1]?.end ?? 0, option.start]
      : [option.end, options[i + 1]?.start ?? text.length];
    // Typed letters are told by how often they come (`letter-marks.ts`).
    const letter = !scanned && before && /[a-z×]/u.test(text[left]!);
    const alone = right - left === 1 && !joint.test(text[left]!) && !letter;
    return alone ? { ...option, ticked: true, mark: [left, right] } : option;
  });
}

/** Finds each option once, the longest texts first so that 防火墙 does not take 工控防火墙's place. */
function placeOptions(field: TickField, text: string): OptionPlace[] {
  const wanted = field.options
    .flatMap((option) =>
      [option.text, ...option.aliases].map((words) => ({ option: option.text, words: foldString(words) })),
    )
    .sort((a, b) => b.words.length - a.words.length);
  const taken = new Map<string, OptionPlace>();
  const take = (option: string, found: () => readonly Range[]) => {
    if (taken.has(option)) return;
    const others = [...taken.values()];
    const free = found()
      .filter(({ start, end }) => !others.some((place) => start < place.end && end > place.start))
      .map(({ start, end }): OptionPlace => ({ option, start, end }));
    const best =
      free.find((place) => markedBy(text, place) === 'touching') ??
      free.find((place) => markedBy(text, place)) ??
      free[0];
    if (best) taken.set(option, best);
  };
  for (const { option, words } of wanted) take(option, () => occurrences(text, words));
  if (taken.size < field.options.length) {
    // 数字李生 for 数字孪生: engines know rare characters less well. A box between is no misread character.
    const index = new PairIndex(text);
    for (const { option, words } of wanted)
      take(option, () =>
        index.find(words).filter(({ start, end }) => findMarks(text.slice(start, end)).length === 0),
      );
  }
  return [...taken.values()].sort((a, b) => a.start - b.start);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function occurrences(text: string, words: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
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
