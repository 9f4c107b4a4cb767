import { describe, expect, it, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { blank, blankHtml, form } from '../testing.ts';
import { alignForm } from './align.ts';
import { readGaps } from './gaps.ts';
import { originalOf, streamOf } from './stream.ts';
import { compileTemplate } from './template.ts';

const template = compileTemplate(form, blank);

/** What stands in each place of the form, in the form's order; years as `assets.2019`. */
function gapsOf(html: string): Record<string, string[]> {
  const stream = streamOf(readHtml(html));
  const found: Record<string, string[]> = {};
  for (const { field, year, start, end } of readGaps(template, stream, alignForm(template, stream))) {
    const key = year === undefined ? field.key : `${field.key}.${year}`;
    found[key] = [...(found[key] ?? []), originalOf(stream, start, end)];
  }
  return found;
}

const fill = (answers: Record<string, string>, html = blankHtml) =>
  html.replace(/\{\{([^}]*)\}\}/gu, (_, key: string) => answers[key] ?? '');

test('every place of a filled form gives its own answer', () => {
  const answers = {
    company: '恒驰公司',
    title: '追溯项目',
    code: '9132',
    'assets.2019': '1',
    'assets.2020': '2',
    'assets.2021': '3',
    contact: '王晓琳',
    mail: 'a@b.cn',
    running: '12',
    machining: '7',
    overview: '甲。',
    effects: '乙。',
  };
  const { company, ...others } = gapsOf(fill(answers));
  expect(company).toEqual(['恒驰公司', '恒驰公司']);
  for (const [key, answer] of Object.entries(answers))
    if (key !== 'company') expect(others[key]).toEqual([answer]);
});

test('every place of an empty form is found and empty', () => {
  const gaps = gapsOf(fill({}));
  for (const key of ['company', 'title', 'code', 'assets.2020', 'contact', 'mail', 'running', 'effects'])
    expect(gaps[key]?.every((text) => text === '')).toBe(true);
});

test('a column left empty does not move the answers beside it', () => {
  const gaps = gapsOf(fill({ 'assets.2019': '1', 'assets.2021': '3' }));
  expect([gaps['assets.2019'], gaps['assets.2020'], gaps['assets.2021']]).toEqual([['1'], [''], ['3']]);
});

test('an answer of several paragraphs in its cell is one answer', () => {
  const gaps = gapsOf(fill({ contact: '<p>王晓琳</p><p>李思远</p>' }));
  expect(gaps.contact).toEqual(['王晓琳\n李思远']);
});

test('an answer that fell to the next line of the cover is taken, the next cell is not', () => {
  expect(gapsOf(fill({ title: '</p><p>追溯项目' })).title).toEqual(['追溯项目']);
  expect(gapsOf(fill({ company: '' })).company?.every((text) => text === '')).toBe(true);
});

test('an empty cell more or less between a label and its answer makes no difference', () => {
  const html = blankHtml.replace(
    '<td>统一社会信用代码</td><td>{{code}}</td>',
    '<td>统一社会信用代码</td><td></td><td>{{code}}</td><td></td>',
  );
  expect(gapsOf(fill({ code: '9132' }, html)).code).toEqual(['9132']);
});

test('a chapter of several paragraphs and tables is read whole', () => {
  const overview = '甲。</p><table><tr><td>年份</td><td>产值</td></tr></table><p>乙。';
  expect(gapsOf(fill({ overview })).overview).toEqual(['甲。\n年份\n产值\n乙。']);
});

test('an answer longer than any form expects is still whole', () => {
  const long = '面料全流程质量追溯'.repeat(40);
  expect(gapsOf(fill({ title: long })).title).toEqual([long]);
});

