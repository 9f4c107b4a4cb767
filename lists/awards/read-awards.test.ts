import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from '../../core/document.ts';
import { parseCsv } from '../../extractors/sheets/csv.ts';
import { sheetsOfDocument } from '../sheets/document-sheets.ts';
import { readAwardBytes, readAwards } from './read-awards.ts';

const issuer = { kind: 'ministry', department: 'miit', words: '工业和信息化部', from: 'said' } as const;
const programmes = [
  { id: 'apps', names: ['工业互联网APP优秀解决方案', '工业APP优秀解决方案'], issuer },
  { id: 'platforms', names: ['跨行业跨领域工业互联网平台'], issuer },
];
const options = { programmes };
const utf8 = (text: string) => new TextEncoder().encode(text);

test('CSV: columns by synonym, year and programme from the file name, unread rows are told', async () => {
  const csv =
    '序号,推荐单位,"申报单位\n（盖章）",解决方案名称,方向\r\n1,江苏省,云帆科技有限公司,"窑炉""寻优""APP,二期",行业通用\r\n备注,以上,,,\r\n';
  const read = await readAwardBytes('2019年工业互联网APP优秀解决方案名单.csv', utf8(csv), options);
  expect(read.awards).toMatchObject([
    {
      programme: 'apps',
      programmeName: '工业互联网APP优秀解决方案',
      year: 2019,
      category: '行业通用',
      title: '窑炉"寻优"APP,二期',
      company: '云帆科技有限公司',
      region: '江苏省',
    },
  ]);
  expect(read.awards[0]).not.toHaveProperty('listedOn');
  expect(read.columns.map((column) => column.meaning)).toEqual([
    'number',
    'region',
    'company',
    'title',
    'category',
  ]);
  expect(read.rowsUnread).toMatchObject([{ row: 3 }]);
});

test('CSV in GB18030 with dates and programmes in columns', async () => {
  // 企业名称,项目名称,公布日期 / 云帆公司,窑炉,2020年3月5日
  const gb = Uint8Array.from(
    Buffer.from(
      'c6f3d2b5c3fbb3c62cc3fbb3c62cb9abb2bcc8d5c6da0ad4c6b7abb9abcbbe2cd2a4c2af2c32303230c4ea33d4c235c8d5',
      'hex',
    ),
  );
  const { awards } = await readAwardBytes('list.csv', gb);
  expect(awards).toMatchObject([{ company: '云帆公司', title: '窑炉', listedOn: '2020-03-05', year: 2020 }]);
});

test('XLSX: title rows, merged cells and several sheets', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.mergeCells('A1:D1');
  sheet.getCell('A1').value = '2020年跨行业跨领域工业互联网平台清单';
  sheet.addRow(['序号', '平台名称', '依托企业', '方向']);
  sheet.addRow([1, '云帆平台', { richText: [{ text: '云帆' }, { text: '有限公司' }] }, '综合']);
  sheet.addRow([2, '海砺平台', '海砺有限公司']);
  sheet.mergeCells('D3:D4');
  book.addWorksheet('说明').addRow(['本表仅供参考']);
  const { awards, rowsUnread, problems } = await readAwardBytes(
    'x.xlsx',
    new Uint8Array(await book.xlsx.writeBuffer()),
    options,
  );
  expect(awards).toMatchObject([
    { programme: 'platforms', year: 2020, title: '云帆平台', company: '云帆有限公司', category: '综合' },
    { title: '海砺平台', category: '综合' },
  ]);
  expect(rowsUnread).toMatchObject([{ sheet: '说明' }]);
  expect(problems).toEqual([]);
});

test('tables of an HTML page', async () => {
  const html =
    '<html><body><p>2018年工业互联网APP优秀解决方案名单</p><table><tr><th>序号</th><th>企业名称</th><th>方案名称</th></tr><tr><td>1</td><td>云帆有限公司</td><td>窑炉APP</td></tr></table></body></html>';
  const { awards } = await readAwardBytes('list.html', utf8(html), options);
  expect(awards).toMatchObject([
    { programme: 'apps', year: 2018, company: '云帆有限公司', title: '窑炉APP' },
  ]);
});

