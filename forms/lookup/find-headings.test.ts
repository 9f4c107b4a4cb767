import { expect, test } from 'vitest';
import { readHtml } from '../../extractors/html/read-html.ts';
import { originalOf, streamOf } from '../align/stream.ts';
import { form } from '../testing.ts';
import { findSections } from './find-headings.ts';

/** The text of each section that is found. */
function sectionsOf(html: string): Record<string, string> {
  const stream = streamOf(readHtml(html));
  const readings = findSections(form.fields, stream);
  return Object.fromEntries(
    readings.map(({ field, start, end }) => [field.key, originalOf(stream, start, end)]),
  );
}

test('a section goes on to the next heading of the form', () => {
  expect(sectionsOf('<p>一、企业概况</p><p>甲。</p><p>乙。</p><p>二、主要成效</p><p>丙。</p>')).toEqual({
    overview: '甲。\n乙。',
    effects: '丙。',
  });
});

test.each([
  '企业概况',
  '一、企业概况',
  '（一）企业概况',
  '(一) 企业概况：',
  '1. 企业概况',
  '1、企业概况（800字以内）',
  '（一）企业概况（成立时间、发展历程等。）',
])('%s is a heading', (heading) => {
  expect(sectionsOf(`<p>${heading}</p><p>甲。</p>`)).toEqual({ overview: '甲。' });
});

test('a heading of the same or a higher level ends a section, a lower one does not', () => {
  expect(
    sectionsOf('<p>（一）企业概况</p><p>甲。</p><p>1. 发展历程</p><p>乙。</p><p>（二）其他</p><p>丙。</p>'),
  ).toEqual({ overview: '甲。\n1. 发展历程\n乙。' });
  expect(sectionsOf('<p>（一）企业概况</p><p>甲。</p><p>二、附件</p><p>丙。</p>')).toEqual({
    overview: '甲。',
  });
});

test('numbered sentences are text of the section', () => {
  expect(sectionsOf('<p>1. 企业概况</p><p>甲。</p><p>2. 公司现有员工八百人。</p>')).toEqual({
    overview: '甲。\n2. 公司现有员工八百人。',
  });
});

test('tables inside a section belong to it', () => {
  expect(
    sectionsOf(
      '<p>一、企业概况</p><table><tr><td>一、年份</td><td>产值</td></tr></table><p>甲。</p><p>二、主要成效</p>',
    ),
  ).toEqual({ overview: '一、年份\n产值\n甲。', effects: '' });
});

test('a heading in a table opens a section too, and of two the first one counts', () => {
  expect(
    sectionsOf('<table><tr><td>企业概况</td><td>甲。</td></tr></table><p>一、企业概况</p><p>乙。</p>'),
  ).toMatchObject({ overview: expect.stringContaining('甲。') });
});

test('words of a heading inside a sentence are no heading', () => {
  expect(sectionsOf('<p>企业概况和主要成效见下文。</p>')).toEqual({});
});

test('a table of contents in front is not the section', () => {
  const contents = '<p>一、企业概况</p><p>二、主要成效</p>';
  expect(sectionsOf(`${contents}<p>一、企业概况</p><p>甲。</p><p>二、主要成效</p><p>乙。</p>`)).toEqual({
    overview: '甲。',
    effects: '乙。',
  });
});
