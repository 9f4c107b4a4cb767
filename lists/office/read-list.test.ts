import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { schemesSchema } from '../../calls/schema/schemes.ts';
import { describePlace } from '../../core/place.ts';
import { readOfficeList } from './read-list.ts';

const { schemes } = schemesSchema.parse({
  schemes: [
    {
      id: 'modes',
      title: { zh: '模式', en: 'modes' },
      declaredBy: 'mode',
      labels: ['甲', '乙'].map((name) => ({ name, en: name, clause: '一' })),
    },
  ],
});
const pack = {
  schemes,
  form: formSchema.parse({
    title: '表',
    fields: [
      { key: 'name', label: '案例名称', en: 'n', type: 'text', role: 'title' },
      { key: 'company', label: '企业名称', en: 'c', type: 'text', role: 'applicant' },
      { key: 'unit', label: '推荐单位', en: 'u', type: 'text', role: 'recommending-unit' },
      { key: 'mode', label: '应用方向', en: 'm', type: 'ticks', options: [{ text: '甲' }, { text: '乙' }] },
      { key: 'contact', label: '姓名', en: 'c', type: 'person', under: ['联系人信息'], role: 'contact' },
      { key: 'phone', label: '电话', en: 'p', type: 'phone', under: ['联系人信息'], role: 'phone' },
      { key: 'assets', label: '总资产', en: 'a', type: 'amount', unit: '万元' },
    ],
  }),
};

async function read(name: string, content: string | Uint8Array) {
  const file = join(await mkdtemp(join(tmpdir(), 'list-')), name);
  await writeFile(file, content);
  const list = await readOfficeList(file, pack);
  const rows = list.rows.map(({ rank, unit, cells, number }) => ({
    number,
    rank,
    unit,
    ...Object.fromEntries([...cells].map(([key, cell]) => [key, cell.raw])),
  }));
  return { list, rows };
}

test('a sheet with a heading, a header of two rows and remarks', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('汇总');
  sheet.addRow(['2022年信息汇总表']);
  sheet.mergeCells('A1:G1');
  sheet.addRow(['推荐单位（盖章）：江苏省工业和信息化厅']);
  sheet.addRow(['推荐排序', '序号', '申报单位', '案例名称', '应用模式', '联系人', '', '企业总资产（万元）']);
  sheet.addRow(['', '', '', '', '', '姓名', '电话', '']);
  for (const column of ['A', 'B', 'C', 'D', 'E', 'H']) sheet.mergeCells(`${column}3:${column}4`);
  sheet.mergeCells('F3:G3');
  sheet.addRow([2, 1, '甲方有限公司', '窑炉案例', '甲', '张三', '13800000000', '1.2亿元']);
  sheet.addRow([1, 2, '乙方有限公司', '纺织案例', '', '李四', '', '']);
  sheet.addRow(['填表人：王五']);
  const { list, rows } = await read('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
  expect(rows).toEqual([
    {
      number: 5,
      rank: '2',
      unit: '江苏省工业和信息化厅',
      company: '甲方有限公司',
      name: '窑炉案例',
      mode: '甲',
      contact: '张三',
      phone: '13800000000',
      assets: '1.2亿元',
    },
    {
      number: 6,
      rank: '1',
      unit: '江苏省工业和信息化厅',
      company: '乙方有限公司',
      name: '纺织案例',
      mode: '',
      contact: '李四',
      phone: '',
      assets: '',
    },
  ]);
  expect(list.unread).toEqual(['汇总:7']);
  const cell = list.rows[0]?.cells.get('company');
  expect(cell && describePlace(cell.place).zh).toBe('《a.xlsx》行5 格3');
});

test('CSV and HTML; without a rank column the numbers are the order; units by their column', async () => {
  const csv = '序号,推荐单位,企业名称,案例名称\n1,江苏省工信厅,甲方有限公司,窑炉案例\n';
  expect((await read('a.csv', csv)).rows).toEqual([
    { number: 2, rank: '1', unit: '江苏省工信厅', company: '甲方有限公司', name: '窑炉案例' },
  ]);
  const html = `<p>汇总表</p><table><tr><th>企业名称</th><th>案例名称</th></tr><tr><td>甲方有限公司</td><td>窑炉案例</td></tr></table>`;
  const { rows } = await read('a.html', html);
  expect(rows[0]).toMatchObject({ company: '甲方有限公司', name: '窑炉案例' });
  expect(rows[0]?.rank).toBeUndefined();
});

test('numbers that run on through several units rank nobody; those of each unit do', async () => {
  const sheet = (...numbers: number[]) =>
    `序号,推荐单位,企业名称,案例名称\n${numbers.map((n, i) => `${n},${i < 2 ? '江苏省工信厅' : '浙江省经信厅'},第${i}有限公司,案例${i}\n`).join('')}`;
  const ranksOf = async (csv: string) => (await read('a.csv', csv)).rows.map(({ rank }) => rank);
  expect(await ranksOf(sheet(1, 2, 3, 4))).toEqual([undefined, undefined, undefined, undefined]);
  expect(await ranksOf(sheet(1, 2, 1, 2))).toEqual(['1', '2', '1', '2']);
});

test('what is no list gives no rows, what cannot be read a problem', async () => {
  expect((await read('a.csv', '甲,乙\n1,2\n')).list).toMatchObject({ rows: [], problems: [] });
  expect((await read('a.xlsx', 'PK\x03\x04 xl/workbook.xml')).list.problems).toMatchObject([
    { code: 'file-damaged' },
  ]);
  expect((await read('a.csv', '')).list.problems).toMatchObject([{ code: 'file-empty' }]);
  expect((await readOfficeList('/nowhere.csv', pack)).problems).toMatchObject([{ code: 'file-missing' }]);
});