test('JSON is validated; what cannot be read is a problem', async () => {
  const good = await readAwardBytes('a.json', utf8('[{"title":"窑炉","company":"云帆","year":2020}]'));
  expect(good.awards).toMatchObject([{ title: '窑炉', year: 2020 }]);
  expect(good.awards[0]?.id).toMatch(/^[0-9a-f]{16}$/);
  expect((await readAwardBytes('a.json', utf8('[{"title":5}]'))).problems).toMatchObject([
    { code: 'file-damaged' },
  ]);
  expect((await readAwardBytes('a.json', utf8('{'))).problems).toMatchObject([{ code: 'file-damaged' }]);
  expect((await readAwards('/nowhere/list.csv')).problems).toMatchObject([{ code: 'file-missing' }]);
  const folder = await mkdtemp(join(tmpdir(), 'awards-'));
  await writeFile(join(folder, 'empty.csv'), '');
  expect((await readAwards(join(folder, 'empty.csv'))).problems).toMatchObject([{ code: 'file-empty' }]);
});

test('property: any cells survive quoting, and any bytes are read without throwing', async () => {
  const cell = fc.string().filter((text) => !text.startsWith('\ufeff'));
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const csv = rows
          .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const commas = csv.split(',').length;
        fc.pre([';', '\t', '，'].every((separator) => csv.split(separator).length < commas));
        expect(parseCsv(csv)).toEqual(rows);
      },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect(Array.isArray((await readAwardBytes('x.csv', bytes)).awards)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('a row that goes on over the page of a document is one award', () => {
  const line = (text: string) =>
    ({ text, place: { part: 'x', path: '1' }, readBy: 'text-layer', confidence: 1 }) as const;
  const table = (rows: readonly (readonly string[])[]): Table => ({
    kind: 'table',
    place: { part: 'x', path: '0' },
    rows: rows.length,
    cols: 3,
    cells: rows.flatMap((cells, row) =>
      cells.map((text, col) => ({
        row,
        col,
        rowSpan: 1,
        colSpan: 1,
        place: { part: 'x', path: '0' },
        header: false,
        blocks: [{ kind: 'paragraph' as const, lines: [line(text)] }],
      })),
    ),
  });
  const body = [
    table([
      ['序号', '项目名称', '企业名称'],
      ['1', '冷链批次数字孪生工', '璟桓食品有限责任'],
    ]),
    table([
      ['', '业APP应用', '公司'],
      ['2', '能耗优化系统', '甲有限公司'],
    ]),
  ];
  const [sheet] = sheetsOfDocument({
    format: 'pdf',
    pages: [],
    body,
    marginalia: [],
    pictures: [],
    problems: [],
  });
  expect(sheet?.rows.slice(1)).toEqual([
    ['1', '冷链批次数字孪生工业APP应用', '璟桓食品有限责任公司'],
    ['2', '能耗优化系统', '甲有限公司'],
  ]);
});

test('separators inside quotes do not decide what separates the columns', async () => {
  const csv =
    '解决方案名称,企业名称,简介\n织机预测性维护APP,宜昌市华兴纺织有限公司,"采集织机数据，预测断经断纬，减少停机，提升质量，降低能耗"\n';
  const { awards } = await readAwardBytes('名单.csv', utf8(csv), options);
  expect(awards).toMatchObject([
    { title: '织机预测性维护APP', company: '宜昌市华兴纺织有限公司', issuer: { kind: 'unknown' } },
  ]);
  expect(parseCsv('"a;b;c;d";x\n"e;f";y')).toEqual([
    ['a;b;c;d', 'x'],
    ['e;f', 'y'],
  ]);
});

test('rows of one table may be of lists by several bodies; headers in English are read', async () => {
  const tsv = [
    ['programme', 'year', 'list_title', 'category_or_direction', 'company', 'project_or_solution', 'note'],
    ['工业互联网APP优秀解决方案', '2019', '工信部公布的名单', '通用', '云帆有限公司', '窑炉APP', 'a, b, c'],
    [
      '工业互联网APP优秀解决方案',
      '2019-2020',
      '广东省工信厅公布的名单',
      '通用',
      '海砺有限公司',
      '机床APP',
      '',
    ],
  ];
  const bytes = utf8(tsv.map((row) => row.join('\t')).join('\n'));
  const { awards } = await readAwardBytes('名单.tsv', bytes, options);
  expect(awards).toMatchObject([
    { programme: 'apps', year: 2019, category: '通用', issuer: { kind: 'ministry', from: 'list' } },
    { programmeName: '工业互联网APP优秀解决方案', issuer: { kind: 'local', region: { province: '广东省' } } },
  ]);
  expect(awards[1]).not.toHaveProperty('programme');
  expect(awards[1]).not.toHaveProperty('year');
});
