import { expect, test } from 'vitest';
import { formSchema } from '../calls/schema/form.ts';
import { readHtml } from '../extractors/html/read-html.ts';
import { readForm } from './read-form.ts';

const form = formSchema.parse({
  title: '试验申报书',
  fields: [
    {
      key: 'company',
      label: '申报单位',
      en: 'Company',
      aliases: ['申报主体'],
      type: 'text',
      role: 'applicant',
    },
    { key: 'person', label: '联系人', en: 'Contact', type: 'person' },
    { key: 'signed', label: '申报日期', en: 'Date', type: 'date' },
    {
      key: 'assets',
      label: '总资产',
      en: 'Assets',
      type: 'years',
      years: [2020, 2021],
      of: 'amount',
      unit: '万元',
    },
    { key: 'profit', label: '利润', en: 'Profit', type: 'amount', unit: '万元' },
    { key: 'invested', label: '总投资', en: 'Invested', type: 'amount', unit: '万元' },
  ],
});

const page = (values: Record<string, string>) => `<html><body><h1>试验申报书</h1>
<p>${values.companyLabel ?? '申报单位（盖章）：'}${values.company}</p><p>申报日期：${values.signed}</p>
<table><tr><td>联系人</td><td>${values.person}</td><td></td></tr>
<tr><td>财务情况</td><td>2020年</td><td>2021年</td></tr>
<tr><td>总资产（${values.unit}）</td><td>${values.assets0}</td><td>${values.assets1}</td></tr>
<tr><td>利润（${values.unit}）</td><td colspan="2">${values.profit}</td></tr>
<tr><td>总投资（${values.unit}）</td><td colspan="2">${values.invested}</td></tr></table></body></html>`;

const blank = await readHtml(
  page({
    company: '{{company}}',
    signed: '{{signed}}',
    person: '{{person}}',
    unit: '万元',
    assets0: '{{assets.2020}}',
    assets1: '{{assets.2021}}',
    profit: '{{profit}}',
    invested: '{{invested}}',
  }),
);

const answers = {
  company: '安徽海蓝汽车内饰科技有限公司',
  signed: '2022年10月10日',
  person: '吕静',
  unit: '万元',
  assets0: '9620',
  assets1: '10350',
  profit: '6600',
  invested: '4150',
};

async function fieldsOf(changes: Record<string, string>) {
  const { fields } = readForm(await readHtml(page({ ...answers, ...changes })), form, blank);
  return (key: string) => {
    const field = fields.get(key);
    if (!field) throw new Error(key);
    return field;
  };
}

test('the form as it is gives its values, and no other unit', async () => {
  const read = await fieldsOf({});
  expect(read('assets')).toMatchObject({ value: { 2020: 9620, 2021: 10350 } });
  expect(read('profit').value).toBe(6600);
  expect(read('profit').statedUnit).toBeUndefined();
  expect(read('profit').confidence).toBeGreaterThanOrEqual(0.9);
});

test('the unit of the label counts: 亿元 for 万元', async () => {
  const read = await fieldsOf({
    unit: '亿元',
    assets0: '9.62',
    assets1: '10.35',
    profit: '0.66',
    invested: '0.415',
  });
  expect(read('assets')).toMatchObject({
    value: { 2020: 96200, 2021: 103500 },
    statedUnit: '亿元',
    unit: '万元',
  });
  expect(read('profit')).toMatchObject({ value: 6600, statedUnit: '亿元' });
  expect(read('invested')).toMatchObject({ value: 4150, statedUnit: '亿元' });
  for (const key of ['assets', 'profit', 'invested']) {
    expect(read(key).confidence).toBeLessThan(0.9);
    expect(read(key).confidence).toBeGreaterThanOrEqual(0.6);
  }
});

test('the unit of the label counts: 元 for 万元', async () => {
  const read = await fieldsOf({
    unit: '元',
    assets0: '96200000',
    assets1: '103500000',
    profit: '7500000',
    invested: '8100000',
  });
  expect(read('profit')).toMatchObject({ value: 750, statedUnit: '元' });
  expect(read('invested')).toMatchObject({ value: 810, statedUnit: '元' });
});

test('a unit written beside the number goes before that of the label', async () => {
  const read = await fieldsOf({ unit: '元', profit: '750万元' });
  expect(read('profit').value).toBe(750);
  expect(read('profit').statedUnit).toBeUndefined();
});

