import type { GridCell } from '../pieces.ts';
import type { FormBuilder } from './builder.ts';
import { isHint, type Shown, textOf } from './cells.ts';
import { escaped } from './inline.ts';
import type { RowTable } from './row-table.ts';
import { printedUnit } from './units.ts';

/** The lines of a table whose rows repeat: its head as printed and one row of places. A single empty row without 序号 is no table. */
export function readRowTable(
  list: RowTable,
  rows: readonly (readonly GridCell[])[],
  at: number,
  title: string,
  under: readonly string[],
  builder: FormBuilder,
  sums?: string,
): { at: number; cells: Shown[] }[] {
  const start = Math.min(...list.columns.map(({ col }) => col), list.serial ?? Number.POSITIVE_INFINITY);
  const lines = rows.slice(at, at + list.head).map((row, i) => ({ at: at + i, cells: row.map(asHead) }));
  const bodyRow = rows[at + list.head] ?? [];
  const places = new Map<number, string>();
  const fixed = rows
    .slice(at + list.head, at + list.head + list.body)
    .some((row) => row.some((cell) => cell.col === start && textOf(cell) !== ''));
  if (list.body === 1 && !fixed && list.serial === undefined) {
    let unit: string | undefined;
    for (const { label, col } of list.columns) {
      const above = list.title ? [...under, textOf(list.title)] : [...under];
      const [name, ...over] = label.split(/\/(?![^（(]*[）)])/u).reverse();
      // 其中 are parts of the sum in the column before.
      const whole = over[0] === '其中' ? unit : (printedUnit(over[0] ?? '') ?? sums);
      const key = builder.plain({
        label: name ?? label,
        under: [...above, ...over.reverse()],
        ...(whole !== undefined && { over: whole }),
      });
      if (over.length === 0) unit = printedUnit(label);
      if (key) places.set(col, `{{${key}}}`);
    }
  } else {
    const { key, columns } = builder.table(
      isHint(title) ? '' : title,
      under.filter((one) => one !== title),
      list.columns.map(({ label }) => label),
    );
    for (const [i, { col }] of list.columns.entries()) places.set(col, `{{${key}.${columns[i]}}}`);
    if (list.serial !== undefined) places.set(list.serial, `{{${key}.#}}`);
  }
  const body = [...places]
    .sort(([a], [b]) => a - b)
    .map(([col, html]): Shown => {
      const own = bodyRow.find((cell) => cell.col === col);
      const cell = { row: at + list.head, col, rowSpan: 1, colSpan: own?.colSpan ?? 1, paras: [] };
      return { cell, html, head: false };
    });
  return [...lines, { at: at + list.head, cells: body }];
}

const asHead = (cell: GridCell): Shown => ({
  // A cell beside rows of which one remains spans that one.
  cell: cell.rowSpan > 2 ? { ...cell, rowSpan: 2 } : cell,
  html: escaped(textOf(cell)),
  head: true,
});
