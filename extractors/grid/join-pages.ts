import { append } from '../../core/append.ts';
import { type Block, type Cell, type Line, linesOf, type Table } from '../../core/document.ts';
import { isPagePlace } from '../../core/place.ts';
import { boxOf, columnLines, mergedLines, recounted } from './columns.ts';

export interface PageBlocks {
  readonly number: number;
  /** Points. */
  readonly height: number;
  /** Without headers and footers, in reading order. */
  readonly blocks: readonly Block[];
}

/** Column lines this close (points) are the same. */
const slack = 4;

/**
 * The blocks of all pages in order, a table cut by a page break joined again: it must end a page, begin the
 * next, and have the same outer edges. Its place keeps the first part; every line keeps its own page.
 *
 * Heading rows repeated on the next page are dropped. A row cut in two is joined where the writing shows it,
 * and a label whose merged cell goes on over the break stays one cell.
 */
export function joinPages(pages: readonly PageBlocks[]): Block[] {
  const joined: Block[] = [];
  let open: { page: PageBlocks; bottom: number } | undefined;
  for (const page of pages) {
    const [first, ...rest] = page.blocks;
    const last = joined.at(-1);
    const follows = open !== undefined && page.number === open.page.number + 1;
    if (
      open &&
      follows &&
      first?.kind === 'table' &&
      last?.kind === 'table' &&
      goesOn(last, first, open, page)
    ) {
      joined[joined.length - 1] = appended(last, first);
      append(joined, rest);
    } else append(joined, page.blocks);
    const end = page.blocks.at(-1);
    open = end?.kind === 'table' ? { page, bottom: boxOf(end)[3] } : undefined;
  }
  return joined;
}

function goesOn(above: Table, below: Table, open: { page: PageBlocks; bottom: number }, page: PageBlocks) {
  const [a0, , a1] = boxOf(above);
  const [b0, top, b1] = boxOf(below);
  if (Math.abs(a0 - b0) > slack || Math.abs(a1 - b1) > slack) return false;
  const firstRow = Math.min(...below.cells.filter((c) => c.row === 0).map((c) => boxOf(c)[3] - boxOf(c)[1]));
  const room = open.page.height * 0.9 - open.bottom;
  return top < page.height * 0.25 && (open.bottom > open.page.height * 0.7 || room < firstRow);
}

/** Doubled rules are known by their middle, which moves when one of them ends at the break. */
const narrowest = (lines: readonly number[]) =>
  Math.min(...lines.slice(1).map((x, i) => x - (lines[i] ?? 0)));

const textOf = (cell: Cell) => [...linesOf(cell.blocks)].map((line) => line.text).join('');
const isBlank = (cell: Cell) => textOf(cell) === '';

function appended(whole: Table, rest: Table): Table {
  const [above, below] = withoutStrips(whole, rest);
  const [own, others] = [columnLines(above), columnLines(below)];
  const lines = mergedLines(
    own,
    others,
    Math.max(slack, 0.4 * Math.min(narrowest(own), narrowest(others), 20)),
  );
  const upper = above.cells.map((cell) => recounted(cell, lines, 0));
  const skip = repeatedHeading(above, below);
  const kept = below.cells.filter((cell) => cell.row >= skip);
  const bottom = upper.filter((cell) => cell.row + cell.rowSpan === above.rows);
  const lower = kept.map((cell) => recounted(cell, lines, 0));
  const lowerTop = lower.filter((cell) => cell.row === skip);
  const pairs = new Map<Cell, Cell>();
  for (const cell of lowerTop) {
    const over = bottom.find((other) => other.col === cell.col && other.colSpan === cell.colSpan);
    if (over) pairs.set(cell, over);
  }
  // A heading repeated between the two parts has its own rule below: only the part above tells.
  const borders = new Map([...pairs].map(([cell, over]) => [cell, borderOf(over, cell, skip > 0)]));
  const ruled = [...borders.values()].every((border) => border === 'ruled');
  const matched = lowerTop.length > 0 && pairs.size === lowerTop.length;
  const cut = matched && (ruled ? isCutRow(pairs) : [...borders.values()].every((b) => b === 'none'));
  const offset = above.rows - skip - (cut ? 1 : 0);
  const replaced = new Map<Cell, Cell>();
  const added: Cell[] = [];
  for (const cell of lower) {
    const over = pairs.get(cell);
    const border = borders.get(cell);
    const goesOn = border === 'none' || (border === 'ruled' && over && goesOnAsLabel(over, cell, pairs));
    if (over && (cut || goesOn)) {
      replaced.set(over, {
        ...over,
        rowSpan: Math.max(over.rowSpan, cell.row + offset + cell.rowSpan - over.row),
        blocks: flowed(over.blocks, cell.blocks),
      });
    } else added.push({ ...cell, row: cell.row + offset });
  }
  const cells = [...upper.map((cell) => replaced.get(cell) ?? cell), ...added];
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return { ...above, rows: below.rows + offset, cols: lines.length - 1, cells };
}

