import { expect, test } from 'vitest';
import { callWith } from '../testing.ts';
import { addYears, judgeWindow, listedOf } from './window.ts';

const policyOf = (validityYears?: number) => ({ ...callWith().call.resubmission, validityYears });
const exact = listedOf({ listedOn: '2019-12-20', year: 2019 });
const ofYear = listedOf({ year: 2019 });
const lastTwo = { kind: 'last-years', years: 2 } as const;

test('a day known is exact and goes before the year; a year stands for itself and the next one', () => {
  expect(exact).toEqual({ first: '2019-12-20', last: '2019-12-20', exact: true });
  expect(ofYear).toEqual({ first: '2019-01-01', last: '2020-12-31', exact: false });
  expect(listedOf({})).toBeUndefined();
});

test('an award counts from its day on and up to the day its years are full', () => {
  const on = (asOf: string) => judgeWindow(lastTwo, policyOf(), exact, asOf);
  expect(on('2019-12-19')).toEqual({ state: 'not-yet' });
  expect(on('2019-12-20')).toEqual({ state: 'inside', until: '2021-12-20' });
  expect(on('2021-12-20')).toEqual({ state: 'inside', until: '2021-12-20' });
  expect(on('2021-12-21')).toEqual({ state: 'outside', until: '2021-12-20' });
});

test('of a year alone only what is so for its first and its last day is sure', () => {
  const on = (asOf: string) => judgeWindow(lastTwo, policyOf(), ofYear, asOf);
  expect(on('2018-12-31')).toEqual({ state: 'not-yet' });
  expect(on('2021-01-01')).toEqual({ state: 'inside' });
  expect(on('2021-01-02')).toEqual({ state: 'unsure' });
  expect(on('2022-12-31')).toEqual({ state: 'unsure' });
  expect(on('2023-01-01')).toEqual({ state: 'outside', until: '2022-12-31' });
});

test('the last years are those of the reading, the validity is that of the policy', () => {
  const valid = { kind: 'while-valid' } as const;
  expect(judgeWindow(lastTwo, policyOf(5), exact, '2022-06-01').state).toBe('outside');
  expect(judgeWindow(valid, policyOf(5), exact, '2022-06-01').state).toBe('inside');
  expect(judgeWindow(valid, policyOf(undefined), exact, '2022-06-01')).toEqual({ state: 'unsure' });
  expect(judgeWindow(lastTwo, policyOf(undefined), exact, '2021-06-01').state).toBe('inside');
});

test('without a date only a reading without years is settled', () => {
  expect(judgeWindow({ kind: 'unlimited' }, policyOf(2), undefined, '2021-06-01')).toEqual({
    state: 'inside',
  });
  expect(judgeWindow(lastTwo, policyOf(2), undefined, '2021-06-01')).toEqual({ state: 'unsure' });
});

test('29 February becomes 28 in years that have none: 1900 and 2100 have none, 2000 has', () => {
  expect(addYears('2096-02-29', 4)).toBe('2100-02-28');
  expect(addYears('1996-02-29', 4)).toBe('2000-02-29');
  expect(addYears('2020-02-29', 1)).toBe('2021-02-28');
  expect(addYears('2020-02-29', 4)).toBe('2024-02-29');
  expect(addYears('2019-12-31', 1)).toBe('2020-12-31');
});
