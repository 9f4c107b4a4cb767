import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { readForm } from '../read-form.ts';

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
