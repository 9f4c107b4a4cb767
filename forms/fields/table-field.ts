import type { TableField } from '../../calls/schema/form.ts';
import type { Field, TableRow } from '../../core/filing.ts';
import { mergePlaces } from '../../core/place.ts';
import { originalRange, type Stream, type Unit } from '../align/stream.ts';
import type { TableReading } from '../lookup/read-rows.ts';
import { absent, allRepaired, placesOf, round } from './field-parts.ts';
import { legibleValue } from './legible.ts';
import { columnValue } from './values.ts';

const rowsTrust = 0.97;
/** On a scan rows may be missing without a trace where nothing stands below the last. */
const maybeMore = 0.89;

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
  let whole = reading.closed;
  const rows = reading.rows.map((row): TableRow => {
    const entries = field.columns.map((column) => {
      const unit = row.cells.get(column.key);
      const [from, to] = unit ? originalRange(stream, unit.start, unit.end) : [0, 0];
      if (to > from) legible = Math.min(legible, legibleValue(column, stream.map, from, to));
      const written = stream.map.text.slice(from, to);
      raws.push(written.trim());
      const { value, repaired, fits } = columnValue(column.type, written);
      // Two rows whose rule was lost are one with two dates in a cell.
      if (!fits || (isDate(column.type) && years(written) > 1)) whole = false;
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
    confidence: round((legible < 1 && !whole ? maybeMore : rowsTrust) * legible),
    where: mergePlaces((units.length > 0 ? units : reading.header).flatMap((unit) => placesOf(stream, unit))),
    ...allRepaired(mended),
  };
}

const isDate = (type: string) => type === 'date' || type === 'month';
const years = (written: string) => written.match(/\d{4}|[一二三四五六七八九〇零○]{4}/gu)?.length ?? 0;

function legibility(unit: Unit, stream: Stream): number {
  const [from, to] = originalRange(stream, unit.start, unit.end);
  return to > from ? stream.map.confidenceOf(from, to) : 1;
}
