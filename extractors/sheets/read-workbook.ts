import type { Block, Cell, Document, Line, Paragraph, Table } from '../../core/document.ts';
import type { Place } from '../../core/place.ts';
import type { Merge, Sheet } from './sheet.ts';
import { sheetsOfXls } from './xls.ts';
import { sheetsOfXlsx } from './xlsx.ts';

/**
 * A workbook (XLSX, XLS, ET) as a document: the visible sheets one after another, each as the table it is, with the
 * rows that hold one cell only (titles, notes) as paragraphs. Places are the sheet's name and the cell, `B5`. Rejects
 * where the bytes are no workbook that can be read.
 */
export async function readWorkbook(bytes: Uint8Array, format: 'xlsx' | 'xls'): Promise<Document> {
  const sheets = format === 'xlsx' ? await sheetsOfXlsx(bytes) : sheetsOfXls(bytes);
  if (!sheets) throw new Error('no workbook');
  return {
    format,
    pages: [],
    body: sheets.flatMap(blocksOfSheet),
    marginalia: [],
    pictures: [],
    problems: [],
  };
}

interface SheetCell extends Merge {
  readonly text: string;
}

/** Paragraphs and tables of one sheet in its order. */
function blocksOfSheet(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  let rows: SheetCell[][] = [];
  const flush = () => {
    const table = tableOf(rows, sheet);
    if (table) blocks.push(table);
    rows = [];
  };
  for (const cells of cellsByRow(sheet)) {
    const [only, second] = cells.filter(({ text }) => text.trim() !== '');
    if (only && !second && standsAlone(only, cells, sheet)) {
      flush();
      blocks.push(...paragraphsOf(only.text, placeOf(only, sheet)));
    } else rows.push(cells);
  }
  flush();
  return blocks;
}

/** A title or a note fills its row; a label in a table has its empty field beside it. */
function standsAlone(only: SheetCell, cells: readonly SheetCell[], sheet: Sheet): boolean {
  const width = sheet.rows[0]?.length ?? 0;
  const whole = only.colSpan >= Math.max(2, width - 1) && only.rowSpan === 1;
  return whole || width === 1 || (cells.length === width && only.col === 0 && only.text.length > 30);
}

/** The cells that begin in each row: a merged one once, at its upper left corner. */
function cellsByRow({ rows, merges = [] }: Sheet): SheetCell[][] {
  const heads = new Map(merges.map((merge) => [`${merge.row}:${merge.col}`, merge]));
  const covered = new Set<string>();
  for (const { row, col, rowSpan, colSpan } of merges) {
    for (let r = row; r < Math.min(row + rowSpan, rows.length); r++)
      for (let c = col; c < Math.min(col + colSpan, rows[r]?.length ?? 0); c++)
        if (r !== row || c !== col) covered.add(`${r}:${c}`);
  }
  return rows.map((texts, row) =>
    texts.flatMap((text, col): SheetCell[] => {
      const key = `${row}:${col}`;
      if (covered.has(key)) return [];
      const { rowSpan = 1, colSpan = 1 } = heads.get(key) ?? {};
      return [
        {
          row,
          col,
          text,
          rowSpan: Math.min(rowSpan, rows.length - row),
          colSpan: Math.min(colSpan, texts.length - col),
        },
      ];
    }),
  );
}

/** The rows without the empty ones above and below, and without the columns that nobody wrote in at the right. */
function tableOf(rows: readonly (readonly SheetCell[])[], sheet: Sheet): Table | undefined {
  const isFilled = (row: readonly SheetCell[]) => row.some(({ text }) => text.trim() !== '');
  const first = rows.findIndex(isFilled);
  if (first < 0) return undefined;
  const kept = rows.slice(first, rows.findLastIndex(isFilled) + 1);
  const cells = kept.flat();
  const top = kept[0]?.[0]?.row ?? cells[0]?.row ?? 0;
  const bottom = top + kept.length;
  const right = cells.reduce(
    (most, cell) =>
      cell.text.trim() === '' && cell.colSpan === 1 ? most : Math.max(most, cell.col + cell.colSpan),
    0,
  );
  // The field beside the last label of a row may be empty: one column more than is written in.
  const cols = Math.min(right + 1, sheet.rows[0]?.length ?? right);
  return {
    kind: 'table',
    rows: kept.length,
    cols,
    place: { part: sheet.name, path: nameOf(top, 0) },
    cells: cells
      .filter((cell) => cell.col < cols)
      .map((cell): Cell => {
        const place = placeOf(cell, sheet);
        return {
          row: cell.row - top,
          col: cell.col,
          rowSpan: Math.min(cell.rowSpan, bottom - cell.row),
          colSpan: Math.min(cell.colSpan, cols - cell.col),
          blocks: paragraphsOf(cell.text, place),
          place,
        };
      }),
  };
}

/** The lines of a cell as one paragraph; none where nothing is written. */
function paragraphsOf(text: string, place: Place): Paragraph[] {
  const lines = text.split(/\r\n?|\n/u).filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      lines: lines.map((line): Line => ({ text: line.trim(), place, readBy: 'sheet', confidence: 1 })),
    },
  ];
}

const placeOf = ({ row, col }: SheetCell, sheet: Sheet): Place => ({
  part: sheet.name,
  path: nameOf(row, col),
});

/** `B5` for row 4 and column 1, both from 0. */
function nameOf(row: number, col: number): string {
  let letters = '';
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
