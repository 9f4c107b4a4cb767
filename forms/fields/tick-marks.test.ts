import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldString } from '../align/stream.ts';
import { findMarks, type OptionPlace, pairMarks } from './tick-marks.ts';

/** The ticked options of a line; an option without a mark is written with `?`. */
function ticked(line: string, ...options: string[]): string[] {
  const text = foldString(line);
  let at = 0;
  const places = options.map((option): OptionPlace => {
    const start = text.indexOf(option, at);
    at = start + option.length;
    return { option, start, end: at };
  });
  return pairMarks(text, places).flatMap((state) => {
    if (state.ticked === undefined) return [`${state.option}?`];
    return state.ticked ? [state.option] : [];
  });
}

test.each([...'□☐○◯▢❏❑◻'])('%s is an empty mark', (mark) => {
  expect(findMarks(mark)).toEqual([{ start: 0, end: 1, ticked: false }]);
});

test.each([...'☑☒■●√✓✔◉✅✗✘◼'])('%s is a tick', (mark) => {
  expect(findMarks(mark)).toEqual([{ start: 0, end: 1, ticked: true }]);
});

test.each([
  ['□√', true],
  ['√□', true],
  ['(√)', true],
  ['[✓]', true],
  ['()', false],
  ['[]', false],
  ['(□)', false],
  ['(☑)', true],
])('%s is one mark', (text, expected) => {
  expect(findMarks(`是${text}否`)).toEqual([{ start: 1, end: 1 + text.length, ticked: expected }]);
});

test('brackets around words are no marks, and a bracket around more than the mark is not part of it', () => {
  expect(findMarks('(是)[否]')).toEqual([]);
  expect(findMarks('(√是)')).toEqual([{ start: 1, end: 2, ticked: true }]);
  expect(findMarks('(是√)')).toEqual([{ start: 2, end: 3, ticked: true }]);
});

test.each([
  ['□是 ☑否', ['否']],
  ['是 □ 否 ☑', ['否']],
  ['是□ 否√', ['否']],
  ['是☑否□', ['是']],
  ['☑是□否', ['是']],
  ['（√）是（ ）否', ['是']],
  ['是（ ）否（√）', ['否']],
  ['□√是 □否', ['是']],
  ['是 ■ 否 □', ['是']],
  ['● 是 ○ 否', ['是']],
  ['√是 □否', ['是']],
  ['□1、是 ☑2、否', ['否']],
  ['□（1）是 ☑（2）否', ['否']],
  ['□A.是 ☑B.否', ['否']],
  ['□①是 ☑②否', ['否']],
  ['是：□ 否：☑', ['否']],
  ['☑\ufe0f 是 □ 否', ['是']],
  ['✔\ufe0f是 □否', ['是']],
  ['□是 □否', []],
  ['是 否', ['是?', '否?']],
  ['是 否√', ['是?', '否']],
  ['√是 否', ['是', '否?']],
])('%s', (line, expected) => {
  expect(ticked(line, '是', '否')).toEqual(expected);
});

test('a mark that is part of an option is not its tick', () => {
  expect(ticked('□5G○ □6G', '5g○', '6g')).toEqual([]);
});

test('the text of one option inside another takes no mark of the other', () => {
  expect(ticked('☑工控防火墙 □防火墙', '工控防火墙', '防火墙')).toEqual(['工控防火墙']);
  expect(ticked('工控防火墙□ 防火墙☑', '工控防火墙', '防火墙')).toEqual(['防火墙']);
});

const empties = fc.constantFrom('□', '☐', '○', '（ ）', '[ ]');
const ticks = fc.constantFrom('☑', '☒', '■', '√', '✓', '●', '□√', '（√）', '☑\ufe0f');

test('any pattern of ticks is read, before the options or behind them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ on: fc.boolean(), empty: empties, tick: ticks }), { minLength: 2, maxLength: 7 }),
      fc.boolean(),
      fc.constantFrom(' ', '；', '\n', '   '),
      (choices, behind, between) => {
        const names = choices.map((_, i) => `选项${'甲乙丙丁戊己庚'[i]}`);
        const line = choices
          .map(({ on, empty, tick }, i) =>
            behind ? names[i] + (on ? tick : empty) : (on ? tick : empty) + names[i],
          )
          .join(between);
        expect(ticked(line, ...names)).toEqual(names.filter((_, i) => choices[i]!.on));
      },
    ),
  );
});

test('a box behind its option stays with it where the box of the cell before stands in front', () => {
  const text = '平台类☑安全生产□绿色低碳□协同☑';
  const places = ['安全生产', '绿色低碳', '协同'].map((option): OptionPlace => {
    const start = text.indexOf(option);
    return { option, start, end: start + option.length };
  });
  const on = pairMarks(text, places, (a, b) => (a < 4 && b >= 4 ? 0.5 : 1)).flatMap(({ ticked, option }) =>
    ticked ? [option] : [],
  );
  expect(on).toEqual(['协同']);
});
