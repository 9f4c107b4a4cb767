import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import type { Results } from '../../core/results.ts';
import { formula, reportsOf, screening } from '../testing.ts';
import { toResults } from '../whole-results.ts';

async function write(lang: 'zh' | 'en', change: (results: Results) => void = () => {}) {
  const results = toResults(screening, lang);
  change(results);
  const { workbook: bytes } = await reportsOf(results, lang);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return { bytes, workbook };
}

test.each([
  [
    'zh',
    ['总览', '逐条意见', '人工核对', '申报字段', '重复与获奖', '批次检查', '文件清单', '文件问题'],
    '项目名称',
  ],
  [
    'en',
    ['Overview', 'Findings', 'For a person', 'Fields', 'Repeats and awards', 'Batch', 'Files', 'Problems'],
    'Title',
  ],
] as const)(
  'the workbook in %s has its sheets, headers and a row for each thing',
  async (lang, names, title) => {
    const { workbook } = await write(lang);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(names);
    expect(workbook.worksheets.map((sheet) => sheet.rowCount - 1)).toEqual([2, 2, 1, 3, 1, 1, 3, 2]);
    const [overview] = workbook.worksheets;
    expect(overview?.getCell('A1').value).toBe(title);
    expect(overview?.autoFilter).toBeTruthy();
    expect(overview?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  },
);

test('text that looks like a formula is text, also in targets and evidence', async () => {
  const { workbook } = await write('zh');
  const texts: unknown[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number]).toContain(cell.type);
        texts.push(cell.value);
      }),
    );
  expect(texts).toContain(`'${formula}`);
  expect(texts).toContain("'+追溯");
  expect(texts).toContain("'-恒驰");
  expect(texts.filter((text) => /^[=+\-@]/u.test(String(text)) && Number.isNaN(Number(text)))).toEqual([]);
});

test('the overview says the state, every reason in full, and how much a person has to check', async () => {
  const { workbook } = await write('zh');
  const row = workbook.getWorksheet('总览')!.getRow(2);
  expect(row.getCell(4).value).toBe('不符合');
  expect(row.getCell(5).value).toBe(
    '不符合：与“+追溯”相同。\n不符合：不符合：<i>两份</i>。\n待人工核对：盖章',
  );
  expect(row.getCell(15).value).toBe(1);
  expect(workbook.getWorksheet('人工核对')!.getCell('C2').value).toBe('盖章');
});

test('numbers stay numbers', async () => {
  const { workbook } = await write('zh');
  const fields = workbook.getWorksheet('申报字段')!;
  expect(fields.getCell('D4').value).toBe(1234.5);
});

test('characters that no XML may hold and endless texts do not break the file', async () => {
  const { workbook, bytes } = await write('zh', (results) => {
    results.filings[0]!.findings[0]!.message = `a\u0000\u0008\ufffe\uffff\ud800${'长'.repeat(40_000)}`;
  });
  const message = String(workbook.getWorksheet('逐条意见')?.getCell('F2').value);
  expect(message.startsWith('a长')).toBe(true);
  expect(message.length).toBeLessThanOrEqual(32_767);
  const zip = await JSZip.loadAsync(bytes);
  for (const file of Object.values(zip.files))
    if (file.name.endsWith('.xml'))
      expect(await file.async('string')).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ufffd]/u,
      );
});

test('a batch without filings is still a workbook', async () => {
  const { workbook } = await write('zh', (results) => {
    results.filings = [];
    results.batch.findings = [];
    results.unassigned = [];
  });
  expect(workbook.worksheets.map((sheet) => sheet.rowCount)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});