test('a number left in the unit of the form under a changed label is nothing to count on', async () => {
  const read = await fieldsOf({
    unit: '元',
    assets0: '58230',
    assets1: '66912.3',
    profit: '4120',
    invested: '8100000',
  });
  expect(read('invested')).toMatchObject({ value: 810 });
  expect(read('assets').confidence).toBeLessThan(0.6);
  expect(read('profit').confidence).toBeLessThan(0.6);
});

test('other money than the form asks for is nothing to count on', async () => {
  const written: Record<string, string>[] = [
    { profit: '$6600' },
    { profit: '6600万美元' },
    { unit: '万美元' },
  ];
  for (const changes of written) {
    const read = await fieldsOf(changes);
    expect(read('profit').confidence, JSON.stringify(changes)).toBeLessThan(0.6);
  }
  const yuan = await fieldsOf({ profit: '￥6600' });
  expect(yuan('profit')).toMatchObject({ value: 6600 });
  expect(yuan('profit').confidence).toBeGreaterThanOrEqual(0.9);
});

test('years that jump are nothing to count on', async () => {
  const jumped = await fieldsOf({ assets1: '103500000' });
  expect(jumped('assets').confidence).toBeLessThan(0.6);
  expect(jumped('profit').confidence).toBeGreaterThanOrEqual(0.9);
});

test('an alias in the place of the label is no part of the value', async () => {
  const read = await fieldsOf({ companyLabel: '申报主体:' });
  expect(read('company').value).toBe(answers.company);
});

test('a name on the next line is whole', async () => {
  const read = await fieldsOf({ companyLabel: '申报主体(盖章):</p><p>' });
  expect(read('company').value).toBe(answers.company);
});

test('a dot apart from a name is dirt; a date with its year alone, and date words alone, are blank', async () => {
  const read = await fieldsOf({ person: '吕静 .', signed: '2022年　月　日' });
  expect(read('person').value).toBe('吕静');
  expect(read('signed')).toMatchObject({ state: 'blank', value: null });
  const words = await fieldsOf({ person: '年　月　日' });
  expect(words('person')).toMatchObject({ state: 'blank', value: null });
});

const chapters = formSchema.parse({
  title: '试验申报书',
  fields: [
    { key: 'needs', label: '痛点与需求', en: 'Needs', type: 'section' },
    { key: 'solution', label: '解决方案', en: 'Solution', type: 'section' },
    { key: 'effects', label: '应用成效', en: 'Effects', type: 'section' },
  ],
});
const chapterPage = (second: string, text: string) =>
  `<html><body><h1>试验申报书</h1><h3>（一）痛点与需求</h3><p>{{needs}}</p>
<h3>${second}</h3><p>${text}</p><h3>（三）应用成效</h3><p>{{effects}}</p></body></html>`;

async function solutionUnder(heading: string, text: string) {
  const written = chapterPage(heading, text)
    .replace('{{needs}}', '图纸靠邮件往返，版本混乱，仿真软件分散在个人电脑。')
    .replace('{{effects}}', '研发周期由十四个月缩短到九个月。');
  const form = await readHtml(chapterPage('（二）解决方案', '{{solution}}'));
  return readForm(await readHtml(written), chapters, form).fields.get('solution');
}

test('a chapter under another name is never surely blank', async () => {
  const renamed = await solutionUnder('2、主要做法', '建设云化的协同设计平台，采用微服务架构。');
  const sure = (renamed?.confidence ?? 1) >= 0.6;
  expect(sure && (renamed?.state === 'blank' || renamed?.state === 'absent')).toBe(false);
});

test('a chapter left empty under its own name is surely blank', async () => {
  const empty = await solutionUnder('（二）解决方案', '');
  expect(empty?.state).toBe('blank');
  expect(empty?.confidence).toBeGreaterThanOrEqual(0.9);
});

test('a year of the form near the year of a date takes nothing of it', async () => {
  const read = await fieldsOf({ signed: '2022年5月6日' });
  expect(read('signed')).toMatchObject({ value: '2022-05-06' });
  expect(read('signed').confidence).toBeGreaterThanOrEqual(0.9);
});

test('a hint over a chapter is no part of it, and leaves it sure', async () => {
  const hint = '（主营业务、行业地位、技术研发能力）';
  const page = (text: string) =>
    `<html><body><h1>试验申报书</h1><h3>（二）解决方案</h3><p>${hint}</p><p>${text}</p></body></html>`;
  const form = await readHtml(page('{{solution}}'));
  const filing = await readHtml(page('建设云化的协同设计平台，采用微服务架构。'));
  const field = readForm(filing, chapters, form).fields.get('solution');
  expect(field?.value).toBe('建设云化的协同设计平台，采用微服务架构。');
  expect(field?.confidence).toBeGreaterThanOrEqual(0.9);
});
