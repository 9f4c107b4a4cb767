import type { SummarySheet } from '../../calls/schema/index.ts';
import { docxOf } from '../docx/package.ts';
import { paragraph, run, section, sectionBreak, table } from '../docx/wml.ts';
import type { UnitSheet } from './sheet-rows.ts';

/** A4 across, 257 mm between the margins. */
const page = section({ landscape: true, margins: [25, 20, 20, 20], numbers: 'all' });
const width = 257;
/** Rows that the form has at least, so that one can write into it. */
const leastRows = 8;

/** The summary sheets of all units in one DOCX, each from a page of its own. */
export async function summaryDocx(sheets: readonly UnitSheet[], summary: SummarySheet): Promise<Uint8Array> {
  const bodies = sheets.map((sheet) => bodyOf(sheet, summary));
  return docxOf(bodies.join(sectionBreak(page)) + paragraph('', { line: 2 }) + page);
}

function bodyOf({ head, rows }: UnitSheet, { title, columns }: SummarySheet): string {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => (column.width / all) * width);
  const blank = Array.from({ length: Math.max(0, leastRows - rows.length) }, (_, i) =>
    columns.map(({ from }) => ({
      text: 'rank' in from ? String(rows.length + i + 1) : '',
      align: 'center' as const,
    })),
  );
  const filled = rows.map((row) =>
    row.map((cell, c) => ({
      text: String(cell),
      align: (columns[c]?.width ?? 0) > 50 ? ('left' as const) : ('center' as const),
    })),
  );
  return [
    paragraph(run(title, { font: 'title', size: 20 }), { align: 'center', after: 14 }),
    ...head.map(({ label, text }) =>
      paragraph(run(`${label}：${text}`, { size: 12 }), { line: 22, after: 2 }),
    ),
    paragraph('', { line: 6 }),
    table([columns.map(({ label }) => ({ text: label })), ...filled, ...blank], widths, {
      heads: 1,
      size: 11,
      height: 10,
    }),
  ].join('');
}
