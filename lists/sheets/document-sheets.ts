import { type Block, type Document, linesOf, type Table } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import { readDocument } from '../../extractors/read-document.ts';
import { defaultReadOptions } from '../../extractors/read-options.ts';
import type { Sheet } from '../../extractors/sheets/sheet.ts';
import { findHeader } from '../awards/headers.ts';

/** The tables of a document (DOCX, PDF, HTML, DOC) as sheets, each named by the paragraphs above it. */
export async function documentSheets(
  name: string,
  bytes: Uint8Array,
): Promise<{ sheets: Sheet[]; problems: readonly Problem[] }> {
  const { document, problems } = await readDocument({ name, bytes }, defaultReadOptions);
  return { sheets: document ? sheetsOfDocument(document) : [], problems };
}

/** A table that goes on over the page without its header is joined to the one before. */
export function sheetsOfDocument(document: Document): Sheet[] {
  const sheets: { name: string; rows: (readonly string[])[]; firstRow: number }[] = [];
  let above: string[] = [];
  for (const block of document.body) {
    if (block.kind === 'paragraph') {
      above.push(block.lines.map((line) => line.text).join(''));
      continue;
    }
    const rows = rowsOf(block);
    const last = sheets.at(-1);
    if (last && !findHeader(rows) && last.rows[0]?.length === block.cols)
      last.rows.push(...goOn(last.rows, rows));
    else sheets.push({ name: above.slice(-3).join(' '), rows, firstRow: 1 });
    above = [];
  }
  return sheets;
}

/**
 * Where a page ends inside a row, the rest of its cells stands on the next page without a number: it is put
 * back, or one award would be read as two that nobody won.
 */
function goOn(before: (readonly string[])[], rows: readonly string[][]): readonly string[][] {
  const numbered = findHeader(before)?.meanings.indexOf('number') ?? -1;
  const [first, last] = [rows[0], before.at(-1)];
  if (numbered < 0 || !first || !last || (first[numbered] ?? '') !== '' || !/\d/u.test(last[numbered] ?? ''))
    return rows;
  before[before.length - 1] = last.map((cell, i) => `${cell}${first[i] ?? ''}`);
  return rows.slice(1);
}

function rowsOf(table: Table): string[][] {
  const rows = Array.from({ length: table.rows }, () => new Array<string>(table.cols).fill(''));
  for (const cell of table.cells) {
    const text = textOf(cell.blocks);
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.col; c < cell.col + cell.colSpan; c++) {
        const row = rows[r];
        if (row && c < row.length) row[c] = text;
      }
    }
  }
  return rows;
}

function textOf(blocks: readonly Block[]): string {
  return [...linesOf(blocks)]
    .map((line) => line.text.trim())
    .join('')
    .trim();
}
