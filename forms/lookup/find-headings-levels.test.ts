import { describe, expect, it, test } from 'vitest';
import { readHtml } from '../../extractors/html/read-html.ts';
import { originalOf, streamOf } from '../align/stream.ts';
import { form } from '../testing.ts';
import { findSections } from './find-headings.ts';

function sectionsOf(lines: readonly string[]): Record<string, string> {
  const stream = streamOf(
    readHtml(lines.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('')),
  );
  return Object.fromEntries(
    findSections(form.fields, stream).map(({ field, start, end }) => [
      field.key,
      originalOf(stream, start, end),
    ]),
  );
}
/** Whether a line ends the section that a heading opened. */
const ends = (heading: string, line: string) =>
  sectionsOf([heading, '甲。', line, '乙。']).overview === '甲。';

describe('a section ends at a heading', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['一、企业概况', ['二、其他', '十一、其他'], ['（一）其他', '1. 其他', '其他']],
    [
      '（一）企业概况',
      ['二、其他', '（二）其他', '（十二）其他', '二）其他'],
      ['1. 其他', '12、其他', '其他'],
    ],
    ['1. 企业概况', ['二、其他', '（二）其他', '2. 其他', '12、其他'], ['其他', '2022年其他']],
    ['企业概况', ['二、其他', '（二）其他'], ['1. 其他', '其他']],
    [
      '<h2>企业概况</h2>',
      ['<h1>其他</h1>', '<h2>其他</h2>', '二、其他'],
      ['<h3>其他</h3>', '1. 其他', '其他'],
    ],
  ])('%s: at %j and not at %j', (heading, at, not) => {
    expect(at.filter((line) => !ends(heading, line))).toEqual([]);
    expect(not.filter((line) => ends(heading, line))).toEqual([]);
  });

  it('of up to sixty characters that is no sentence', () => {
    const of = (length: number) => `二、${'甲'.repeat(length - 2)}`;
    expect([ends('一、企业概况', of(60)), ends('一、企业概况', of(61))]).toEqual([true, false]);
    for (const line of ['二、公司成立多年。', '二、公司成立多年；'])
      expect([line, ends('一、企业概况', line)]).toEqual([line, false]);
    expect(ends('一、企业概况', '二、公司。概况')).toBe(true);
  });

  it('whose number stands at its beginning', () => {
    for (const line of ['详见二、其他', '其中（二）其他', '图2. 其他'])
      expect([line, ends('一、企业概况', line), ends('1. 企业概况', line)]).toEqual([line, false, false]);
  });
});

it('a table of contents opens no section, since nothing stands below its lines', () => {
  expect(
    sectionsOf(['一、企业概况', '二、主要成效', '一、企业概况', '甲。', '二、主要成效', '乙。']),
  ).toEqual({
    overview: '甲。',
    effects: '乙。',
  });
});

it('a heading that comes again goes on with its own section, up to the next of the form', () => {
  expect(sectionsOf(['企业概况', '甲。', '企业概况', '乙。', '主要成效', '丙。'])).toEqual({
    overview: '甲。\n企业概况\n乙。',
    effects: '丙。',
  });
});

it('a numbered heading with a long hint behind it is one', () => {
  const hint = `（围绕${'甲'.repeat(60)}（乙）等方向）`;
  expect(sectionsOf([`（一）企业概况${hint}`, '甲。', `（二）别的${hint}`, '乙。'])).toEqual({
    overview: '甲。',
  });
});

it('a long line with the words of a heading is none, nor is a field that is no chapter', () => {
  expect(sectionsOf([`企业概况（${'甲'.repeat(60)}）`, '甲。'])).toEqual({});
  expect(sectionsOf(['企业名称', '甲。'])).toEqual({});
});
