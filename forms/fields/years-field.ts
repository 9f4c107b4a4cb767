import type { YearsField } from '../../calls/schema/form.ts';
import type { Field } from '../../core/filing.ts';
import { mergePlaces } from '../../core/place.ts';
import type { Stream } from '../align/stream.ts';
import type { Reading } from '../reading.ts';
import { absent, allRepaired, placesOf, round } from './field-parts.ts';
import { type Read, valueAt } from './plain-field.ts';

/** A field with one value for each year. */
export function yearsField(field: YearsField, readings: readonly Reading[], stream: Stream): Field {
  const base = { key: field.key, label: field.label, unit: field.unit };
  if (readings.length === 0) return absent(base);
  const reads = readings.map((reading) => valueAt(field, reading, stream));
  const value: Record<string, number | string | null> = {};
  for (const read of reads) {
    if (read.reading.year !== undefined) value[read.reading.year] = read.value as number | string | null;
  }
  const filled = reads.filter((read) => read.state === 'filled');
  return {
    ...base,
    value: filled.length > 0 ? value : null,
    raw: reads.map((read) => read.raw).join(' | '),
    state: filled.length > 0 ? 'filled' : 'blank',
    confidence: round(Math.min(...reads.map((read) => read.confidence))),
    where: mergePlaces(reads.flatMap((read) => placesOf(stream, read.reading))),
    ...statedIn(filled),
    ...allRepaired(filled.map((read) => read.marks.repaired)),
  };
}

function statedIn(filled: readonly Read[]): Pick<Field, 'statedUnit'> {
  const statedUnit = filled.find((read) => read.marks.statedUnit !== undefined)?.marks.statedUnit;
  return statedUnit === undefined ? {} : { statedUnit };
}
