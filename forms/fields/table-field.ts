import type { TableField } from '../../calls/schema/form.ts';
import type { Field, TableRow } from '../../core/filing.ts';
import { mergePlaces } from '../../core/place.ts';
import { originalRange, type Stream, type Unit } from '../align/stream.ts';
import type { TableReading } from '../lookup/read-rows.ts';
import { absent, allRepaired, placesOf, round } from './field-parts.ts';
import { columnValue } from './values.ts';

/** A field of repeating rows. */
export function tableField(field: TableField, reading: TableReading | undefined, stream: Stream): Field {
  const base = { key: field.key, label: field.label };
  if (!reading) return absent(base);
  if (reading.rows.length === 0 && reading.emptyRows === 0) {
    // Below the header something stands that is no row of it: what the applicant wrote was not understood.
    const where = mergePlaces(reading.header.flatMap((unit) => placesOf(stream, unit)));
    return { ...base, value: null, raw: '', state: 'unreadable', confidence: 0.3, where };
  }
  let legible = Math.min(...reading.header.map((unit) => legibility(unit, stream)));
  const raws: string[] = [];
  const mended: Field['repaired'][] = [];
  const rows = reading.rows.map((row): TableRow => {
    const entries = field.columns.map((column) => {
      const unit = row.cells.get(column.key);
      const [from, to] = unit ? originalRange(stream, unit.start, unit.end) : [0, 0];
      if (unit) legible = Math.min(legible, legibility(unit, stream));
      const written = stream.map.text.slice(from, to);
      raws.push(written.trim());
      const { value, repaired } = columnValue(column.type, written);
      mended.push(repaired);
      return [column.label, value] as const;
    });
    return Object.fromEntries(entries);
  });
  const units = reading.rows.flatMap((row) => [...row.cells.values()]);
  return {
    ...base,
    value: rows,
    raw: raws.join(' | '),
    state: rows.length > 0 ? 'filled' : 'blank',
    // On a scan a whole row may be missing without a trace.
    confidence: round((legible < 1 ? 0.89 : 0.97) * legible),
    where: mergePlaces((units.length > 0 ? units : reading.header).flatMap((unit) => placesOf(stream, unit))),
    ...allRepaired(mended),
  };
}

function legibility(unit: Unit, stream: Stream): number {
  const [from, to] = originalRange(stream, unit.start, unit.end);
  return to > from ? stream.map.confidenceOf(from, to) : 1;
}
