import type { Field } from '../../core/filing.ts';
import type { Place } from '../../core/place.ts';
import { originalRange, type Stream } from '../align/stream.ts';

/** Folded positions of a stream, from `start` up to `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const overlap = (a: Range, b: Range) => a.start < b.end && b.start < a.end;

/** A field whose place is nowhere in the document. */
export function absent(base: Pick<Field, 'key' | 'label' | 'unit'>): Field {
  return { ...base, value: null, raw: '', state: 'absent', confidence: 0.9, where: [] };
}

/** The places of a range; of an empty one those of the cell it stands for. */
export function placesOf(stream: Stream, { start, end }: Range): Place[] {
  const [from, to] = originalRange(stream, start, end);
  if (to > from) return stream.map.placesOf(from, to);
  const unit = stream.units.find(
    (candidate) => candidate.cell && candidate.start === start && candidate.end === end,
  );
  if (unit?.cell) return [unit.cell.cell.place];
  // Nothing is written there: the end of the label before it shows where it should be.
  const before = stream.map.text.slice(0, from).trimEnd().length;
  return before > 0 ? stream.map.placesOf(before - 1, before) : [];
}

/** The repairs in a field of several values, as one. */
export function allRepaired(repairs: readonly Field['repaired'][]): Pick<Field, 'repaired'> {
  const from = repairs.flatMap((repaired) => repaired?.from ?? []);
  return from.length > 0 ? { repaired: { from: from.join('；') } } : {};
}

/** A confidence as it is kept: 0 to 1, three decimals. */
export const round = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;
