import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { streamOf } from '../align/stream.ts';
import { readForm } from '../read-form.ts';
import { doubtAbsent } from './doubt-absent.ts';
import { absent } from './field-parts.ts';

const form = formSchema.parse({
  title: '试验申报书',
  fields: [
    { key: 'title', label: '项目名称', en: 'Title', type: 'text', role: 'title' },
    { key: 'people', label: '项目人员数量', en: 'People', type: 'count', unit: '人' },
    {
      key: 'senior',
      label: '其中高级职称人员',
      en: 'Senior staff',
      type: 'table',
      columns: [
        { key: 'name', label: '姓名', en: 'Name' },
        { key: 'born', label: '出生年月', en: 'Born', type: 'month' },
        { key: 'rank', label: '技术职称', en: 'Rank' },
        { key: 'since', label: '获得时间', en: 'Since', type: 'month' },
      ],
    },
    { key: 'protocols', label: '协议兼容适配数量', en: 'Protocols', type: 'count', unit: '种' },
  ],
});
const page = (table: string, more = '') => `<html><body><h1>试验申报书</h1>
<table><tr><td>项目名称</td><td colspan="5">{{title}}</td></tr>
<tr><td>项目人员数量</td><td colspan="5">{{people}}</td></tr>${table}</table>${more}</body></html>`;
const blank = readHtml(
  page(
    `<tr><td rowspan="2">其中高级职称人员</td><td>序号</td><td>姓名</td><td>出生年月</td><td>技术职称</td><td>获得时间</td></tr>
<tr><td>{{senior.#}}</td><td>{{senior.name}}</td><td>{{senior.born}}</td><td>{{senior.rank}}</td><td>{{senior.since}}</td></tr>`,
    '<p>协议兼容适配数量：{{protocols}}种</p>',
  ),
);
const read = (table: string, more = '') =>
  readForm(
    readHtml(page(table, more).replace('{{title}}', '数字车间').replace('{{people}}', '46')),
    form,
    blank,
  ).fields;

test('a table whose head has its columns merged is there, and nobody can say what it holds', () => {
  const fields = read(
    `<tr><td rowspan="2">高级职称人员</td><td colspan="3">姓名、出生年月</td><td colspan="2">技术职称及获得时间</td></tr>
<tr><td colspan="3">陈国栋 1971.8</td><td colspan="2">高级工程师 2008.12</td></tr>`,
  );
  expect(fields.get('senior')).toMatchObject({ state: 'unreadable' });
  expect(fields.get('senior')?.where).not.toEqual([]);
});

test('a label behind a tick is a label', () => {
  expect(read('', '<p>☑协议兼容适配数量：46种</p>').get('protocols')).toMatchObject({ value: 46 });
  expect(read('', '<p>其中：协议兼容适配数量：46种</p>').get('protocols')).toMatchObject({ value: 46 });
});

test('a label over something that was not understood is no absence', () => {
  const fields = read('', '<p>3、其中高级职称人员（另附表）</p>');
  expect(fields.get('senior')).toMatchObject({ state: 'unreadable', value: null });
});

test('words of a label in running text leave its absence unsure', () => {
  const field = read('', '<p>项目组有高级职称人员12人。</p>').get('senior');
  expect(field?.state).toBe('absent');
  expect(field?.confidence).toBeLessThan(0.6);
});

test('what is named nowhere is surely absent', () => {
  const fields = read('');
  expect(fields.get('protocols')).toMatchObject({ state: 'absent', confidence: 0.9 });
  expect(fields.get('senior')).toMatchObject({ state: 'absent', confidence: 0.9 });
});

/** What becomes of a field that was found nowhere, by what stands in the filing. */
function absence(html: string, key = 'protocols', fields = form.fields) {
  const field = fields.find((one) => one.key === key)!;
  const found = doubtAbsent(new Map([[key, absent(field)]]), fields, streamOf(readHtml(html)));
  const { state, confidence, where } = found.get(key)!;
  return state === 'absent' ? confidence : [state, confidence, where.length];
}

const [there, named, gone] = [['unreadable', 0.3, 1], 0.5, 0.9];

test.each([
  ['协议兼容适配数量', there],
  ['协议兼容适配数量：', there],
  ['协议兼容适配数量（种）', there],
  ['（三）协议兼容适配数量', there],
  ['其中：协议兼容适配数量', there],
  // The words of the label open a sentence, or stand in it.
  ['协议兼容适配数量达到46种', named],
  ['协议兼容适配数量达到46种（含私有协议）', named],
  ['平台的协议兼容适配数量', named],
  ['平台的协议兼容适配数量：见附表', named],
  ['协议数量', gone],
  ['', gone],
])('a line that reads %j', (line, expected) => {
  expect(absence(`<p>其他</p><p>${line}</p>`)).toEqual(expected);
});

