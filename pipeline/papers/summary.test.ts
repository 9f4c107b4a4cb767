import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { summarySchema } from '../../calls/schema/summary.ts';
import { readDocument } from '../../extractors/read-document.ts';
import { makeSummary } from './summary.ts';
import { decided, type TrialOffice, trialOffice } from './testing.ts';

const summary = summarySchema.parse({
  title: '试验推荐汇总表',
  clause: '一',
  printed: true,
  head: [{ label: '推荐单位（盖章）', from: { role: 'recommending-unit' } }],
  columns: [
    { label: '序号', from: { rank: true } },
    { label: '项目名称', from: { role: 'title' } },
    { label: '依托企业', from: { role: 'applicant' } },
    { label: '联系方式（手机）', from: { role: 'phone' } },
    { label: '级别', from: { constant: '省级' } },
    { label: '备注', from: { blank: true } },
  ],
});
const withSheet = (office: TrialOffice): TrialOffice => ({
  ...office,
  open: { ...office.open, pack: { ...office.open.pack, summary } },
});

async function passing() {
  const office = withSheet(
    await trialOffice([
      { id: 'a', company: '甲公司', title: '=甲车间' },
      { id: 'b', company: '乙公司', title: '乙车间', unit: '苏州市工业和信息化局' },
      { id: 'c', company: '丙公司', title: '丙车间' },
      { id: 'd', company: '丁公司' },
    ]),
  );
  for (const id of ['a', 'b', 'c']) await decided(office, id, 'pass');
  await decided(office, 'd', 'reject', [], '不具备资格。');
  return office;
}

test('the sheet holds what passed, in the notice’s columns, a sheet for each recommending unit', async () => {
  const { store, open, folder } = await passing();
  const made = await makeSummary(store, open, [], folder);
  expect(made.papers.map(({ name }) => name)).toEqual(['试验推荐汇总表.xlsx', '试验推荐汇总表.docx']);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(made.papers[0]?.path ?? '');
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['南京市工信局', '苏州市工业和信息化局']);
  const [first] = workbook.worksheets;
  const row = (n: number) => [...((first?.getRow(n).values as unknown[] | undefined) ?? [])].slice(1);
  expect(first?.getCell('A1').value).toBe('试验推荐汇总表');
  expect(first?.getCell('A2').value).toBe('推荐单位（盖章）：南京市工信局');
  expect(row(3)).toEqual(['序号', '项目名称', '依托企业', '联系方式（手机）', '级别', '备注']);
  expect(row(4).slice(0, 5)).toEqual([1, "'=甲车间", '甲公司', '13800000000', '省级']);
  expect(row(5).slice(0, 3)).toEqual([2, '丙车间', '丙公司']);
  expect(first?.rowCount).toBe(5);
});

test('our own reader reads the DOCX back', async () => {
  const { store, open, folder } = await passing();
  const made = await makeSummary(store, open, [], folder);
  const path = made.papers[1]?.path ?? '';
  const read = await readDocument(
    { bytes: readFileSync(path), name: path },
    { ocr: async () => undefined, maxPages: 10 },
  );
  const tables = read.document?.body.filter((block) => block.kind === 'table') ?? [];
  expect(tables).toHaveLength(2);
  const words = JSON.stringify(tables[1]);
  expect(words).toContain('乙公司');
  expect(words).not.toContain('丁公司');
});

test('the ranking is that of the list; what it does not name stands last and is told', async () => {
  const { store, open, folder } = await passing();
  const list = join(folder, '顺序.csv');
  writeFileSync(list, '推荐排序,项目名称,申报单位\n2,甲车间,甲公司\n1,丙车间,丙公司\n');
  const made = await makeSummary(store, open, [list], folder);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(made.papers[0]?.path ?? '');
  const names = [4, 5].map((n) => workbook.worksheets[0]?.getCell(`C${n}`).value);
  expect(names).toEqual(['丙公司', '甲公司']);
  expect(made.remarks.map(({ filing }) => filing)).toEqual(['b']);
});

test('a call without a sheet, and a batch where nothing passed, say so', async () => {
  const office = await trialOffice([{ id: 'a', company: '甲公司' }]);
  const none = await makeSummary(office.store, office.open, [], office.folder);
  expect(none.refused[0]?.why.zh).toContain('summary.yaml');
  const { store, open } = withSheet(office);
  expect((await makeSummary(store, open, [], office.folder)).refused[0]?.why.zh).toContain('通过');
});
