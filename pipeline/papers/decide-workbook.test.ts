import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { resultsSource } from '../../report/results-source.ts';
import { writeReports } from '../../report/write-reports.ts';
import { openScreening } from '../open-screening.ts';
import { decideRows, filledRows, planRows } from './decide-workbook.ts';
import { clerk, decided, finding, pack, type TrialOffice, trialOffice } from './testing.ts';

/** The workbook of an office's batch, with what a reviewer wrote into its overview: by filing, by column. */
async function workbookOf(
  { store, open, folder }: TrialOffice,
  filled: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
  lang: 'zh' | 'en' = 'zh',
) {
  const scratch = join(folder, `scratch-${lang}`);
  mkdirSync(scratch, { recursive: true });
  await writeReports(resultsSource(await openScreening(store, open), lang), { lang, pack }, folder, scratch);
  const path = join(folder, '初审结果.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0]!;
  const heads = (sheet.getRow(1).values as string[]).map(String);
  const cell = (row: ExcelJS.Row, head: string) => row.getCell(heads.indexOf(head));
  sheet.eachRow((row, n) => {
    if (n === 1) return;
    const id = String(cell(row, lang === 'zh' ? '申报编号' : 'Filing id').value);
    for (const [head, value] of Object.entries(filled[id] ?? {})) cell(row, head).value = value;
  });
  await workbook.xlsx.writeFile(path);
  return { path, sheet, cell };
}

const filings = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({
  id,
  company: `${id}公司`,
  findings: [finding('audit', '未见审计报告，请补充提交。')],
}));
const li = () => clerk;

test('a filled workbook changes exactly what its preview says, and says why it does not change the rest', async () => {
  const office = await trialOffice(filings);
  await decided(office, 'g', 'pass');
  const { path } = await workbookOf(office, {
    a: { 人工决定: '退回补正', 理由: 'audit的条件', 审核人: '李敏', 备注: '=电话已告知' },
    b: { 人工决定: '退回补正' },
    c: { 人工决定: '同意' },
    d: { 人工决定: '通过', 版本: '2' },
    e: { 人工决定: '通过', 申报编号: 'x' },
    f: { 人工决定: '不予受理', 理由: '没有的条件' },
  });
  const rows = await filledRows(path);
  const planned = await planRows(office.store, office.open, rows, li);
  expect(
    planned.map((one) => ('why' in one ? one.why.zh.slice(0, 6) : 'same' in one ? '=' : one.change.kind)),
  ).toEqual(['return', '退回补正或不', '不认识决定“', '表中是第 2', '本批次没有申', '理由“没有的', '=']);
  expect(await office.store.decisions.of('a')).toEqual([]);
  const done = await decideRows(office.store, office.open, planned);
  expect(done).toMatchObject({ changed: 1, refused: [] });
  expect(await office.store.decisions.of('a')).toMatchObject([
    { kind: 'return', reasons: ['audit'], note: '=电话已告知', by: 'li', step: 'first' },
  ]);
  expect(await office.store.acts.group(done.group)).toHaveLength(1);
  for (const id of ['b', 'c', 'd', 'e', 'f']) expect(await office.store.decisions.of(id)).toEqual([]);
});

test('what comes back unchanged changes nothing, in either language; what was decided stands in the workbook', async () => {
  const office = await trialOffice(filings);
  await decided(office, 'a', 'return', ['audit'], '+补');
  for (const lang of ['zh', 'en'] as const) {
    const { path, sheet, cell } = await workbookOf(office, {}, lang);
    const shown = (head: string) => cell(sheet.getRow(2), head).value;
    if (lang === 'zh') {
      expect(['人工决定', '理由', '审核人', '备注'].map(shown)).toEqual([
        '退回补正',
        'audit的条件',
        'li',
        "'+补",
      ]);
      const list = cell(sheet.getRow(3), '人工决定').dataValidation;
      expect(list).toMatchObject({ type: 'list', formulae: ['"通过,退回补正,不予受理,存疑"'] });
      expect(typeof shown('版本')).toBe('number');
    }
    const planned = await planRows(office.store, office.open, await filledRows(path), li);
    expect(planned).toMatchObject([{ filing: 'a', same: true }]);
  }
});

test('who was quicker is not overwritten', async () => {
  const office = await trialOffice(filings);
  const { path } = await workbookOf(office, { a: { 人工决定: '通过' } });
  const planned = await planRows(office.store, office.open, await filledRows(path), li);
  await decided(office, 'a', 'doubt');
  expect(await decideRows(office.store, office.open, planned)).toMatchObject({
    changed: 0,
    refused: [{ filing: 'a' }],
  });
});

test('a name that nobody bears is refused', async () => {
  const office = await trialOffice(filings);
  const { path } = await workbookOf(office, { a: { 人工决定: '通过', 审核人: '某人' } });
  const nobody = { zh: '没有这个人', en: 'nobody' };
  const planned = await planRows(office.store, office.open, await filledRows(path), () => nobody);
  expect(planned).toMatchObject([{ why: nobody }]);
});
