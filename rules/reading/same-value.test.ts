import { describe, expect, it, test } from 'vitest';
import type { FieldValue } from '../../core/filing.ts';
import { sameValue } from './same-value.ts';

const both = (a: FieldValue, b: FieldValue, scanned = false) => {
  const [there, back] = [sameValue(a, b, scanned), sameValue(b, a, scanned)];
  expect(there).toBe(back);
  return there;
};

describe('two values', () => {
  test.each<[FieldValue, FieldValue, boolean | undefined]>([
    [0, 0, true],
    [0, 1e-9, false],
    [2000, 2000.001, true],
    [2000, 2000.01, false],
    [2000, '２０００', true],
    [2000, '二千', false],
    [null, null, true],
    [null, '甲', false],
    [['甲', '乙'], ['乙', '甲'], true],
    [['A级'], ['a 级'], true],
    [['甲'], ['甲', '乙'], false],
    [['甲'], '甲', false],
    [{ 2020: 1, 2021: null }, { 2020: 1, 2021: null }, true],
    [{ 2020: 1 }, { 2020: 2 }, false],
    ['2022', '2022-05', undefined],
    ['2022', '2022-05-20', undefined],
    ['2022-05', '2022-06-20', false],
    ['2022-05', '2022-05起', false],
    ['2022-05', '约2022-05', false],
    ['2022年', '2022-05', false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(both(a, b)).toBe(same);
  });

  it('of which one is a company are compared as companies, and words of a company are not', () => {
    expect(both('苏州华兴科技有限公司', '华兴科技')).toBeUndefined();
    expect(both('苏州华兴科技有限公司', '南京恒驰软件')).toBe(false);
    expect(both('华兴公司简介', '华兴公司介绍')).toBe(false);
  });
});

describe('on a scan', () => {
  const text = '甲乙丙丁戊己庚辛壬癸';
  const misread = (length: number, wrong: number) => {
    const whole = text.repeat(3).slice(0, length);
    return both(whole, `${'口'.repeat(wrong)}${whole.slice(wrong)}`, true);
  };

  it('one character may be misread, and one more for every further ten', () => {
    expect([misread(3, 1), misread(3, 2)]).toEqual([undefined, false]);
    expect([misread(19, 1), misread(19, 2)]).toEqual([undefined, false]);
    expect([misread(20, 2), misread(20, 3)]).toEqual([undefined, false]);
  });

  it('a character may be lost or come in, at either end', () => {
    expect([both(text, text.slice(1), true), both(text, `${text}一`, true)]).toEqual([undefined, undefined]);
    expect([both(text, text.slice(2), true), both(text, `一${text}一`, true)]).toEqual([false, false]);
  });

  it('the shorter of both says how many', () => {
    expect(both(text.repeat(2), text.repeat(2).slice(1, -1), true)).toBe(false);
  });

  it('numbers are read by their digits, none of which may be misread', () => {
    expect(both(2000, 2001, true)).toBe(false);
  });
});
