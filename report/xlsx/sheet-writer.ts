import type ExcelJS from 'exceljs';
import type { Row, Tone } from './sheet.ts';

const colours: Record<Tone, { fill: string; font: string }> = {
  good: { fill: 'FFE3F3E6', font: 'FF1B6B34' },
  bad: { fill: 'FFFBE3E1', font: 'FFA32018' },
  mend: { fill: 'FFFDE8D7', font: 'FF9A4A12' },
  doubt: { fill: 'FFFFF3D6', font: 'FF8A5A00' },
  quiet: { fill: 'FFF2F3F5', font: 'FF5B6470' },
};

/** Text that a spreadsheet would run as a formula is written as text (CWE-1236). */
const risky = /^[=+\-@\t\r]/u;
const longestCell = 32_000;
/** What XML 1.0 does not allow, so that a spreadsheet would not open the file (PDF text layers hold U+FFFE). */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

/** How every sheet stands: titles and the first column stay in view, wide enough to be printed across one page. */
export const sheetOptions: Partial<ExcelJS.AddWorksheetOptions> = {
  views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
  pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
};

/** Begins a sheet that is written row by row: column widths, filter, and the row of titles. */
export function writeTitles(
  sheet: ExcelJS.Worksheet,
  columns: readonly { readonly title: string; readonly width: number }[],
): void {
  sheet.columns = columns.map(({ title, width }) => ({ header: title, width }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const head = sheet.getRow(1);
  head.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF24415F' } };
  head.alignment = { vertical: 'middle', wrapText: true };
  head.height = 24;
  head.commit();
}

/** Writes a row, which then is no longer in memory. `choices`: by column from 0, what a person may choose in its cell. */
export function writeRow(
  sheet: ExcelJS.Worksheet,
  row: Row,
  choices: ReadonlyMap<number, readonly string[]> = new Map(),
): void {
  const added = sheet.addRow(row.map((cell) => plainValue(typeof cell === 'object' ? cell.text : cell)));
  added.alignment = { vertical: 'top', wrapText: true };
  row.forEach((cell, i) => {
    if (typeof cell !== 'object') return;
    const { fill, font } = colours[cell.tone];
    const target = added.getCell(i + 1);
    target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } };
    target.font = { color: { argb: font }, bold: cell.tone === 'bad' };
  });
  for (const [column, words] of choices)
    added.getCell(column + 1).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${words.join(',')}"`],
      showErrorMessage: true,
    };
  added.commit();
}

/** A value as a cell may hold it: never a formula, nothing that XML forbids. */
export function plainValue(value: string | number): string | number {
  if (typeof value === 'number') return value;
  const clean = value.slice(0, longestCell).replace(unwritable, '');
  return risky.test(clean) && Number.isNaN(Number(clean)) ? `'${clean}` : clean;
}
