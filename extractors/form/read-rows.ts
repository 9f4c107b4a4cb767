import type { TableField, YearsField } from '../../calls/schema/form.ts';
import type { LabelIndex } from './label-index.ts';
import { labelsOf, plainLabel } from './label-index.ts';
import type { Reading } from './reading.ts';
import type { Stream, Unit } from './stream.ts';

/** One row of a repeating table: the unit of each column's cell. */
export interface RowReading {
  readonly cells: ReadonlyMap<string, Unit>;
}

export interface TableReading {
  readonly field: TableField;
  readonly rows: readonly RowReading[];
  readonly header: readonly Unit[];
}

const serial = /^(序号|编号|no\.?|#)$/u;

/** Finds the header of a repeating table by its column labels and reads the rows below it. */
export function readTable(
  field: TableField,
  stream: Stream,
  tables: readonly (readonly Unit[])[],
): TableReading | undefined {
  let best: TableReading | undefined;
  let bestScore = 0;
  for (const cells of tables) {
    for (const header of headersIn(field, stream, cells)) {
      const under = field.under.length > 0 && standsUnder(field, stream, cells, header.row) ? 0.5 : 0;
      const score = header.columns.size / field.columns.length + under;
      if (score <= bestScore) continue;
      bestScore = score;
      best = { field, rows: rowsBelow(field, stream, cells, header), header: [...header.columns.values()] };
    }
  }
  return best;
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<string, Unit>;
}

function headersIn(field: TableField, stream: Stream, cells: readonly Unit[]): Header[] {
  const byRow = new Map<number, Map<string, Unit>>();
  for (const unit of cells) {
    const text = plainLabel(stream.folded.slice(unit.start, unit.end));
    const column = field.columns.find((candidate) => labelsOf(candidate).includes(text));
    if (!column) continue;
    const row = unit.cell!.cell.row;
    const columns = byRow.get(row) ?? new Map<string, Unit>();
    if (!columns.has(column.key)) columns.set(column.key, unit);
    byRow.set(row, columns);
  }
  const needed = Math.max(2, Math.ceil(field.columns.length * 0.6));
  return [...byRow]
    .filter(([, columns]) => columns.size >= needed)
    .map(([row, columns]) => ({ row, columns }));
}

function standsUnder(field: TableField, stream: Stream, cells: readonly Unit[], row: number): boolean {
  return cells.some((unit) => {
    const { cell } = unit.cell!;
    const text = plainLabel(stream.folded.slice(unit.start, unit.end));
    const covers = cell.row <= row && row < cell.row + cell.rowSpan;
    return covers && field.under.some((label) => text.includes(label));
  });
}

function rowsBelow(field: TableField, stream: Stream, cells: readonly Unit[], header: Header): RowReading[] {
  const left = Math.min(...[...header.columns.values()].map((unit) => unit.cell!.cell.col));
  const serialColumn = cells.find((unit) => {
    const { cell } = unit.cell!;
    return (
      cell.row === header.row && cell.col < left && serial.test(stream.folded.slice(unit.start, unit.end))
    );
  });
  const rows: RowReading[] = [];
  const lastRow = Math.max(...cells.map((unit) => unit.cell!.cell.row));
  for (let row = header.row + 1; row <= lastRow; row++) {
    const inRow = cells.filter((unit) => unit.cell!.cell.row === row);
    const found = new Map<string, Unit>();
    for (const [key, head] of header.columns) {
      const unit = inRow.find((candidate) => candidate.cell!.cell.col === head.cell!.cell.col);
      if (unit) found.set(key, unit);
    }
    // The table goes on only while its columns do and a label of the form does not take their place.
    if (found.size < header.columns.size) break;
    if (serialColumn && !inRow.some((unit) => unit.cell!.cell.col === serialColumn.cell!.cell.col)) break;
    const texts = [...found].map(([, unit]) => stream.folded.slice(unit.start, unit.end));
    if (isHeaderAgain(field, found, stream)) continue;
    if (texts.every((text) => !/[\p{L}\p{N}]/u.test(text))) continue;
    rows.push({ cells: found });
  }
  return rows;
}

function isHeaderAgain(field: TableField, found: ReadonlyMap<string, Unit>, stream: Stream): boolean {
  return [...found].every(([key, unit]) => {
    const column = field.columns.find((candidate) => candidate.key === key);
    return column && labelsOf(column).includes(plainLabel(stream.folded.slice(unit.start, unit.end)));
  });
}

/** Year columns: the row of the field's label, the columns headed by its years. */
export function readYears(field: YearsField, stream: Stream, labels: LabelIndex): Reading[] {
  for (const label of labels.findCells(labelsOf(field))) {
    const { table, cell } = label.cell!;
    const cells = labels.cellsOf(table);
    const readings: Reading[] = [];
    for (const year of field.years) {
      const heads = cells.filter(
        (unit) =>
          unit.cell!.cell.row < cell.row &&
          new RegExp(`^${year}年?(度)?$`, 'u').test(stream.folded.slice(unit.start, unit.end)),
      );
      const head = heads.at(-1)?.cell?.cell;
      const value =
        head && cells.find((unit) => unit.cell!.cell.row === cell.row && unit.cell!.cell.col === head.col);
      if (value) readings.push({ field, year, start: value.start, end: value.end, trust: 0.96 });
    }
    if (readings.length > 0) return readings;
  }
  return [];
}