test('a cell that holds the label is its place as well', () => {
  expect(absence('<table><tr><td></td><td>协议兼容适配数量</td></tr></table>')).toEqual(there);
});

test('any of the names of a field tells it', () => {
  const fields = form.fields.map((one) =>
    one.key === 'protocols' ? { ...one, aliases: ['协议适配种类'] } : one,
  );
  expect(absence('<p>协议适配种类</p>', 'protocols', fields)).toEqual(there);
  expect(absence('<p>支持的协议适配种类</p>', 'protocols', fields)).toBe(named);
});

test('a label of three characters stands in any text and tells nothing, one of four does', () => {
  const fields = (label: string) =>
    form.fields.map((one) => (one.key === 'protocols' ? { ...one, label } : one));
  expect(absence('<p>协议数</p>', 'protocols', fields('协议数'))).toBe(gone);
  expect(absence('<p>协议总数</p>', 'protocols', fields('协议总数'))).toEqual(there);
});

test('the form may print 其中 before a part; only there is it no part of its name', () => {
  const fields = (label: string) =>
    form.fields.map((one) => (one.key === 'protocols' ? { ...one, label } : one));
  expect(absence('<p>高级协议数</p>', 'protocols', fields('其中高级协议数'))).toEqual(there);
  expect(absence('<p>协议其种类</p><p>协议种类</p>', 'protocols', fields('协议其中种类'))).toBe(gone);
});

test('a row that names half of the columns of a table is its head', () => {
  const row = (...cells: string[]) =>
    `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
  expect(absence(row('序号', '姓名及出生年月'), 'senior')).toEqual(there);
  expect(absence(row('姓名', '出生年月', '技术职称'), 'senior')).toEqual(there);
  expect(absence(row('姓名', '电话'), 'senior')).toBe(gone);
  // In two rows, in two tables, or in running text they make no head.
  expect(absence('<table><tr><td>姓名</td></tr><tr><td>出生年月</td></tr></table>', 'senior')).toBe(gone);
  expect(absence(row('姓名') + row('出生年月'), 'senior')).toBe(gone);
  expect(absence('<p>姓名、出生年月、技术职称</p>', 'senior')).toBe(gone);
  expect(absence(row('姓名', '出生年月'), 'protocols')).toBe(gone);
});

test('where the form prints the table under a heading, that heading must stand in the filing', () => {
  const under = form.fields.map((one) =>
    one.key === 'senior' ? { ...one, under: ['项目 团队', '人员信息'] } : one,
  );
  const head = '<table><tr><td>姓名</td><td>出生年月</td></tr></table>';
  expect(absence(head, 'senior', under)).toBe(gone);
  expect(absence(`<p>项目团队</p>${head}`, 'senior', under)).toEqual(there);
});

test('a table of two columns needs both, one of six needs three', () => {
  const columns = (...labels: string[]) =>
    form.fields.map((one) =>
      one.type === 'table'
        ? {
            ...one,
            columns: labels.map((label, i) => ({
              key: `c${i}`,
              label,
              en: label,
              aliases: [],
              type: 'text' as const,
            })),
          }
        : one,
    ) as typeof form.fields;
  const head = (...labels: string[]) =>
    `<table><tr>${labels.map((label) => `<td>${label}</td>`).join('')}</tr></table>`;
  expect(absence(head('甲项', '别的'), 'senior', columns('甲项', '乙项'))).toBe(gone);
  expect(absence(head('甲项', '乙项'), 'senior', columns('甲项', '乙项'))).toEqual(there);
  const six = columns('甲项', '乙项', '丙项', '丁项', '戊项', '己项');
  expect(absence(head('甲项', '乙项'), 'senior', six)).toBe(gone);
  expect(absence(head('甲项', '乙项', '丙项'), 'senior', six)).toEqual(there);
});

test('only what was found nowhere is doubted', () => {
  const field = { ...absent(form.fields[3]!), state: 'blank' as const };
  const found = doubtAbsent(
    new Map([['protocols', field]]),
    form.fields,
    streamOf(readHtml('<p>协议兼容适配数量</p>')),
  );
  expect([...found.values()]).toEqual([field]);
});
