import { expect, test } from 'vitest';
import type { TableField, YearsField } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { streamOf } from '../align/stream.ts';
import { form } from '../testing.ts';
import { LabelIndex } from './label-index.ts';
import { readTable, readYears } from './read-rows.ts';

const honours = form.fields.find((field): field is TableField => field.type === 'table')!;
const assets = form.fields.find((field): field is YearsField => field.type === 'years')!;

function setUp(html: string) {
  const stream = streamOf(readHtml(html));
  const labels = new LabelIndex(stream, form.fields);
  const tables = [...new Set(stream.units.flatMap((unit) => (unit.cell ? [unit.cell.table] : [])))];
  return { stream, labels, tables: tables.map((table) => labels.cellsOf(table)) };
}

/** The rows as `level/name/at`; `undefined` where the table is not found. */
function rowsOf(html: string, field: TableField = honours): string[] | undefined {
  const { stream, labels, tables } = setUp(html);
  return readTable(field, stream, labels, tables)?.rows.map(({ cells }) =>
    field.columns
      .map(({ key }) => cells.get(key))
      .map((unit) => (unit ? stream.folded.slice(unit.start, unit.end) : '-'))
      .join('/'),
  );
}

function yearsOf(html: string): Record<number, string> {
  const { stream, labels } = setUp(html);
  const readings = readYears(assets, stream, labels);
  return Object.fromEntries(
    readings.map(({ year, start, end }) => [year ?? 0, stream.folded.slice(start, end)]),
  );
}