/**
 * Tables without the empty strip that a merged label leaves beside itself when it reaches further than the last
 * row before the break, or begins before the first row after it.
 */
function withoutStrips(above: Table, below: Table): [Table, Table] {
  const edges = (cells: readonly Cell[]) => cells.map((cell) => boxOf(cell)).map(([x0, , x1]) => [x0, x1]);
  const last = above.cells.filter((cell) => cell.row === above.rows - 1);
  const first = below.cells.filter((cell) => cell.row === 0);
  const fits = (cells: readonly Cell[], others: readonly Cell[]) =>
    edges(cells).every(([x0, x1]) =>
      edges(others).some(
        ([o0, o1]) => Math.abs((o0 ?? 0) - (x0 ?? 0)) <= slack && Math.abs((o1 ?? 0) - (x1 ?? 0)) <= slack,
      ),
    );
  const isStrip = (cells: readonly Cell[], edge: 'top' | 'bottom', others: readonly Cell[]) =>
    cells.length > 0 &&
    cells.every((cell) => isBlank(cell) && cell.rowSpan === 1 && cell.open?.[edge]) &&
    !fits(cells, others);
  const lower = first.filter((cell) => cell.rowSpan === 1);
  return [
    above.rows > 1 && isStrip(last, 'bottom', first)
      ? {
          ...above,
          rows: above.rows - 1,
          cells: above.cells.flatMap((cell) =>
            last.includes(cell) ? [] : [shortened(cell, above.rows - 1)],
          ),
        }
      : above,
    below.rows > 1 && isStrip(lower, 'top', last)
      ? {
          ...below,
          rows: below.rows - 1,
          cells: below.cells.flatMap((cell) =>
            lower.includes(cell)
              ? []
              : [cell.row === 0 ? { ...cell, rowSpan: cell.rowSpan - 1 } : { ...cell, row: cell.row - 1 }],
          ),
        }
      : below,
  ];
}

const shortened = (cell: Cell, rows: number): Cell =>
  cell.row + cell.rowSpan > rows ? { ...cell, rowSpan: rows - cell.row } : cell;

/**
 * What is drawn between two cells on both sides of a page break. One rule of two is a border: writers draw the
 * one that neighbours share on one page only. No rule at all is a cell that goes on.
 */
function borderOf(above: Cell, below: Cell, underHeading: boolean): 'none' | 'one' | 'ruled' {
  const over = above.open?.bottom === true;
  const under = underHeading ? over : below.open?.top === true;
  if (over && under) return 'none';
  return over || under ? 'one' : 'ruled';
}

/** How many rows at the top of `below` repeat those at the top of `above`. */
function repeatedHeading(above: Table, below: Table): number {
  const row = (table: Table, index: number) => table.cells.filter((cell) => cell.row === index);
  let count = 0;
  while (count < Math.min(3, above.rows, below.rows - 1)) {
    const a = row(above, count);
    const b = row(below, count);
    const same =
      a.length > 1 &&
      a.length === b.length &&
      a.filter((cell) => !isBlank(cell)).length > 1 &&
      a.every((cell, i) => textOf(cell) === textOf(b[i] ?? cell) && cell.rowSpan === 1);
    if (!same) break;
    count++;
  }
  return count;
}