/** What is read of the places `{{a}}`, `{{b}}`… of a line of a form, with how sure the place is. */
function placesIn(printed: string, written: string, types: Record<string, string> = {}) {
  const keys = [...new Set([...printed.matchAll(/\{\{([a-z]+)/gu)].map(([, key = '']) => key))];
  const own = formSchema.parse({
    title: '表',
    fields: keys.map((key) => ({ key, label: `栏目${key}`, en: key, type: types[key] ?? 'text' })),
  });
  const sheet = compileTemplate(own, readHtml(printed));
  const stream = streamOf(readHtml(written));
  return Object.fromEntries(
    readGaps(sheet, stream, alignForm(sheet, stream)).map(({ field, start, end, trust }) => [
      field.key,
      [originalOf(stream, start, end), Math.round(trust * 1000) / 1000],
    ]),
  );
}

describe('several places in one line', () => {
  const printed = '<p>研发投入共计{{a}}、{{b}}万元</p>';

  it('are told apart by the signs between them, empty ones too', () => {
    expect(placesIn(printed, '<p>研发投入共计120、45万元</p>')).toEqual({
      a: ['120', 0.97],
      b: ['45', 0.97],
    });
    expect(placesIn(printed, '<p>研发投入共计、45万元</p>')).toEqual({ a: ['', 0.97], b: ['45', 0.97] });
    expect(placesIn(printed, '<p>研发投入共计120、万元</p>')).toEqual({ a: ['120', 0.97], b: ['', 0.97] });
  });

  it('are not read where a sign between them is missing, or stands behind the line only', () => {
    expect(placesIn(printed, '<p>研发投入共计120和45万元</p>')).toEqual({});
    expect(placesIn(printed, '<p>研发投入共计120和45万元</p><p>甲、乙</p>')).toEqual({});
  });

  it('are not divided over cells', () => {
    expect(placesIn(printed, '<p>研发投入共计120</p><p>、45万元</p>')).toEqual({});
  });

  it('that nothing parts are not read', () => {
    expect(placesIn('<p>研发投入共计{{a}}{{b}}万元</p>', '<p>研发投入共计120万元</p>')).toEqual({});
  });

  it('may be three', () => {
    expect(placesIn('<p>其中{{a}}、{{b}}、{{c}}人员情况</p>', '<p>其中1、2、3人员情况</p>')).toEqual({
      a: ['1', 0.97],
      b: ['2', 0.97],
      c: ['3', 0.97],
    });
  });
});

describe('places of years', () => {
  const years = formSchema.parse({
    title: '表',
    fields: [
      { key: 'a', label: '总资产', en: 'a', type: 'years', years: [2020, 2021], of: 'amount', unit: '万元' },
    ],
  });
  const read = (printed: string, written: string) => {
    const sheet = compileTemplate(years, readHtml(printed));
    const stream = streamOf(readHtml(written));
    return readGaps(sheet, stream, alignForm(sheet, stream)).map(({ year, start, end }) => [
      year,
      originalOf(stream, start, end),
    ]);
  };

  it('keep their year, alone in a line, several in a line, and in cells', () => {
    const alone = ['<p>上年度总资产{{a.2020}}万元</p>', '<p>上年度总资产120万元</p>'] as const;
    expect(read(...alone)).toEqual([[2020, '120']]);
    const line = ['<p>近两年总资产{{a.2020}}、{{a.2021}}万元</p>', '<p>近两年总资产120、45万元</p>'] as const;
    expect(read(...line)).toEqual([
      [2020, '120'],
      [2021, '45'],
    ]);
    const cells = (a: string, b: string) =>
      `<table><tr><td>总资产</td><td>${a}</td><td>${b}</td></tr></table>`;
    expect(read(cells('{{a.2020}}', '{{a.2021}}'), cells('120', '45'))).toEqual([
      [2020, '120'],
      [2021, '45'],
    ]);
  });
});

it('columns of rows that repeat are no places of their own', () => {
  const columns = ['award', 'rank'].map((key) => ({ key, label: key, en: key }));
  const own = formSchema.parse({
    title: '表',
    fields: [{ key: 'rows', label: '荣誉', en: 'a', type: 'table', columns }],
  });
  const cells = (text: string) => `<table><tr><td>所获奖项名称</td><td>${text}</td></tr></table>`;
  const stream = streamOf(readHtml(cells('一等奖')));
  const sheet = compileTemplate(own, readHtml(cells('{{rows.award}}')));
  expect(readGaps(sheet, stream, alignForm(sheet, stream))).toEqual([]);
});

describe('places at the edge of a filing', () => {
  const lines = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');

  it('before the first words of the form that were found', () => {
    const printed = lines('{{a}}', '补充说明事项');
    expect(placesIn(printed, lines('甲', '补充说明事项')).a).toEqual(['甲', 0.995]);
    expect(placesIn(printed, lines('乙', '甲', '补充说明事项')).a).toEqual(['乙\n甲', 0.8]);
  });

  it('behind the last', () => {
    const printed = lines('补充说明事项', '{{a}}');
    expect(placesIn(printed, lines('补充说明事项', '甲')).a).toEqual(['甲', 0.995]);
    expect(placesIn(printed, lines('补充说明事项', '甲', '乙')).a).toEqual(['甲\n乙', 0.8]);
  });
});

describe('one place with a sign that is too short to be found by itself', () => {
  const printed = '<td>设备数量<br/>约{{a}}台<br/>备注说明</td>';
  const cell = (text: string) => `<table><tr>${text}</tr></table>`;
  const read = (written: string) => placesIn(cell(printed), cell(`<td>${written}</td>`)).a;

  it('is between its signs, the last of them where the answer has one too', () => {
    expect(read('设备数量<br/>约120台<br/>备注说明')).toEqual(['120', 0.995]);
    expect(read('设备数量<br/>约12台或3台<br/>备注说明')).toEqual(['12台或3', 0.995]);
    expect(read('设备数量<br/>约台<br/>备注说明')).toEqual(['', 0.995]);
  });

  it('is all that stands there, and less sure, where one of them is missing', () => {
    expect(read('设备数量<br/>120台<br/>备注说明')).toEqual(['120台', 0.896]);
    expect(read('设备数量<br/>约120<br/>备注说明')).toEqual(['约120', 0.896]);
    expect(read('设备数量<br/>120<br/>备注说明')).toEqual(['120', 0.896]);
    expect(read('设备数量<br/>台约<br/>备注说明')?.[1]).toBe(0.896);
    // A sign that stands further down is none of its own.
    expect(read('设备数量<br/>120台<br/>备注说明<br/>约')).toEqual(['120台', 0.896]);
    expect(
      placesIn(cell(printed.replace('备注', '台数')), cell('<td>设备数量<br/>约120<br/>台数说明</td>')).a,
    ).toEqual(['约120', 0.896]);
  });

  it('may be empty behind its sign', () => {
    const before = cell('<td>设备数量<br/>约{{a}}<br/>备注说明</td>');
    expect(placesIn(before, cell('<td>设备数量<br/>约<br/>备注说明</td>')).a).toEqual(['', 0.995]);
  });

  it('may be one of two', () => {
    const two = cell('<td>设备数量<br/>约{{a}}、{{b}}台<br/>备注说明</td>');
    const found = placesIn(two, cell('<td>设备数量<br/>约12、34台<br/>备注说明</td>'));
    expect(found).toEqual({ a: ['12', 0.97], b: ['34', 0.97] });
  });
});

describe('a signature and its date in one cell', () => {
  const printed = '<table><tr><td>负责人签字确认：{{a}}{{b}}</td><td>联系电话</td></tr></table>';
  const read = (written: string, types: Record<string, string> = { a: 'person', b: 'date' }) =>
    placesIn(printed, `<table><tr><td>负责人签字确认：${written}</td><td>联系电话</td></tr></table>`, types);

  it('are told apart by the words of the date', () => {
    const date = (written: string) => read(`王晓琳${written}`).b?.[0];
    for (const written of [
      '2022年5月20日',
      '二〇二二年五月二十日',
      '2022年5月',
      '2022-05-20',
      '2022.5.20',
      '2022/5/20',
      '年月日',
      '××年×月×日',
    ])
      expect(date(written)).toBe(written);
    expect(read('王晓琳2022年5月20日')).toEqual({ a: ['王晓琳', 0.95], b: ['2022年5月20日', 0.95] });
    expect(read('2022年5月20日').a).toEqual(['', 0.95]);
  });

  it('without a date nothing is read: the name may be anything', () => {
    for (const written of ['王晓琳', '王晓琳2022-05.20', '王晓琳12022-05-20', '2022年5月20日王晓琳'])
      expect(read(written)).toEqual({});
  });

  it('end before the words of the form behind them', () => {
    const sealed = '<p>负责人签字确认：{{a}}{{b}}（盖章有效）</p>';
    expect(
      placesIn(sealed, '<p>负责人签字确认：王晓琳2022年5月20日（盖章有效）</p>', { a: 'person', b: 'date' }),
    ).toEqual({ a: ['王晓琳', 0.95], b: ['2022年5月20日', 0.95] });
  });

  it('are two and no third', () => {
    const three = printed.replace('{{b}}', '{{b}}{{c}}');
    const written = '<table><tr><td>负责人签字确认：王晓琳2022年5月20日</td><td>联系电话</td></tr></table>';
    expect(placesIn(three, written, { a: 'person', b: 'date' })).toEqual({});
  });

  it('are only a name and a date, in that order', () => {
    expect(read('王晓琳2022年5月20日', { a: 'person', b: 'person' })).toEqual({});
    expect(read('王晓琳2022年5月20日', { a: 'date', b: 'date' })).toEqual({});
  });
});

describe('places of cells in a row', () => {
  const row = (...cells: string[]) =>
    `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
  const printed = row('财务数据汇总', '{{a}}', '{{b}}', '补充说明事项');

  it('keep their cell, whether the others are filled or not', () => {
    expect(placesIn(printed, row('财务数据汇总', '1', '2', '补充说明事项'))).toEqual({
      a: ['1', 0.98],
      b: ['2', 0.98],
    });
    expect(placesIn(printed, row('财务数据汇总', '', '2', '补充说明事项'))).toEqual({
      a: ['', 0.98],
      b: ['2', 0.98],
    });
  });

  it('are not read where the cells are more or fewer than those of the form', () => {
    expect(placesIn(printed, row('财务数据汇总', '1', '2', '3', '补充说明事项'))).toEqual({});
    expect(placesIn(printed, row('财务数据汇总', '1', '补充说明事项'))).toEqual({});
  });

  it('one place is found though cells were added: the only one that is filled', () => {
    const one = row('财务数据汇总', '{{a}}', '补充说明事项');
    expect(placesIn(one, row('财务数据汇总', '1', '补充说明事项')).a).toEqual(['1', 0.995]);
    expect(placesIn(one, row('财务数据汇总', '', '1', '', '补充说明事项')).a).toEqual(['1', 0.96]);
    expect(placesIn(one, row('财务数据汇总', '', '', '补充说明事项')).a).toEqual(['', 0.95]);
    expect(placesIn(one, row('财务数据汇总', '1', '2', '补充说明事项')).a).toEqual(['1', 0.6]);
    expect(
      placesIn(row('财务数据汇总', '{{a}}', '', '补充说明事项'), row('财务数据汇总', '1', '补充说明事项')).a,
    ).toEqual(['1', 0.99]);
  });

  it('wherever in the filing the row stands', () => {
    const below = (...cells: string[]) => `<p>申报材料汇总表</p>${row(...cells)}`;
    const one = below('财务数据汇总', '{{a}}', '补充说明事项');
    expect(placesIn(one, below('财务数据汇总', '1', '补充说明事项')).a).toEqual(['1', 0.995]);
    const spare = below('财务数据汇总', '{{a}}', '', '补充说明事项');
    expect(placesIn(spare, below('财务数据汇总', '1', '补充说明事项')).a).toEqual(['1', 0.99]);
    const behind = below('法定代表人：{{a}}', '补充说明事项');
    expect(placesIn(behind, below('法定代表人：', '补充说明事项')).a).toEqual(['', 0.99]);
  });

  it('behind a label that the filing has in two cells', () => {
    const one = row('财务数据汇总', '{{a}}', '补充说明事项');
    expect(placesIn(one, row('财务数据', '汇总', '1', '补充说明事项')).a).toEqual(['1', 0.995]);
  });

  it('are told apart where one stands behind its label and one in a cell of its own', () => {
    const two = row('法定代表人：{{a}}', '{{b}}', '补充说明事项');
    expect(placesIn(two, row('法定代表人：甲', '乙', '补充说明事项'))).toEqual({
      a: ['甲', 0.98],
      b: ['乙', 0.98],
    });
  });

  it('of lines without cells all that stands between is taken', () => {
    const lines = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
    const one = lines('财务数据汇总', '{{a}}', '补充说明事项');
    expect(placesIn(one, lines('财务数据汇总', '甲', '乙', '补充说明事项')).a).toEqual(['甲\n乙', 0.8]);
  });

  it('a place behind its label goes to the end of the cell, one before its unit from its beginning', () => {
    const behind = row('法定代表人：{{a}}', '补充说明事项');
    expect(placesIn(behind, row('法定代表人：甲', '补充说明事项')).a).toEqual(['甲', 0.99]);
    expect(placesIn(behind, row('法定代表人：', '甲', '补充说明事项')).a).toEqual(['甲', 0.85]);
    expect(placesIn(behind, row('法定代表人：甲', '乙', '补充说明事项')).a).toEqual(['甲', 0.99]);
    expect(placesIn(behind, row('法定代表人：', '补充说明事项')).a).toEqual(['', 0.99]);
    const before = row('补充说明事项', '{{a}}（单位公章）');
    expect(placesIn(before, row('补充说明事项', '甲（单位公章）')).a).toEqual(['甲', 0.99]);
    expect(placesIn(before, row('补充说明事项', '乙', '甲（单位公章）')).a).toEqual(['甲', 0.99]);
    expect(placesIn(before, row('补充说明事项甲（单位公章）')).a).toEqual(['甲', 0.99]);
  });

  it('a place within a line is what stands in it, and less sure where the line was broken up', () => {
    const within = '<p>兹有{{a}}参加本次申报</p>';
    expect(placesIn(within, '<p>兹有甲公司参加本次申报</p>').a).toEqual(['甲公司', 0.995]);
    expect(placesIn(within, '<p>兹有甲</p><p>公司参加本次申报</p>').a).toEqual(['甲\n公司', 0.8]);
  });

  it('a chapter is all that stands between, over lines and cells', () => {
    const chapter = '<p>项目建设内容说明</p><p>{{a}}</p><p>补充说明事项</p>';
    const written = `<p>项目建设内容说明</p><p>甲</p>${row('乙', '丙')}<p>补充说明事项</p>`;
    for (const type of ['section', 'long-text'])
      expect(placesIn(chapter, written, { a: type }).a).toEqual(['甲\n乙\n丙', 0.98]);
  });
});

it('a box in the cell of a place may take part of its text: nothing is read', () => {
  const own = formSchema.parse({
    title: '表',
    fields: [
      { key: 'a', label: '其他情况', en: 'a', type: 'text' },
      { key: 'k', label: '类型', en: 'k', type: 'choice', options: [{ text: '甲类' }, { text: '乙类' }] },
    ],
  });
  const read = (printed: string, written: string) => {
    const sheet = compileTemplate(own, readHtml(printed));
    const stream = streamOf(readHtml(written));
    return readGaps(sheet, stream, alignForm(sheet, stream)).map(({ start, end }) =>
      originalOf(stream, start, end),
    );
  };
  expect(read('<p>其他情况说明{{a}}{{k=甲类}}甲类</p>', '<p>其他情况说明无□甲类</p>')).toEqual([]);
  const cells = (...texts: string[]) =>
    `<table><tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr></table>`;
  const printed = cells('其他情况说明{{a}}', '{{k=甲类}}甲类');
  expect(read(printed, cells('其他情况说明无', '□甲类'))).toEqual(['无']);
  expect(read(printed, cells('其他情况说明无', '', '□甲类'))).toEqual(['无']);
  const line = '<p>研发投入共计{{a}}、{{k=甲类}}、{{a}}万元</p>';
  expect(read(line, '<p>研发投入共计120、☑、45万元</p>')).toEqual([]);
});
