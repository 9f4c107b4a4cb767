import type { GridCell } from '../pieces.ts';
import { tick } from '../pieces.ts';
import { isProse, isTemplate, textOf } from './cells.ts';
import { unitAlone } from './units.ts';

/** A table, or a part of one, whose rows repeat below a head of column names. */
export interface RowTable {
  /** The cell beside the rows that names them, where there is one: 主要成员. */
  readonly title: GridCell | undefined;
  readonly columns: readonly { readonly label: string; readonly col: number }[];
  /** Column of the running number, which is nobody's value. */
  readonly serial: number | undefined;
  /** Rows of the head, and of the body below it. */
  readonly head: number;
  readonly body: number;
}

const longestHead = 24;
const serialName = /^(?:序\s*号|编\s*号|No\.?|行次|排名|名次|次序|排序)$/iu;
const isName = (cell: GridCell) => {
  const text = textOf(cell);
  return (
    text !== '' &&
    text.length <= longestHead &&
    !tick.test(text) &&
    !isProse(text) &&
    !isTemplate(text) &&
    unitAlone(text) === undefined &&
    !/[:：]$|[_＿]{2,}/u.test(text)
  );
};
const isOpen = (cell: GridCell) => {
  const text = textOf(cell);
  return (
    text === '' ||
    tick.test(text) ||
    isTemplate(text) ||
    unitAlone(text) !== undefined ||
    /^[.…·]+$/u.test(text)
  );
};

/**
 * The table of repeating rows that begins at a row: a row without empty cells, all short names, above rows that are empty
 * but for their first cell. A cell that stands beside the whole of it is its title. Two rows of heads are one.
 */
export function rowTableAt(rows: readonly (readonly GridCell[])[], at: number): RowTable | undefined {
  const row = rows[at] ?? [];
  const [first, ...rest] = row;
  if (!first || rest.length === 0 || !row.every(isName)) return undefined;
  const tall = Math.max(...rest.map((cell) => cell.rowSpan));
  // 总投资（万元） beside 其中 over 网络 and 设备 heads a column of its own.
  const leaves = (rows[at + 1] ?? []).filter(({ col }) =>
    rest.some((one) => one.col <= col && col < one.col + one.colSpan),
  );
  const below = rows[at + first.rowSpan] ?? [];
  const over =
    leaves.length >= 2 && leaves.every(isName) && first.rowSpan === tall + 1 && below[0]?.col === first.col;
  const beside = first.rowSpan > tall && !over;
  const heads = beside ? rest : row;
  const head = Math.max(...heads.map((cell) => cell.rowSpan), secondHead(heads, rows[at + 1] ?? []) ? 2 : 1);
  const columns = leavesOf(heads, rows, at, head);
  if (columns === undefined || columns.length < 2) return undefined;
  const start = columns[0]?.col ?? 0;
  const last = beside ? at + first.rowSpan : rows.length;
  let body = 0;
  const firsts: string[] = [];
  for (let r = at + head; r < last; r++) {
    const cells = (rows[r] ?? []).filter((cell) => cell.col >= start);
    const own = cells.find((cell) => cell.col === start);
    // 指标类型 and 指标名称 may both be printed in each row.
    const named = columns.length >= 4 ? cells.find(({ col }) => col === columns[1]?.col) : undefined;
    const kind = named && isName(named) && (own === undefined || isName(own)) ? named : undefined;
    const others = cells.filter((cell) => cell !== own && cell !== kind);
    if (
      cells.length === 0 ||
      !others.every(isOpen) ||
      !cells.every((cell) => columns.some(({ col }) => col === cell.col))
    )
      break;
    if (own && !isOpen(own) && !isName(own) && !/^\d{1,3}$/u.test(textOf(own))) break;
    if (others.length === 0) break;
    if (own) firsts.push(textOf(own));
    body++;
  }
  if (body === 0 || !boxesRepeat(rows.slice(at + head, at + head + body))) return undefined;
  const numbered =
    firsts.length > 0 &&
    firsts.every((text) => /^\d{1,3}$/u.test(text) && Number(text) < 1000 && !/^20\d\d$/u.test(text));
  const serial =
    columns.find(({ label }) => serialName.test(label))?.col ?? (numbered && !beside ? start : undefined);
  const named = columns.filter(({ col }) => col !== serial);
  const heading =
    numbered && serial === start && !serialName.test(columns[0]?.label ?? '') ? row[0] : undefined;
  const title = beside ? first : heading;
  const open = firsts.every((text) => text === '' || /^[\d.…]+$/u.test(text));
  if (named.length < 2 || (named.length < 3 && !(open && body > 1))) return undefined;
  return { title, columns: named, serial, head, body };
}

/** Names below the heads that span columns and nothing below the others: the second row of heads, nothing merged. */
function secondHead(heads: readonly GridCell[], below: readonly GridCell[]): boolean {
  const wide = heads.filter((cell) => cell.colSpan > 1);
  if (wide.length === 0 || below.length < 3) return false;
  const within = (cell: GridCell) =>
    wide.some(({ col, colSpan }) => cell.col >= col && cell.col < col + colSpan);
  return below.every((cell) => (within(cell) ? isName(cell) : textOf(cell) === ''));
}

/** Rows that repeat offer the same boxes; other boxes in each row are the options of one question. */
function boxesRepeat(body: readonly (readonly GridCell[])[]): boolean {
  const offered = new Map<number, string>();
  for (const cell of body.flat()) {
    const text = textOf(cell);
    if (!tick.test(text)) continue;
    if ((offered.get(cell.col) ?? text) !== text) return false;
    offered.set(cell.col, text);
  }
  return true;
}

/** The columns below the heads of one or two rows: 同类产品 above 国内 and 国外 is `同类产品/国内`. */
function leavesOf(
  heads: readonly GridCell[],
  rows: readonly (readonly GridCell[])[],
  at: number,
  head: number,
): { label: string; col: number }[] | undefined {
  const leaves: { label: string; col: number }[] = [];
  for (const cell of heads) {
    const unspanned =
      head === 2 &&
      cell.colSpan === 1 &&
      textOf(rows[at + 1]?.find(({ col }) => col === cell.col) ?? cell) === '';
    if (cell.rowSpan === head || unspanned) {
      leaves.push({ label: textOf(cell), col: cell.col });
      continue;
    }
    if (head !== 2) return undefined;
    const below = (rows[at + 1] ?? []).filter(({ col }) => col >= cell.col && col < cell.col + cell.colSpan);
    if (below.length === 0 || !below.every(isName)) return undefined;
    for (const one of below) leaves.push({ label: `${textOf(cell)}/${textOf(one)}`, col: one.col });
  }
  return leaves;
}
