import { expect, test } from 'vitest';
import { formSchema } from '../calls/schema/form.ts';
import { readHtml } from '../extractors/html/read-html.ts';
import { type FormReading, readForm } from './read-form.ts';
import { blank, blankHtml, form } from './testing.ts';

const answers: Record<string, string> = {
  '{{company}}': '江苏恒驰纺织有限公司',
  '{{title}}': '面料全流程质量追溯项目',
  '{{code}}': '91320505MA1N2C3D47',
  '{{kind=离散行业}}': '☐',
  '{{kind=流程行业}}': '☑',
  '{{assets.2019}}': '12,300',
  '{{assets.2020}}': '',
  '{{assets.2021}}': '1.5亿元',
  '{{contact}}': '王晓琳',
  '{{mail}}': 'office@example.com',
  '{{running}}': '120',
  '{{machining}}': '36',
  '{{safety=防火墙}}': '□',
  '{{safety=工控防火墙}}': '■',
  '{{safety=入侵检测}}': '□',
  '{{overview}}': '公司成立于二〇〇一年，主要从事纺织面料的研发与制造。</p><p>现有员工八百人。',
  '{{effects}}': '合格率提高到百分之九十九。',
};

async function filled(changes: Record<string, string> = {}, html = blankHtml) {
  let text = html.replace(
    /<tr><td>\{\{honours\.#\}\}.*?<\/tr>/su,
    '<tr><td>1</td><td>省级</td><td>智能车间</td><td>2020年5月</td></tr><tr><td>2</td><td>国家级</td><td>上云标杆</td><td>2021年</td></tr>',
  );
  text = text.replace('<td rowspan="2">企业荣誉', '<td rowspan="3">企业荣誉');
  for (const [place, answer] of Object.entries({ ...answers, ...changes }))
    text = text.replaceAll(place, answer);
  return readForm(await readHtml(text), form, blank);
}

const value = (reading: FormReading, key: string) => reading.fields.get(key)?.value;

test('a filing that keeps to the form gives every field', async () => {
  const reading = await filled();
  expect(value(reading, 'company')).toBe('江苏恒驰纺织有限公司');
  expect(value(reading, 'title')).toBe('面料全流程质量追溯项目');
  expect(value(reading, 'kind')).toEqual(['流程行业']);
  expect(value(reading, 'assets')).toEqual({ 2019: 12300, 2020: null, 2021: 15000 });
  expect(value(reading, 'contact')).toBe('王晓琳');
  expect(value(reading, 'mail')).toBe('office@example.com');
  expect(value(reading, 'running')).toBe(120);
  expect(value(reading, 'machining')).toBe(36);
  expect(value(reading, 'safety')).toEqual(['工控防火墙']);
  expect(value(reading, 'honours')).toEqual([
    { 级别: '省级', 奖项名称: '智能车间', 获得时间: '2020-05' },
    { 级别: '国家级', 奖项名称: '上云标杆', 获得时间: '2021' },
  ]);
  expect(reading.sections.get('overview')?.text.text).toContain('现有员工八百人');
  expect(reading.sections.get('overview')?.text.text).not.toContain('成立时间、发展历程');
  expect(reading.sections.get('effects')?.text.text).toBe('合格率提高到百分之九十九。');
});

test('what is left blank is blank, not the words of the next label', async () => {
  const reading = await filled({ '{{contact}}': '', '{{running}}': '_____', '{{effects}}': '' });
  for (const key of ['contact', 'running']) {
    expect(reading.fields.get(key)).toMatchObject({ state: 'blank', value: null });
  }
  expect(value(reading, 'machining')).toBe(36);
  expect(reading.fields.get('effects')?.state).toBe('blank');
});

test('a second place that says something else is a conflict', async () => {
  const html = blankHtml.replace('申报单位（盖章）：{{company}}', '申报单位（盖章）：苏州另一家有限公司');
  const company = (await filled({}, html)).fields.get('company');
  expect(company?.conflicts).toHaveLength(1);
});

test('words the applicant left out or mistyped do not shift the other fields', async () => {
  const html = blankHtml
    .replace('财务情况', '')
    .replace('统一社会信用代码', '统一社会信甩代码')
    .replace('其中，', '');
  const reading = await filled({}, html);
  expect(value(reading, 'kind')).toEqual(['流程行业']);
  expect(value(reading, 'assets')).toEqual({ 2019: 12300, 2020: null, 2021: 15000 });
  expect(value(reading, 'running')).toBe(120);
});

test('ticks behind their options are read as well', async () => {
  const html = blankHtml
    .replace(
      '{{kind=离散行业}}离散行业 {{kind=流程行业}}流程行业',
      '离散行业 {{kind=离散行业}} 流程行业 {{kind=流程行业}}',
    )
    .replace(
      '{{safety=防火墙}}防火墙 {{safety=工控防火墙}}工控防火墙 {{safety=入侵检测}}入侵检测',
      '防火墙□ 工控防火墙√ 入侵检测□',
    );
  const reading = await filled({}, html);
  expect(value(reading, 'kind')).toEqual(['流程行业']);
  expect(value(reading, 'safety')).toEqual(['工控防火墙']);
});

test('a filing laid out in its own way is read by its labels', async () => {
  const reading = readForm(
    await readHtml(`<html><body><h2>申报材料</h2><table>
<tr><td>申报单位</td><td>无锡澄远装备有限公司</td><td>项目名称</td><td>数字化车间</td></tr>
<tr><td>联系人信息</td><td>姓名</td><td>李思远</td><td></td></tr></table>
<p>一、企业概况</p><p>公司位于无锡，从事装备制造二十年。</p><p>二、主要成效</p><p>能耗下降一成。</p></body></html>`),
    form,
    blank,
  );
  expect(value(reading, 'company')).toBe('无锡澄远装备有限公司');
  expect(value(reading, 'title')).toBe('数字化车间');
  expect(value(reading, 'contact')).toBe('李思远');
  expect(reading.fields.get('code')?.state).toBe('absent');
  expect(reading.sections.get('overview')?.text.text).toBe('公司位于无锡，从事装备制造二十年。');
});

test('the places of a value are those of its own characters', async () => {
  const reading = await filled();
  const where = reading.fields.get('contact')?.where;
  expect(where).toHaveLength(1);
  expect(where?.[0]).toMatchObject({ part: 'html' });
});

test("the form's own words are told as ranges that do not overlap, and none of the answers is in them", async () => {
  const reading = await filled();
  const { text } = reading.text;
  const pieces = reading.formRanges.map(([start, end]) => text.slice(start, end));
  for (const words of ['企业名称', '统一社会信用代码', '离散行业', '防火墙']) expect(pieces).toContain(words);
  for (const answer of ['江苏恒驰纺织有限公司', '智能车间', '王晓琳'])
    expect(pieces.join('')).not.toContain(answer);
  reading.formRanges.forEach(([start, end], i) => {
    expect(start).toBeLessThanOrEqual(end);
    expect(start).toBeGreaterThanOrEqual(reading.formRanges[i - 1]?.[1] ?? 0);
  });
});

test('a character that the form and its next words share is of the first only', () => {
  const shared = formSchema.parse({
    title: '表',
    fields: [
      { key: 'area', label: '面积（㎡', en: 'Area', type: 'text' },
      { key: 'note', label: '备注说明', en: 'Note', type: 'text' },
    ],
  });
  // ⑴ folds to (1): two phrases of the form end and begin in it.
  const sheet = readHtml(
    '<p>本表由企业逐项如实填写并加盖公章后提交，⑴项目名称与内容</p><p>备注说明：{{note}}</p>',
  );
  const { formRanges, text } = readForm(
    readHtml('<p>本表由企业逐项如实填写并加盖公章后提交，⑴项目名称与内容</p><p>备注说明：无</p>'),
    shared,
    sheet,
  );
  for (const [i, [start]] of formRanges.entries())
    expect(start).toBeGreaterThanOrEqual(formRanges[i - 1]?.[1] ?? 0);
  expect(formRanges.map(([start, end]) => text.text.slice(start, end)).join('')).toContain('备注说明');
});

test('only chapters and long texts that hold something are texts of the filing', async () => {
  const full = await filled();
  expect([...full.sections.keys()]).toEqual(['overview', 'effects']);
  const blankOnes = await filled({ '{{effects}}': '' });
  expect([...blankOnes.sections.keys()]).toEqual(['overview']);
  const long = formSchema.parse({
    title: '表',
    fields: [
      { key: 'note', label: '项目简介', en: 'Summary', type: 'long-text' },
      { key: 'title', label: '项目名称', en: 'Title', type: 'text' },
    ],
  });
  const page = (note: string, title: string) =>
    `<table><tr><td>项目名称</td><td>${title}</td></tr><tr><td>项目简介</td><td>${note}</td></tr></table>`;
  const reading = readForm(
    readHtml(page('面料全流程追溯。', '追溯项目')),
    long,
    readHtml(page('{{note}}', '{{title}}')),
  );
  expect([...reading.sections.values()].map(({ key, heading, text }) => [key, heading, text.text])).toEqual([
    ['note', '项目简介', '面料全流程追溯。'],
  ]);
});

test('years of a filing that does not keep to the form are read by their label', () => {
  const reading = readForm(
    readHtml(`<table><tr><td>指标</td><td>2019年</td><td>2020年</td><td>2021年</td></tr>
<tr><td>总资产（万元）</td><td>1</td><td>2</td><td>3</td></tr></table>`),
    form,
    blank,
  );
  expect(value(reading, 'assets')).toEqual({ 2019: 1, 2020: 2, 2021: 3 });
});

test('years keep their column where the filing heads them in its own way', async () => {
  const heads = [
    '<td>2019 年</td><td>2020 年</td><td>2021 年</td>',
    '<td>前年</td><td>去年</td><td>今年</td>',
  ] as const;
  const reading = await filled({ '{{assets.2020}}': '13,000' }, blankHtml.replace(...heads));
  expect(value(reading, 'assets')).toEqual({ 2019: 12300, 2020: 13000, 2021: 15000 });
});

test('an answer is no less sure for the words of the form and other answers in its cell', () => {
  const fields = ['a', 'b', 'c'].map((key) => ({
    key,
    label: `设备${key}`,
    en: key,
    type: 'text',
  }));
  const own = formSchema.parse({ title: '试验申报书', fields });
  const page = (a: string, b: string, c: string) =>
    `<table><tr><td>设备a</td><td>现有设备共计${a}台/套，其中进口设备${b}台/套，国产设备${c}台/套</td></tr></table>`;
  const sheet = readHtml(page('{{a}}', '{{b}}', '{{c}}'));
  const found = readForm(readHtml(page('四十', '十二', '二十八')), own, sheet).fields;
  expect([...found.values()].map((field) => field.value)).toEqual(['四十', '十二', '二十八']);
  expect(found.get('a')?.confidence).toBeGreaterThan(0.9);
  // Words of the applicant among them make it another matter.
  const added = readForm(
    readHtml(page('四十', '十二', '二十八').replace('国产', '另有备用三台，国产')),
    own,
    sheet,
  ).fields;
  expect(added.get('a')?.confidence).toBe(0.85);
});

test('a place left empty is not filled with what stands behind the same label of another field', () => {
  const two = formSchema.parse({
    title: '试验申报书',
    fields: [
      { key: 'boss', label: '姓名', en: 'Head', under: ['法定代表人'], type: 'person' },
      { key: 'contact', label: '姓名', en: 'Contact', under: ['联系人信息'], type: 'person' },
    ],
  });
  const page = (boss: string, contact: string) => `<html><body><h1>试验申报书</h1><table>
<tr><td>法定代表人</td><td>姓名</td><td>${boss}</td></tr>
<tr><td>联系人信息</td><td>姓名</td><td>${contact}</td></tr></table></body></html>`;
  const sheet = readHtml(page('{{boss}}', '{{contact}}'));
  const read = (boss: string, contact: string) => {
    const { fields } = readForm(readHtml(page(boss, contact)), two, sheet);
    return [fields.get('boss')?.value, fields.get('contact')?.value];
  };
  expect(read('王晓琳', '李思远')).toEqual(['王晓琳', '李思远']);
  expect(read('王晓琳', '')).toEqual(['王晓琳', null]);
  expect(read('', '李思远')).toEqual([null, '李思远']);
  expect(read('', '')).toEqual([null, null]);
});
