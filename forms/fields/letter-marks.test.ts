import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { readForm } from '../read-form.ts';

const form = formSchema.parse({
  title: '试验申报书',
  fields: [
    {
      key: 'kind',
      label: '所属类型',
      en: 'Kind',
      type: 'choice',
      options: [{ text: '离散行业' }, { text: '流程行业' }],
    },
    {
      key: 'net',
      label: '网络技术',
      en: 'Networks',
      type: 'ticks',
      options: [{ text: '5G' }, { text: '现场总线' }, { text: '工业 PON' }],
    },
    {
      key: 'can',
      label: '优化能力',
      en: 'Skills',
      type: 'ticks',
      options: [{ text: '生产工艺优化' }, { text: '质量检测分析' }],
    },
  ],
});
const page = (kind: string, net: string, can: string) => `<html><body><h1>试验申报书</h1>
<table><tr><td>所属类型</td><td>${kind}</td></tr><tr><td>网络技术</td><td>${net}</td></tr>
<tr><td>优化能力</td><td>${can}</td></tr></table></body></html>`;
const blank = readHtml(
  page(
    '{{kind=离散行业}}离散行业 {{kind=流程行业}}流程行业',
    '<p>{{net=5G}}5G</p><p>{{net=现场总线}}现场总线</p><p>{{net=工业 PON}}工业 PON</p>',
    '{{can=生产工艺优化}}1、生产工艺优化 {{can=质量检测分析}}2、质量检测分析',
  ),
);
const read = (kind: string, net: string, can: string) =>
  readForm(readHtml(page(kind, net, can)), form, blank).fields;

test('a letter before several options is a tick before each of them, behind an ordinal too', () => {
  const fields = read(
    'R离散行业 □流程行业',
    '<p>R5G</p><p>□现场总线</p><p>R工业 PON</p>',
    'R1、生产工艺优化 □2、质量检测分析',
  );
  expect(fields.get('kind')?.value).toEqual(['离散行业']);
  expect(fields.get('net')?.value).toEqual(['5G', '工业 PON']);
  expect(fields.get('can')?.value).toEqual(['生产工艺优化']);
  for (const field of fields.values()) expect(field.confidence).toBeLessThan(0.9);
});

test('letters of empty boxes are empty boxes', () => {
  const fields = read(
    'þ离散行业 o流程行业',
    '<p>þ5G</p><p>o现场总线</p><p>o工业 PON</p>',
    'o1、生产工艺优化 o2、质量检测分析',
  );
  expect(fields.get('kind')?.value).toEqual(['离散行业']);
  expect(fields.get('net')?.value).toEqual(['5G']);
  expect(fields.get('can')?.value).toEqual([]);
});

test('a letter that comes once leaves its field unsure, and no other', () => {
  const fields = read(
    '☑离散行业 □流程行业',
    '<p>R5G</p><p>□现场总线</p><p>□工业 PON</p>',
    '□1、生产工艺优化 ☑2、质量检测分析',
  );
  expect(fields.get('net')?.confidence).toBeLessThan(0.6);
  expect(fields.get('kind')?.confidence).toBeGreaterThanOrEqual(0.9);
});

test('beside check marks a cross is no tick, and unsure', () => {
  const fields = read(
    '√离散行业 ×流程行业',
    '<p>√5G</p><p>×现场总线</p><p>×工业 PON</p>',
    '√1、生产工艺优化 ×2、质量检测分析',
  );
  expect(fields.get('kind')?.value).toEqual(['离散行业']);
  expect(fields.get('net')?.value).toEqual(['5G']);
  expect(fields.get('net')?.confidence).toBeLessThan(0.9);
});

test('a letter before every option is a bullet', () => {
  const fields = read(
    'R离散行业 R流程行业',
    '<p>R5G</p><p>R现场总线</p><p>R工业 PON</p>',
    'R1、生产工艺优化 R2、质量检测分析',
  );
  for (const field of fields.values())
    expect(field.confidence < 0.6 || field.state === 'unreadable').toBe(true);
});

test('a word in Latin letters that ends before an option is no mark', () => {
  const fields = read(
    '☑离散行业 □流程行业',
    '<p>TSN 5G</p><p>WR现场总线</p><p>☑工业 PON</p>',
    '□1、生产工艺优化 □2、质量检测分析',
  );
  expect(fields.get('net')?.value).toEqual(['工业 PON']);
});