const row = (...cells: string[]) =>
  `<tr>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;
const header = row('序号', '级别', '奖项名称', '获得时间');

test('rows below the header, with or without a serial column', () => {
  const rows = [row('1', '省级', '智能车间', '2020年5月'), row('2', '国家级', '上云标杆', '2021年')];
  const expected = ['省级/智能车间/2020年5月', '国家级/上云标杆/2021年'];
  expect(rowsOf(table(header, ...rows))).toEqual(expected);
  const bare = rows.map((line) => line.replace(/<td>\d<\/td>/u, ''));
  expect(rowsOf(table(header.replace('<td>序号</td>', ''), ...bare))).toEqual(expected);
});

test('columns in another order are told by their labels', () => {
  expect(rowsOf(table(row('奖项名称', '获得时间', '级别'), row('智能车间', '2020年', '省级')))).toEqual([
    '省级/智能车间/2020年',
  ]);
});

test('the header repeated on the next page is no row', () => {
  expect(
    rowsOf(table(header, row('1', '省级', '甲', '2020年'), header, row('2', '市级', '乙', '2021年'))),
  ).toEqual(['省级/甲/2020年', '市级/乙/2021年']);
});

test('rows left empty or filled with dashes are no rows', () => {
  const rows = [row('1', '省级', '甲', '2020年'), row('2', '', '', ''), row('3', '/', '—', '/')];
  expect(rowsOf(table(header, ...rows))).toEqual(['省级/甲/2020年']);
  expect(rowsOf(table(header, row('1', '', '', '')))).toEqual([]);
});

test('a cell merged over several rows counts for each of them', () => {
  const html = table(
    header,
    row('1', '<td rowspan="2">省级</td>', '甲', '2020年'),
    row('2', '乙', '2021年'),
    row('3', '市级', '丙', '2022年'),
  );
  expect(rowsOf(html)).toEqual(['省级/甲/2020年', '省级/乙/2021年', '市级/丙/2022年']);
});

test('a cell merged over several columns is the first one; the row is still read', () => {
  const html = table(
    header,
    row('1', '省级', '<td colspan="2">甲 2020年</td>'),
    row('2', '市级', '乙', '2021年'),
  );
  expect(rowsOf(html)).toEqual(['省级/甲2020年/-', '市级/乙/2021年']);
});

test('the part of the form below the table is no row of it', () => {
  const html = table(
    row('<td rowspan="3">企业荣誉</td>', '级别', '奖项名称', '获得时间'),
    row('省级', '甲', '2020年'),
    row('市级', '乙', '2021年'),
    row('联系人信息', '姓名', '王晓琳', '邮箱：a@b.cn'),
  );
  expect(rowsOf(html)).toEqual(['省级/甲/2020年', '市级/乙/2021年']);
});

test('a label of the form in the first column ends a table that has nothing to its left', () => {
  const html = table(
    row('级别', '奖项名称', '获得时间'),
    row('省级', '甲', '2020年'),
    row('姓名', '王晓琳', '邮箱：a@b.cn'),
  );
  expect(rowsOf(html)).toEqual(['省级/甲/2020年']);
});

test('a label cell repeated or left empty on the next page does not end the table', () => {
  const part = (label: string, ...rows: string[]) =>
    rows.map((cells, i) =>
      i === 0 ? cells.replace('<tr>', `<tr><td rowspan="${rows.length}">${label}</td>`) : cells,
    );
  for (const label of ['企业荣誉', '']) {
    const html = table(
      ...part('企业荣誉', row('级别', '奖项名称', '获得时间'), row('省级', '甲', '2020年')),
      ...part(label, row('级别', '奖项名称', '获得时间'), row('市级', '乙', '2021年')),
    );
    expect(rowsOf(html)).toEqual(['省级/甲/2020年', '市级/乙/2021年']);
  }
});

test('a note over the whole width ends the table', () => {
  expect(
    rowsOf(table(header, row('1', '省级', '甲', '2020年'), row('<td colspan="4">注：另附证书。</td>'))),
  ).toEqual(['省级/甲/2020年']);
});

test('a table that is not there is not found', () => {
  expect(rowsOf(table(row('企业名称', '恒驰'), row('级别', '省级')))).toBeUndefined();
  expect(rowsOf('')).toBeUndefined();
});

test('of two tables with the same columns the one under the right label is read', () => {
  const under: TableField = { ...honours, under: ['企业荣誉'] };
  const one = (label: string, name: string) =>
    table(row(`<td rowspan="2">${label}</td>`, '级别', '奖项名称', '获得时间'), row('省级', name, '2020年'));
  expect(rowsOf(one('产品荣誉', '甲') + one('企业荣誉', '乙'), under)).toEqual(['省级/乙/2020年']);
});

test('year columns are read under their years', () => {
  const html = table(
    row('财务情况', '2019 年', '2020年度', '2021'),
    row('总资产（万元）', '1', '', '3'),
    row('总资产周转率', '7', '8', '9'),
  );
  expect(yearsOf(html)).toEqual({ 2019: '1', 2020: '', 2021: '3' });
});

test('of several rows of years the nearest above counts', () => {
  const html = table(
    row('研发', '2021年', '2020年', '2019年'),
    row('费用', '7', '8', '9'),
    row('财务', '2019年', '2020年', '2021年'),
    row('总资产', '1', '2', '3'),
  );
  expect(yearsOf(html)).toEqual({ 2019: '1', 2020: '2', 2021: '3' });
});

test('years that stand beside their values in rows of their own are left to a person', () => {
  expect(yearsOf(table(row('总资产', '2019年', '1'), row('', '2020年', '2')))).toEqual({});
});

/** How the table was read: texts of its header, its rows, and how many were left empty. */
function tableOf(html: string, field: TableField = honours) {
  const { stream, labels, tables } = setUp(html);
  const found = readTable(field, stream, labels, tables);
  return (
    found && {
      header: found.header.map(({ start, end }) => stream.folded.slice(start, end)),
      rows: found.rows.length,
      empty: found.emptyRows,
    }
  );
}

test('the header is told with its table, and how many rows below it are empty', () => {
  const rows = [row('1', '省级', '甲', '2020年'), row('2', '', '', ''), row('3', '', '', '')];
  expect(tableOf(table(header, ...rows))).toEqual({
    header: ['级别', '奖项名称', '获得时间'],
    rows: 1,
    empty: 2,
  });
});

test('a row with one empty cell is a row', () => {
  expect(rowsOf(table(header, row('1', '省级', '', '2020年')))).toEqual(['省级//2020年']);
});

test('two of three columns make a header, two of five do not', () => {
  expect(rowsOf(table(row('级别', '奖项名称'), row('省级', '甲')))).toEqual(['省级/甲/-']);
  const more = ['颁发单位', '证书编号'].map((label, i) => ({ ...honours.columns[0]!, key: `c${i}`, label }));
  const five: TableField = { ...honours, columns: [...honours.columns, ...more] };
  expect(rowsOf(table(row('级别', '奖项名称'), row('省级', '甲')), five)).toBeUndefined();
  expect(rowsOf(table(row('级别', '奖项名称', '证书编号'), row('省级', '甲', '7')), five)).toEqual([
    '省级/甲/-/-/7',
  ]);
});

test('of a label that heads two columns the first is meant', () => {
  expect(rowsOf(table(row('级别', '奖项名称', '级别'), row('省级', '甲', '市级')))).toEqual(['省级/甲/-']);
});

test('a table under its own label goes before one that has more of the columns', () => {
  const under: TableField = { ...honours, under: ['获奖情况', '企业荣誉'] };
  const other = table(row('级别', '奖项名称', '获得时间'), row('省级', '甲', '2020年'));
  const own = table(row('<td rowspan="2">企业荣誉</td>', '级别', '奖项名称'), row('市级', '乙'));
  expect(rowsOf(other + own, under)).toEqual(['市级/乙/-']);
  expect(rowsOf(other + own)).toEqual(['省级/甲/2020年']);
});

test('a label over another row of the table is not that of the header', () => {
  const under: TableField = { ...honours, under: ['企业荣誉'] };
  const columns = row('说明', '级别', '奖项名称', '获得时间');
  const above = table(row('企业荣誉', '见下', '', ''), columns, row('', '省级', '甲', '2020年'));
  const below = table(columns, row('', '省级', '甲', '2020年'), row('企业荣誉', '见上', '', ''));
  const own = table(
    row('<td rowspan="2">企业荣誉</td>', '级别', '奖项名称', '获得时间'),
    row('市级', '乙', '2021年'),
  );
  for (const other of [above, below]) expect(rowsOf(other + own, under)).toEqual(['市级/乙/2021年']);
});

test('another part to the left of the columns ends the table, whatever its words', () => {
  const html = (side: string) =>
    table(
      row('<td rowspan="2">企业荣誉</td>', '级别', '奖项名称', '获得时间'),
      row('省级', '甲', '2020年'),
      row(side, '市级', '乙', '2021年'),
    );
  expect(rowsOf(html('其他情况'))).toEqual(['省级/甲/2020年']);
  const both = ['省级/甲/2020年', '市级/乙/2021年'];
  for (const side of ['企业荣誉', '', '2', '2.', '12、']) expect(rowsOf(html(side))).toEqual(both);
  expect(rowsOf(html('2020年'))).toEqual(['省级/甲/2020年']);
});

test('a serial column may count with words', () => {
  for (const name of ['序号', '编号', 'No.', '#'])
    expect(
      rowsOf(
        table(
          row(name, '级别', '奖项名称', '获得时间'),
          row('其一', '省级', '甲', '2020年'),
          row('其二', '市级', '乙', '2021年'),
        ),
      ),
    ).toEqual(['省级/甲/2020年', '市级/乙/2021年']);
});

test('a label among the values is one of the applicant’s words, in the first column it ends the table', () => {
  const rows = (first: string, second: string) =>
    rowsOf(table(header, row('1', '省级', '甲', '2020年'), row('2', first, second, '2021年')));
  expect(rows('市级', '企业名称')).toEqual(['省级/甲/2020年', '市级/企业名称/2021年']);
  expect(rows('市级', '奖项名称')).toEqual(['省级/甲/2020年', '市级/奖项名称/2021年']);
  expect(rows('企业名称', '乙')).toEqual(['省级/甲/2020年']);
});

test('cells that all come down from the row above make no row of their own', () => {
  const tall = (text: string) => `<td rowspan="2">${text}</td>`;
  const html = table(
    row('企业荣誉', '级别', '奖项名称', '获得时间'),
    row('', tall('省级'), tall('甲'), tall('2020年')),
    row(''),
    row('', '市级', '乙', '2021年'),
  );
  expect(rowsOf(html)).toEqual(['省级/甲/2020年', '市级/乙/2021年']);
});

test('a row of which half or more was merged away ends the table', () => {
  const after = row('3', '市级', '丙', '2022年');
  expect(
    rowsOf(table(header, row('1', '省级', '甲', '2020年'), row('2', '<td colspan="3">注</td>'), after)),
  ).toEqual(['省级/甲/2020年']);
  const four: TableField = {
    ...honours,
    columns: [...honours.columns, { ...honours.columns[0]!, key: 'by', label: '颁发单位' }],
  };
  const html = table(
    row('级别', '奖项名称', '获得时间', '颁发单位'),
    row('省级', '甲', '2020年', '省厅'),
    row('<td colspan="2">以上共一项</td>', '<td colspan="2">略</td>'),
    row('市级', '乙', '2021年', '市局'),
  );
  expect(rowsOf(html, four)).toEqual(['省级/甲/2020年/省厅']);
});

test('a row that is shorter than the columns ends the table', () => {
  expect(
    rowsOf(
      table(
        header,
        row('1', '省级', '甲', '2020年'),
        row('2', '市级', '乙'),
        row('3', '市级', '丙', '2022年'),
      ),
    ),
  ).toEqual(['省级/甲/2020年']);
  // The year of two rows does not reach the third, nor the one above.
  const year = '<td rowspan="2">2020年</td>';
  expect(
    rowsOf(table(header, row('1', '省级', '甲', year), row('2', '市级', '乙'), row('3', '县级', '丙'))),
  ).toEqual(['省级/甲/2020年', '市级/乙/2020年']);
  expect(
    rowsOf(table(header, row('1', '省级', '甲'), row('2', '市级', '乙', year), row('3', '县级', '丙'))),
  ).toEqual([]);
});

test('years are read where the label stands under them, though it stands elsewhere too', () => {
  const html =
    table(row('总资产', '见附表')) +
    table(row('财务情况', '2019年', '2020年', '2021年'), row('总资产', '1', '2', '3'));
  expect(yearsOf(html)).toEqual({ 2019: '1', 2020: '2', 2021: '3' });
});