/**
 * Whether the first row after the break is the rest of the last row before it: nothing new begins in it, and
 * what stands in it goes on from writing that fills its cell to the end, in the middle of a sentence or
 * beside a label that is not repeated.
 */
function isCutRow(pairs: ReadonlyMap<Cell, Cell>): boolean {
  let written = 0;
  let label = Number.POSITIVE_INFINITY;
  let writing = -1;
  let flowing = true;
  let broken = false;
  for (const [below, above] of pairs) {
    if (above.rowSpan > 1 && isBlank(below)) continue;
    if (isBlank(below)) {
      if (!isBlank(above) && below.rowSpan === 1) label = Math.min(label, below.col);
      continue;
    }
    if (isBlank(above)) return false;
    written++;
    writing = below.col;
    flowing &&= fillsCell(above);
    broken ||= breaksOff(above, below);
  }
  if (written === 0 || newLabel(pairs)) return false;
  return broken || (flowing && label < writing && written === 1);
}

/** Two cells written on both sides, the left one whole above the break: the lower one is the next row's label. */
function newLabel(pairs: ReadonlyMap<Cell, Cell>): boolean {
  const written = [...pairs].filter(([below, above]) => !isBlank(below) && !isBlank(above));
  const [below, above] = written.reduce(
    (left, pair) => (pair[0].col < left[0].col ? pair : left),
    written[0]!,
  );
  return written.length > 1 && !cutInside(textOf(above), textOf(below));
}

function fillsCell(cell: Cell): boolean {
  const lines = [...linesOf(cell.blocks)];
  const last = lines.at(-1);
  if (!last || lines.length < 2 || !isPagePlace(last.place)) return false;
  const [, top, , bottom] = last.place.box;
  return boxOf(cell)[3] - bottom < 2 * (bottom - top);
}

/** A bracket left open, a line that begins with the end of a clause, or a full line without an end. */
function breaksOff(above: Cell, below: Cell): boolean {
  if (cutInside(textOf(above), textOf(below))) return true;
  const lines = [...linesOf(above.blocks)];
  const last = lines.at(-1);
  if (!last || !isPagePlace(last.place) || !fillsCell(above)) return false;
  const [, top, right, bottom] = last.place.box;
  return boxOf(above)[2] - right < 2 * (bottom - top) && /[\p{L}\p{N}，、,]$/u.test(last.text);
}

function cutInside(before: string, after: string): boolean {
  const opened = (before.match(/[（(《“]/g) ?? []).length - (before.match(/[）)》”]/g) ?? []).length;
  return (opened > 0 && /[）)》”]/.test(after)) || /^[，。、；：！？）》”,.;:!?)]/.test(after);
}

/** A merged label over several rows, of which some stand on the next page. */
function goesOnAsLabel(above: Cell, below: Cell, pairs: ReadonlyMap<Cell, Cell>): boolean {
  if (!isBlank(below) || isBlank(above)) return false;
  const spans = above.rowSpan > 1 || below.rowSpan > 1;
  const beside = [...pairs.keys()].some((cell) => cell !== below && !isBlank(cell) && cell.col > below.col);
  return spans || (beside && below.col === 0);
}

/** Writing that goes on: a sentence cut by the break stays one paragraph. */
function flowed(before: readonly Block[], after: readonly Block[]): Block[] {
  const last = before.at(-1);
  const [first, ...rest] = after;
  const lastLine: Line | undefined = last?.kind === 'paragraph' ? last.lines.at(-1) : undefined;
  if (
    last?.kind === 'paragraph' &&
    first?.kind === 'paragraph' &&
    lastLine &&
    !/[。！？；：]$/.test(lastLine.text)
  ) {
    return [...before.slice(0, -1), { ...last, lines: [...last.lines, ...first.lines] }, ...rest];
  }
  return [...before, ...after];
}
