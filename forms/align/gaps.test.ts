import { expect, test } from 'vitest';
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
