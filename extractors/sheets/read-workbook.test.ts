import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { type Block, linesOf } from '../../core/document.ts';
import { describePlace } from '../../core/place.ts';
import { readWorkbook } from './read-workbook.ts';

/** Blocks in short: a paragraph's text; a table's cells with what they hold. */
const short = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.lines.map((line) => line.text).join('/')
      : block.cells.map(({ row, col, rowSpan, colSpan, blocks: inner }) => {
          const text = [...linesOf(inner)].map((line) => line.text).join('/');
          return `${row},${col}${rowSpan * colSpan > 1 ? ` ${rowSpan}x${colSpan}` : ''} ${text}`;
        }),
  );

test('a form in a sheet: its title a paragraph, merged cells once, every cell with its name', async () => {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('申报表');
  sheet.addRow(['工业互联网案例申报表', '', '', '']);
  sheet.mergeCells('A1:D1');
  sheet.addRow(['企业名称', '云帆智造有限公司', '成立时间', '2011年3月']);
  sheet.addRow(['主营业务', '数控系统\n伺服电机', '', '']);
  sheet.mergeCells('B3:D3');
  sheet.addRow(['联系人', '', '电话', '']);
  workbook.addWorksheet('隐藏', { state: 'hidden' }).addRow(['x']);
  const document = await readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), 'xlsx');
  expect(short(document.body)).toEqual([
    '工业互联网案例申报表',
    [
      '0,0 企业名称',
      '0,1 云帆智造有限公司',
      '0,2 成立时间',
      '0,3 2011年3月',
      '1,0 主营业务',
      '1,1 1x3 数控系统/伺服电机',
      '2,0 联系人',
      '2,1 ',
      '2,2 电话',
      '2,3 ',
    ],
  ]);
  const line = [...linesOf(document.body)].find(({ text }) => text.startsWith('云帆'));
  expect(line?.place).toEqual({ part: '申报表', path: 'B2' });
  expect(line && describePlace(line.place)).toEqual({ zh: '工作表“申报表”B2', en: 'sheet "申报表", B2' });
});

test('an old workbook is read alike', async () => {
  const bytes = readFileSync(new URL('./fixtures/list.xls', import.meta.url));
  const { body, format } = await readWorkbook(bytes, 'xls');
  expect(format).toBe('xls');
  expect(short(body)[0]).toBe('入选项目名单（第一批）');
  expect(short(body)[1]?.slice(0, 5)).toEqual([
    '0,0 序号',
    '0,1 企业名称',
    '0,2 项目名称',
    '0,3 年份',
    '0,4 公布日期',
  ]);
});
