import type { CellValue } from 'exceljs';
import type { Merge, Sheet } from './sheet.ts';

/** All visible sheets of a workbook; a merged cell's value stands in each of its cells. Rejects on damage. */
export async function sheetsOfXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  await workbook.xlsx.load(buffer);
  return workbook.worksheets
    .filter((sheet) => sheet.state === 'visible')
    .map((sheet) => {
      const rows: string[][] = [];
      // Styled but empty columns and rows can reach far beyond the list.
      const columns = Math.min(sheet.columnCount, 64);
      for (let r = 1; r <= Math.min(sheet.rowCount, 100_000); r++) {
        const row = sheet.getRow(r);
        rows.push(Array.from({ length: columns }, (_, c) => textOf(row.getCell(c + 1).value)));
      }
      return { name: sheet.name, rows, firstRow: 1, merges: (sheet.model.merges ?? []).flatMap(mergeOf) };
    });
}

/** `B2:D3` in rows and columns from 0. */
function mergeOf(range: string): Merge[] {
  const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(range) ?? [];
  if (left === '') return [];
  const [row, col] = [Number(top) - 1, columnOf(left)];
  return [{ row, col, rowSpan: Number(bottom) - row, colSpan: columnOf(right) - col + 1 }];
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value).trim();
  if ('richText' in value)
    return value.richText
      .map((run) => run.text)
      .join('')
      .trim();
  if ('text' in value) return textOf(value.text as CellValue);
  if ('result' in value) return textOf(value.result as CellValue);
  return '';
}
