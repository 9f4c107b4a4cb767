import Excel from 'exceljs';
import { expect, test } from 'vitest';
import { linesIn, summaryXlsx } from './summary-xlsx.ts';

const summary = {
  title: '推荐项目汇总表',
  clause: '附件3',
  printed: true,
  head: [{ label: '推荐单位（盖章）', from: { role: 'recommending-unit' as const } }],
  columns: [
    { label: '序号', from: { rank: true as const }, width: 14 },
    { label: '企业名称', from: { role: 'applicant' as const }, width: 58 },
  ],
};
const long = '威海麟颐汽车零部件制造股份有限公司高端装备智能制造分公司';

test('a name that takes two lines gets the height of two, and a row that is short stays a row to write in', async () => {
  const unit = {
    unit: '山东省工业和信息化厅',
    head: [{ label: '推荐单位（盖章）', text: '山东省工业和信息化厅' }],
    empty: [],
  };
  const bytes = await summaryXlsx(
    [
      {
        ...unit,
        rows: [
          [1, '甲公司'],
          [2, long],
        ],
      },
    ],
    summary,
  );
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  const heights = [3, 4, 5].map((row) => sheet?.getRow(row).height ?? 0);
  expect(heights[0]).toBe(heights[1]);
  expect(heights[2]).toBeGreaterThan(heights[1] ?? 0);
  expect(linesIn(long, sheet?.getColumn(2).width ?? 0)).toBeGreaterThan(1);
});
