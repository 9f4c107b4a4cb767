import type { Block, Cell, Line, Paragraph, ReadBy, Table } from '../../core/document.ts';
import type { Box } from '../../core/place.ts';
import { isWide, plainCharacter, tickMarks } from './characters.ts';
import type { Grid, GridCell } from './grid.ts';
import { type Glyph, linesFrom } from './lines.ts';
import { takeOverflow } from './overflow.ts';
import { paragraphsFrom } from './paragraphs.ts';

/** A run of text as an OCR engine gives it; boxes in points. */
export interface TextRun {
  readonly text: string;
  readonly box: Box;
  /** One box for each UTF-16 unit; without them the characters are spread evenly over `box`. */
  readonly boxes?: readonly Box[];
  readonly confidence: number;
  /** One probability for each UTF-16 unit of `text`. */
  readonly certainty?: readonly number[];
}

export interface LayoutInput {
  /** 1 for the first page. */
  readonly page: number;
  /** Single characters in the order the page draws them (text layers). */
  readonly glyphs?: readonly Glyph[];
  /** Runs of text (OCR); one may cross cell borders and is split there by its character boxes. */
  readonly lines?: readonly TextRun[];
  readonly grids: readonly Grid[];
  readonly readBy: ReadBy;
}

/**
 * The blocks of one page in reading order: tables with their cells' paragraphs, and paragraphs around them.
 * All boxes in points from the top left. Knows nothing of PDF; OCR readers call it with `lines`.
 */
export function layoutPage(input: LayoutInput): Block[] {
  const glyphs = [...(input.glyphs ?? []), ...(input.lines ?? []).flatMap(glyphsOfRun)].map(plain);
  const root = tree(input.grids);
  for (const glyph of glyphs) holderOf(root, glyph).glyphs.push(glyph);
  takeOverflow(root);
  return blocksOf(root, input.page, input.readBy);
}

function plain(glyph: Glyph): Glyph {
  const text = plainCharacter(glyph.text);
  return text === glyph.text ? glyph : { ...glyph, text };
}

/** The characters of a run, each with its box. */
function glyphsOfRun(run: TextRun, index: number): Glyph[] {
  const characters = [...run.text];
  const weights = characters.map((character) => (isWide(character) ? 2 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const [x0, y0, x1, y1] = run.box;
  const glyphs: Glyph[] = [];
  let unit = 0;
  let before = 0;
  characters.forEach((text, i) => {
    const weight = weights[i] ?? 1;
    const known = run.boxes?.[unit];
    const box: Box = known
      ? [known[0], y0, known[2], y1]
      : [x0 + ((x1 - x0) * before) / total, y0, x0 + ((x1 - x0) * (before + weight)) / total, y1];
    const certainty = run.certainty?.[unit];
    glyphs.push({
      text,
      box,
      confidence: run.confidence,
      run: index,
      ...(certainty === undefined ? {} : { certainty }),
    });
    unit += text.length;
    before += weight;
  });
  return glyphs;
}

export interface Holder {
  readonly cell?: GridCell;
  glyphs: Glyph[];
  readonly tables: { readonly grid: Grid; readonly cells: Holder[] }[];
}

/** Grids inside a cell of a larger grid become that cell's. */
function tree(grids: readonly Grid[]): Holder {
  const root: Holder = { glyphs: [], tables: [] };
  const area = ({ box }: Grid) => (box[2] - box[0]) * (box[3] - box[1]);
  for (const grid of [...grids].sort((a, b) => area(b) - area(a))) {
    const cells = grid.cells.map((cell): Holder => ({ cell, glyphs: [], tables: [] }));
    cellAround(root, grid.box).tables.push({ grid, cells });
  }
  return root;
}

function cellAround(holder: Holder, box: Box): Holder {
  for (const table of holder.tables) {
    for (const inner of table.cells) {
      if (inner.cell && contains(inner.cell.box, box, 2)) return cellAround(inner, box);
    }
  }
  return holder;
}

function contains(outer: Box, inner: Box, slack: number): boolean {
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[2] <= outer[2] + slack &&
    inner[3] <= outer[3] + slack
  );
}

function holderOf(holder: Holder, glyph: Glyph): Holder {
  const x = (glyph.box[0] + glyph.box[2]) / 2;
  const y = (glyph.box[1] + glyph.box[3]) / 2;
  for (const { grid, cells } of holder.tables) {
    if (!inside(grid.box, x, y)) continue;
    for (const inner of cells) {
      if (inner.cell && inside(inner.cell.box, x, y)) return holderOf(inner, glyph);
    }
  }
  return holder;
}

const inside = (box: Box, x: number, y: number) => x >= box[0] && x < box[2] && y >= box[1] && y < box[3];

function blocksOf(holder: Holder, page: number, readBy: ReadBy): Block[] {
  const lines = linesFrom(withTicks(holder.glyphs), page, readBy);
  const tables = holder.tables
    .map((table) => tableOf(table, page, readBy))
    .sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
  const right = holder.cell ? undefined : Math.max(0, ...lines.map((line) => boxOf(line)[2]));
  const blocks: Block[] = [];
  let next = 0;
  for (const table of tables) {
    const from = next;
    while (next < lines.length && middleOf(lines[next]) < topOf(table)) next++;
    blocks.push(...paragraphs(lines.slice(from, next), right), table);
  }
  blocks.push(...paragraphs(lines.slice(next), right));
  return blocks;
}

const paragraphs = (lines: readonly Line[], right: number | undefined): Paragraph[] =>
  lines.length === 0 ? [] : paragraphsFrom(lines, right);

const boxOf = (item: { place: Line['place'] }): Box => ('page' in item.place ? item.place.box : [0, 0, 0, 0]);
const topOf = (table: Table) => boxOf(table)[1];
const leftOf = (table: Table) => boxOf(table)[0];
const middleOf = (line: Line | undefined) => (line ? (boxOf(line)[1] + boxOf(line)[3]) / 2 : 0);

function tableOf(table: Holder['tables'][number], page: number, readBy: ReadBy): Table {
  const cells: Cell[] = [];
  for (const holder of table.cells) {
    if (!holder.cell) continue;
    const { row, col, rowSpan, colSpan, box, open } = holder.cell;
    cells.push({
      row,
      col,
      rowSpan,
      colSpan,
      blocks: blocksOf(holder, page, readBy),
      place: { page, box },
      ...(open ? { open } : {}),
    });
  }
  const { rows, cols, box } = table.grid;
  return { kind: 'table', rows, cols, cells, place: { page, box } };
}

/** A tick mark written over an empty box makes one ticked box. */
function withTicks(glyphs: readonly Glyph[]): Glyph[] {
  const boxes = glyphs.filter((glyph) => glyph.text === '☐' || glyph.text === '□');
  const marks = boxes.length === 0 ? [] : glyphs.filter((glyph) => tickMarks.test(glyph.text));
  if (marks.length === 0) return [...glyphs];
  const gone = new Set<Glyph>();
  const ticked = new Set<Glyph>();
  for (const mark of marks) {
    const x = (mark.box[0] + mark.box[2]) / 2;
    const y = (mark.box[1] + mark.box[3]) / 2;
    const box = boxes.find((candidate) => inside(candidate.box, x, y));
    if (!box) continue;
    gone.add(mark);
    ticked.add(box);
  }
  return glyphs
    .filter((glyph) => !gone.has(glyph))
    .map((glyph) => (ticked.has(glyph) ? { ...glyph, text: '☑' } : glyph));
}
