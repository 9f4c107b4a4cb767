import type { TableField, YearsField } from '../../calls/schema/form.ts';
import { isPagePlace } from '../../core/place.ts';
import { originalRange, type Stream, type Unit } from '../align/stream.ts';
import type { Reading } from '../reading.ts';
import type { LabelIndex } from './label-index.ts';
import { labelsOf, plainLabel } from './label-index.ts';

/** One row of a repeating table: the unit of each column's cell. */
export interface RowReading {
  readonly cells: ReadonlyMap<string, Unit>;
}

export interface TableReading {
  readonly field: TableField;
  readonly rows: readonly RowReading[];
  /** Rows below the header that are left empty. */
  readonly emptyRows: number;
  readonly header: readonly Unit[];
  /**
   * Whether something of the form or of the page stands below the last row: where a page breaks off instead, rows may
   * go on in a table of the next page that was not joined to this one.
   */
  readonly closed: boolean;
}

const serial = /^(序号|编号|no\.?|#)$/u;
const serialNumber = /^\p{N}{1,3}[.．、]?$/u;

/** Finds the header of a repeating table by its column labels and reads the rows below it. */
export function readTable(
  field: TableField,
  stream: Stream,
  labels: LabelIndex,
  tables: readonly (readonly Unit[])[],
): TableReading | undefined {
  let best: { cells: readonly Unit[]; header: Header } | undefined;
  let bestScore = 0;
  for (const cells of tables) {
    for (const header of headersIn(field, stream, cells)) {
      const under = field.under.length > 0 && standsUnder(field, stream, cells, header.row) ? 0.5 : 0;
      const score = header.columns.size / field.columns.length + under;
      if (score <= bestScore) continue;
      bestScore = score;
      best = { cells, header };
    }
  }
  if (!best) return undefined;
  const { cells, header } = best;
  return {
    field,
    ...rowsBelow(field, stream, labels, cells, header),
    header: [...header.columns.values()],
  };
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<string, Unit>;
}

function headersIn(field: TableField, stream: Stream, cells: readonly Unit[]): Header[] {
  const byRow = new Map<number, Map<string, Unit>>();
  const names = field.columns.map((column) => ({ column, labels: new Set(labelsOf(column)) }));
  for (const unit of cells) {
    if (unit.end === unit.start) continue;
    const text = plainLabel(stream.folded.slice(unit.start, unit.end));
    const column = names.find(({ labels }) => labels.has(text))?.column;
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

function rowsBelow(
  field: TableField,
  stream: Stream,
  labels: LabelIndex,
  cells: readonly Unit[],
  header: Header,
): Pick<TableReading, 'rows' | 'emptyRows' | 'closed'> {
  const grid = new Grid(cells);
  const textOf = (unit: Unit) => stream.folded.slice(unit.start, unit.end);
  const left = Math.min(...[...header.columns.values()].map((unit) => unit.cell!.cell.col));
  const beforeHeader = grid.rowOf(header.row).filter((unit) => unit.cell!.cell.col < left);
  const serialColumn = beforeHeader.find((unit) => serial.test(textOf(unit)))?.cell?.cell.col;
  const sideLabels = beforeHeader.map(textOf);
  // Another part of the form begins where a label stands in the first column or a new one to the left of it.
  const beginsAnew = (unit: Unit) => {
    const { col } = unit.cell!.cell;
    if (col === serialColumn || col > left) return false;
    if (col === left) return labels.isLabel(unit);
    const text = textOf(unit);
    return text !== '' && !serialNumber.test(text) && !sideLabels.includes(text);
  };
  const rows: RowReading[] = [];
  let emptyRows = 0;
  let last = new Set<Unit>();
  let next: readonly Unit[] | undefined;
  for (let row = header.row + 1; row <= grid.lastRow; row++) {
    const inRow = grid.rowOf(row);
    const found = new Map<string, Unit>();
    for (const [key, head] of header.columns) {
      const unit = inRow.find((candidate) => candidate.cell!.cell.col === head.cell!.cell.col);
      if (unit) found.set(key, unit);
    }
    // Cells that all come down from the row above make no row: a label beside them is just shorter or longer.
    if (found.size > 0 && [...found.values()].every((unit) => last.has(unit))) continue;
    next = inRow;
    if (!covers(inRow, header, serialColumn) || found.size * 2 <= header.columns.size) break;
    if (isHeaderAgain(field, found, stream)) continue;
    if (inRow.some((unit) => unit.cell!.cell.row === row && beginsAnew(unit))) break;
    next = undefined;
    if ([...found.values()].every((unit) => !/[\p{L}\p{N}]/u.test(textOf(unit)))) {
      emptyRows++;
      continue;
    }
    rows.push({ cells: found });
    last = new Set(found.values());
  }
  const closed = next ? next.some((unit) => labels.isLabel(unit)) : goesOnBelow(cells, stream);
  return { rows, emptyRows, closed };
}

/** Fewer letters below a table are the end of a label that the break cut off, or a number of the page. */
const leastBelow = 3;

/** Whether the page goes on below a table, or the document ends with it. */
function goesOnBelow(cells: readonly Unit[], stream: Stream): boolean {
  const end = cells.at(-1)?.end ?? 0;
  const pageOf = (at: number) => {
    const place = stream.map.placesOf(...originalRange(stream, at, at + 1))[0];
    return place && isPagePlace(place) ? place.page : undefined;
  };
  if (end + leastBelow >= stream.folded.length) return true;
  const page = pageOf(end - 1);
  return Array.from({ length: leastBelow }, (_, i) => pageOf(end + i)).every((next) => next === page);
}

/** Whether cells of the row, merged ones too, stand below every column of the header. */
function covers(inRow: readonly Unit[], header: Header, serialColumn: number | undefined): boolean {
  const wanted = [...header.columns.values()].map((unit) => unit.cell!.cell.col);
  if (serialColumn !== undefined) wanted.push(serialColumn);
  return wanted.every((column) =>
    inRow.some(({ cell }) => cell!.cell.col <= column && column < cell!.cell.col + cell!.cell.colSpan),
  );
}

/** The cells of a table by row, those merged over several rows in each of them. */
class Grid {
  readonly lastRow: number;
  private readonly byRow = new Map<number, Unit[]>();
  private readonly tall: Unit[] = [];

  constructor(cells: readonly Unit[]) {
    let lastRow = -1;
    for (const unit of cells) {
      const { row, rowSpan } = unit.cell!.cell;
      lastRow = Math.max(lastRow, row);
      if (rowSpan > 1) this.tall.push(unit);
      const own = this.byRow.get(row);
      if (own) own.push(unit);
      else this.byRow.set(row, [unit]);
    }
    this.lastRow = lastRow;
  }

  rowOf(row: number): Unit[] {
    const above = this.tall.filter(
      ({ cell }) => cell!.cell.row < row && row < cell!.cell.row + cell!.cell.rowSpan,
    );
    return [...(this.byRow.get(row) ?? []), ...above];
  }
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
