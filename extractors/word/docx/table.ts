import { append } from '../../../core/append.ts';
import type { Block, Cell, Table } from '../../../core/document.ts';
import { childOf, childrenOf, type Element, textOf } from '../../markup/element.ts';
import { readBlocks } from './blocks.ts';
import { isPrompt } from './controls.ts';
import { chosenBranch, type PartReading } from './reading.ts';
import { backdrop, shading } from './run-look.ts';

interface OpenCell {
  readonly row: number;
  readonly col: number;
  rowSpan: number;
  colSpan: number;
  readonly blocks: Block[];
  readonly path: string;
}

/** Word itself stops at 63 columns; a damaged span must not make a grid of millions. */
const maxSpan = 1000;

/** A table, or nothing when it has no cells. Cells merged down stand once; what hides below them is kept. */
export function readTable(table: Element, path: string, part: PartReading): Table[] {
  const cells: OpenCell[] = [];
  /** For each grid column the cell that a merge from above would continue. */
  let above = new Map<number, OpenCell>();
  let row = 0;
  let physical = 0;
  const inside = { ...part, behind: behindTable(table, part), inCell: true };
  for (const tr of unwrap(table, 'w:tr', part)) {
    physical++;
    const properties = childOf(tr, 'w:trPr');
    if (childOf(properties, 'w:del')) {
      part.all.deleted++;
      part.all.met.push(textOf(tr));
      continue;
    }
    if (childOf(properties, 'w:ins')) part.all.inserted++;
    above = readRow(tr, { row, path: `${path}/tr[${physical}]`, above, cells, part: inside });
    row++;
  }
  if (cells.length === 0) return [];
  const cols = cells.reduce((most, cell) => Math.max(most, cell.col + cell.colSpan), 0);
  const place = { part: part.part, path };
  const finished = cells.map((cell): Cell => {
    const { row: top, col, rowSpan, colSpan, blocks } = cell;
    return { row: top, col, rowSpan, colSpan, blocks, place: { part: part.part, path: cell.path } };
  });
  return [{ kind: 'table', rows: row, cols, cells: finished, place }];
}

interface RowContext {
  readonly row: number;
  readonly path: string;
  readonly above: ReadonlyMap<number, OpenCell>;
  readonly cells: OpenCell[];
  readonly part: PartReading;
}

function readRow(tr: Element, context: RowContext): Map<number, OpenCell> {
  const { row, cells, part } = context;
  const here = new Map<number, OpenCell>();
  let col = count(childOf(tr, 'w:trPr', 'w:gridBefore'), 0);
  let left: OpenCell | undefined;
  let physical = 0;
  for (const tc of unwrap(tr, 'w:tc', part)) {
    const path = `${context.path}/tc[${++physical}]`;
    const properties = childOf(tc, 'w:tcPr');
    const colSpan = Math.max(1, count(childOf(properties, 'w:gridSpan'), 1));
    const behind = backdrop(part.behind, shading(childOf(properties, 'w:shd')));
    const blocks = readBlocks(tc, path, { ...part, behind });
    const over = continues(properties, 'w:vMerge') ? context.above.get(col) : undefined;
    if (over && over.row + over.rowSpan === row) {
      over.rowSpan++;
      append(over.blocks, blocks);
      here.set(col, over);
      left = undefined;
    } else if (over && here.get(over.col) === over) {
      append(over.blocks, blocks);
      left = undefined;
    } else if (left && continues(properties, 'w:hMerge')) {
      left.colSpan += colSpan;
      append(left.blocks, blocks);
    } else {
      left = { row, col, rowSpan: 1, colSpan, blocks, path };
      cells.push(left);
      if (childOf(properties, 'w:vMerge')) here.set(col, left);
    }
    col += colSpan;
  }
  return here;
}

/** A merge mark without a value, or with any but `restart`, goes on with the cell before. */
function continues(properties: Element | undefined, name: 'w:vMerge' | 'w:hMerge'): boolean {
  const merge = childOf(properties, name);
  return merge !== undefined && merge.attributes['w:val'] !== 'restart';
}

function count(element: Element | undefined, otherwise: number): number {
  const value = Number(element?.attributes['w:val'] ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, maxSpan) : otherwise;
}

/** The colour behind the cells: of the page, the table's style or the table itself. */
function behindTable(table: Element, part: PartReading): string | undefined {
  const properties = childOf(table, 'w:tblPr');
  const styleId = childOf(properties, 'w:tblStyle')?.attributes['w:val'];
  const style = styleId === undefined ? undefined : part.all.styles.get(styleId);
  return backdrop(part.behind, style?.fill, shading(childOf(properties, 'w:shd')));
}

/** Rows of a table or cells of a row, those inside controls and revisions included. */
function* unwrap(parent: Element, name: 'w:tr' | 'w:tc', part: PartReading): Generator<Element> {
  for (const child of childrenOf(parent)) {
    if (child.name === name) yield child;
    else if (child.name === 'w:sdt') {
      const content = childOf(child, 'w:sdtContent');
      const prompt = name === 'w:tc' && isPrompt(child, part.all.styles);
      if (content && prompt) part.all.met.push(textOf(content));
      if (content) for (const found of unwrap(content, name, part)) yield prompt ? emptied(found) : found;
    } else if (child.name === 'mc:AlternateContent') {
      const branch = chosenBranch(child);
      if (branch) yield* unwrap(branch, name, part);
    } else if (['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'].includes(child.name))
      yield* unwrap(child, name, part);
  }
}

/** A cell with its properties alone. */
function emptied(cell: Element): Element {
  return { ...cell, children: childrenOf(cell, 'w:tcPr') };
}
