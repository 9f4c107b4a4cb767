import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FilingOutcome } from '../core/outcome.ts';
import { formula, pack, reportsOf, screening } from './testing.ts';
import { toResults } from './whole-results.ts';
import { sheets } from './xlsx/sheets.ts';
import { Speaker } from './xlsx/speaker.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('甲', '\n', '"', '\\', '\u2028', '\ud800', ',', '{', '}', ']', ' '),
    maxLength: 20,
  }),
  fc.constant(formula),
);
const [whole, unread] = screening.filings;
if (!whole || !unread) throw new Error('the screening is gone');

/** Outcomes with texts of any kind, none of them for some batches. */
const outcome = fc.tuple(fc.constantFrom(whole, unread), text, text, text).map(
  ([base, id, file, said]): FilingOutcome => ({
    ...base,
    id,
    file,
    judged: {
      ...base.judged,
      reasons: base.judged.reasons.map((one) => ({ ...one, text: { zh: said, en: said } })),
    },
    findings: base.findings.map((one) => ({ ...one, message: { zh: said, en: file } })),
  }),
);

test('results told filing by filing are, to the byte, those written at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(outcome, { maxLength: 4 }),
      fc.constantFrom('zh', 'en'),
      async (filings, lang) => {
        const results = toResults({ ...screening, filings }, lang);
        const { json } = await reportsOf(results, lang);
        expect(json).toBe(`${JSON.stringify(results, null, 1)}\n`);
      },
    ),
    { numRuns: 40 },
  );
});

test('each sheet holds the rows of every filing, in order, and behind them those of the batch', async () => {
  const filings = [whole, { ...unread, file: '行\u2028行.pdf' }, { ...whole, id: 'c3', file: '丙.docx' }];
  const results = toResults({ ...screening, filings }, 'zh');
  const { workbook: bytes } = await reportsOf(results, 'zh');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const speaker = new Speaker({ lang: 'zh', pack });
  const rows = new Map(
    results.filings.map((one) => [one.id, { ...one, title: formula, applicant: '<b>恒驰</b>' }]),
  );
  const told = { totals: { filings: 3, states: {}, failed: 0 }, rows, opinions: true };
  for (const sheet of sheets) {
    const wanted = [
      ...results.filings.flatMap((filing) => sheet.rowsOf(filing, speaker)),
      ...sheet.rowsBehind(results, told, speaker),
    ];
    const hasOpinions = results.filings.some(({ classification }) =>
      classification.some((c) => c.secondOpinion),
    );
    const shown = sheet.columns.map(({ when }) => when?.({ ...told, opinions: hasOpinions }) ?? true);
    const target = workbook.getWorksheet(sheet.name.zh)!;
    expect(target.rowCount, sheet.name.zh).toBe(wanted.length + 1);
    for (const [at, row] of wanted.entries()) {
      const plain = row
        .filter((_, i) => shown[i])
        .map((cell) => (typeof cell === 'object' ? cell.text : cell));
      const got = plain.map((_, i) => target.getRow(at + 2).getCell(i + 1).value ?? '');
      const safe = plain.map((cell) =>
        /^[=+\-@]/u.test(String(cell)) && Number.isNaN(Number(cell)) ? `'${cell}` : cell,
      );
      expect(got, sheet.name.zh).toEqual(safe);
    }
    const titles = sheet.columns.filter((_, i) => shown[i]);
    expect(target.getRow(1).cellCount).toBe(titles.length);
    titles.forEach(({ width }, i) => {
      // 9 is the width of a column of which nothing is said.
      expect(target.getColumn(i + 1).width ?? 9).toBe(width);
    });
    expect(target.views[0]).toMatchObject({ state: 'frozen', ySplit: 1, xSplit: 1 });
    expect(target.autoFilter).toBeTruthy();
    expect(target.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(target.getCell('A1').font?.bold).toBe(true);
  }
  const state = workbook.getWorksheet('总览')!.getCell('D2');
  expect(state.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFBE3E1' } });
  expect(state.alignment).toMatchObject({ wrapText: true, vertical: 'top' });
});
