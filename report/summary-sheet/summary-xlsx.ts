import type { SummarySheet } from '../../calls/schema/index.ts';
import { plainValue } from '../xlsx/sheet-writer.ts';
import type { UnitSheet } from './sheet-rows.ts';

/** Letters that no name of a sheet may hold, and its length. */
const unfit = /[[\]:*?/\\]/gu;
const longestName = 28;

/** Height of a line and of the least row in points. */
const lineHeight = 16;
const leastHeight = 24;

/** The summary sheets in one workbook, a sheet for each recommending unit, printable across A4. */
export async function summaryXlsx(sheets: readonly UnitSheet[], summary: SummarySheet): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  workbook.creator = 'chushen';
  const names = new Set<string>();
  const { columns } = summary;
  const side = { style: 'thin' as const };
  for (const { unit, head, rows } of sheets) {
    const heads = head.length + 2;
    const sheet = workbook.addWorksheet(sheetName(unit, names), {
      pageSetup: {
        paperSize: 9,
        orientation: 'landscape',
        horizontalCentered: true,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: `${heads}:${heads}`,
      },
      views: [{ state: 'frozen', ySplit: heads }],
    });
    const widths = columns.map((column) => Math.max(8, column.width / 2.2));
    widths.forEach((width, i) => {
      sheet.getColumn(i + 1).width = width;
    });
    const title = sheet.addRow([summary.title]);
    title.font = { size: 18, bold: true };
    title.height = 36;
    for (const { label, text } of head) sheet.addRow([plainValue(`${label}：${text}`)]);
    for (let r = 1; r < heads; r++) sheet.mergeCells(r, 1, r, columns.length);
    sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' };
    sheet.addRow(columns.map(({ label }) => label)).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map(plainValue));
    for (let r = heads; r <= sheet.rowCount; r++) {
      // No program measures a row anew that is opened for the first time: long names would run into the row above.
      const lines = widths.map((width, c) => linesIn(sheet.getCell(r, c + 1).text, width));
      sheet.getRow(r).height = Math.max(leastHeight, lineHeight * Math.max(...lines) + 4);
      columns.forEach((column, c) => {
        const cell = sheet.getCell(r, c + 1);
        cell.border = { top: side, left: side, bottom: side, right: side };
        const wide = r > heads && column.width > 50;
        cell.alignment = { vertical: 'middle', wrapText: true, horizontal: wide ? 'left' : 'center' };
      });
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Lines that a text takes in a column, whose width is told in digits; a Chinese character takes two. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width) - 1);
  return text.split('\n').reduce((lines, part) => {
    const length = [...part].reduce(
      (sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x2e80 ? 1.1 : 2),
      0,
    );
    return lines + Math.max(1, Math.ceil(length / room));
  }, 0);
}

function sheetName(unit: string, taken: Set<string>): string {
  const plain =
    unit
      .replace(unfit, '')
      .replace(/^'+|'+$/gu, '')
      .slice(0, longestName) || '推荐单位未填';
  for (let n = 1; ; n++) {
    const name = n === 1 ? plain : `${plain.slice(0, longestName - 4)}(${n})`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
