import type { Cell, Table } from '../../core/document.ts';
import { childrenOf, type Element } from '../markup/element.ts';
import { type HtmlReading, readHtmlBlocks } from './read-html.ts';

const maxSpan = 1000;
const sections = new Set(['tbody', 'thead', 'tfoot', 'form', 'div', 'center']);

/** A table by the table model of HTML: a cell takes the next free column, spans reserve the columns below. */
export function readHtmlTable(table: Element, path: string, reading: HtmlReading): Table[] {
  const rows = [...rowsOf(table)];
  const cells: Cell[] = [];
  /** For each grid column the first row that is free in it. */
  const freeFrom: number[] = [];
  for (const [row, tr] of rows.entries()) {
    let col = 0;
    let physical = 0;
    for (const td of childrenOf(tr)) {
      if (td.name !== 'td' && td.name !== 'th') continue;
      while ((freeFrom[col] ?? 0) > row) col++;
      const colSpan = span(td.attributes.colspan);
      const wanted = td.attributes.rowspan?.trim() === '0' ? rows.length : span(td.attributes.rowspan);
      const rowSpan = Math.min(wanted, rows.length - row);
      const place = { part: 'html', path: `${path}/tr[${row + 1}]/tc[${++physical}]` };
      cells.push({ row, col, rowSpan, colSpan, blocks: readHtmlBlocks(td, place.path, reading), place });
      for (let i = 0; i < colSpan; i++) freeFrom[col + i] = row + rowSpan;
      col += colSpan;
    }
  }
  if (cells.length === 0) return [];
  const cols = cells.reduce((most, cell) => Math.max(most, cell.col + cell.colSpan), 0);
  return [{ kind: 'table', rows: rows.length, cols, cells, place: { part: 'html', path } }];
}

function* rowsOf(parent: Element): Generator<Element> {
  let loose: Element | undefined;
  for (const child of childrenOf(parent)) {
    if (child.name === 'td' || child.name === 'th') {
      // Cells without a row make one of their own.
      if (loose) loose.children.push(child);
      else loose = { name: 'tr', attributes: {}, children: [child] };
      continue;
    }
    if (loose) yield loose;
    loose = undefined;
    if (child.name === 'tr') yield child;
    else if (child.name === 'caption')
      yield { name: 'tr', attributes: {}, children: [{ ...child, name: 'td' }] };
    else if (sections.has(child.name)) yield* rowsOf(child);
  }
  if (loose) yield loose;
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) && number > 0 ? Math.min(number, maxSpan) : 1;
}
