import type { Cell, Table } from '../../core/document.ts';
import { type Box, isPagePlace } from '../../core/place.ts';

/** Where a table's or cell's place is on paper; tables joined over pages keep the box of their first part. */
export function boxOf(item: { readonly place: Table['place'] }): Box {
  return isPagePlace(item.place) ? item.place.box : [0, 0, 0, 0];
}

/** The x positions of a table's column lines, `cols + 1` of them, in points. */
export function columnLines(table: Table): number[] {
  const lines = new Array<number>(table.cols + 1).fill(Number.NaN);
  for (const cell of table.cells) {
    const [x0, , x1] = boxOf(cell);
    lines[cell.col] = x0;
    lines[cell.col + cell.colSpan] = x1;
  }
  return lines.map((x, i) => (Number.isNaN(x) ? (lines[i - 1] ?? 0) : x));
}

/** Two sets of column lines as one, lines closer than `slack` points taken for the same. */
export function mergedLines(a: readonly number[], b: readonly number[], slack: number): number[] {
  const merged = [...a];
  for (const x of b) if (!merged.some((known) => Math.abs(known - x) <= slack)) merged.push(x);
  return merged.sort((one, two) => one - two);
}

/** A cell counted in other column lines and moved down by some rows. */
export function recounted(cell: Cell, lines: readonly number[], rowOffset: number): Cell {
  const [x0, , x1] = boxOf(cell);
  const col = nearest(lines, x0);
  return {
    ...cell,
    row: cell.row + rowOffset,
    col,
    colSpan: Math.max(1, nearest(lines, x1) - col),
  };
}

function nearest(lines: readonly number[], x: number): number {
  let best = 0;
  for (const [i, line] of lines.entries()) {
    if (Math.abs(line - x) < Math.abs((lines[best] ?? 0) - x)) best = i;
  }
  return best;
}
