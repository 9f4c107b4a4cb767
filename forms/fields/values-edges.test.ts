import { expect, test } from 'vitest';
import { pairMarks } from './tick-marks.ts';
import { columnValue, toValue } from './values.ts';

const value = (type: string, written: string, unit?: string) =>
  toValue(unit === undefined ? { type } : { type, unit }, written);

test.each([
  ['甲   乙', '甲乙'],
  ['甲\n\n 乙', '甲乙'],
  ['MES\n \n APP', 'MES APP'],
  ['：：）甲公司', '甲公司'],
  ['甲公司 □□ ', '甲公司'],
  ['甲____乙', '甲乙'],
])('what is wrapped, ruled or beside the next box is one line: %j is %s', (written, expected) => {
  expect(value('text', written).value).toBe(expected);
});

test('an amount is in 万元 where the form names no unit', () => {
  expect(value('amount', '1.5亿元').value).toBe(15000);
  expect(value('amount', '1.5亿元', '').value).toBe(15000);
});

test('无 alone is no number; a sentence that begins so is kept for a person', () => {
  expect(value('count', '无', '台')).toEqual({ value: null, raw: '', fits: true });
  expect(value('count', '无法统计', '台')).toEqual({ value: '无法统计', raw: '无法统计', fits: false });
});

test('an organisation code is no credit code, though a credit code may stand in its place', () => {
  expect(value('credit-code', '123456788').fits).toBe(false);
  expect(value('org-code', '123456788').fits).toBe(true);
  expect(value('org-code', '91320505MA1N2C3D47')).toEqual(value('credit-code', '91320505MA1N2C3D47'));
});

test('a cell of a row holds a text, a number or nothing', () => {
  expect(columnValue('text', ' ').value).toBeNull();
  expect(columnValue('amount', '1.2亿元').value).toBe(12000);
  expect(columnValue('text', '甲').value).toBe('甲');
});

test('boxes with numbers of two digits, and boxes that follow their options from the first one on', () => {
  const states = (text: string, ...options: string[]) =>
    pairMarks(
      text,
      options.map((option) => ({
        option,
        start: text.indexOf(option),
        end: text.indexOf(option) + option.length,
      })),
    ).map(({ ticked }) => ticked);
  expect(states('☑12.防火墙□13.入侵检测', '防火墙', '入侵检测')).toEqual([true, false]);
  expect(states('防火墙☑入侵检测□审计', '防火墙', '入侵检测', '审计')).toEqual([true, false, undefined]);
});
