import { expect, test } from 'vitest';
import type { TickField } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { alignForm } from '../align/align.ts';
import { streamOf } from '../align/stream.ts';
import { compileTemplate } from '../align/template.ts';
import { blank, blankHtml, form } from '../testing.ts';
import { readTicks } from './read-ticks.ts';

const template = compileTemplate(form, blank);
const fields = form.fields.filter((field): field is TickField => 'options' in field);
const printed = '{{safety=防火墙}}防火墙 {{safety=工控防火墙}}工控防火墙 {{safety=入侵检测}}入侵检测';

/** The ticked options of 安全技术 when its line is written so; `undefined` for a field not found. */
function safety(line: string, html = blankHtml): string[] | undefined {
  const stream = streamOf(readHtml(html.replace(printed, line).replace(/\{\{[^}]*\}\}/gu, '')));
  const reading = readTicks(fields, template, stream, alignForm(template, stream)).find(
    ({ field }) => field.key === 'safety',
  );
  return reading?.options.filter(({ ticked }) => ticked).map(({ option }) => option);
}

test.each([
  ['☑防火墙 □工控防火墙 □入侵检测', ['防火墙']],
  ['□防火墙 ☑工控防火墙 □入侵检测', ['工控防火墙']],
  ['☑工控防火墙 □防火墙 □入侵检测', ['工控防火墙']],
  ['工控防火墙□ 防火墙☑ 入侵检测□', ['防火墙']],
  ['防火墙（√） 工控防火墙（ ） 入侵检测（√）', ['防火墙', '入侵检测']],
  ['□1.防火墙 ☑2.工控防火墙 ☑3.入侵检测', ['工控防火墙', '入侵检测']],
  ['☑入侵检测\n☑防火墙\n□工控防火墙', ['入侵检测', '防火墙']],
  ['□防火墙 □工控防火墙 □入侵检测', []],
])('%s', (line, expected) => {
  expect(safety(line)).toEqual(expected);
});

test('an option that the text names elsewhere too is read where its box is', () => {
  expect(safety('本厂已装防火墙：□防火墙 ☑工控防火墙 □入侵检测')).toEqual(['工控防火墙']);
});

test('options in another part of the filing are found by their words', () => {
  expect(safety('', `<p>☑防火墙 □工控防火墙 ☑入侵检测</p>${blankHtml}`)).toEqual(['防火墙', '入侵检测']);
});

test('a form that is not there has no ticks', () => {
  expect(safety('', '<p>别的文件</p>')).toBeUndefined();
});

test('where boxes and options alternate through lines, a box belongs to the option of its own line', () => {
  expect(safety('□<br/>防火墙☑<br/>工控防火墙□<br/>入侵检测□')).toEqual(['防火墙']);
  expect(safety('□防火墙<br/>☑工控防火墙<br/>□入侵检测')).toEqual(['工控防火墙']);
});

test('a strange character in the place of a box is a box that is not empty', () => {
  expect(safety('□防火墙 吾工控防火墙 □入侵检测')).toEqual(['工控防火墙']);
  expect(safety('区防火墙 □工控防火墙 □入侵检测')).toEqual(['防火墙']);
  expect(safety('防火墙、□工控防火墙、□入侵检测')).toEqual([]);
});
