import { expect, test } from 'vitest';
import { datesIn } from './when.ts';

const march = { year: 2024, issued: '2024-03-14' };

test.each([
  ['于2024年4月16日17:30前', ['2024-04-16T17:30']],
  ['于4月16日17:30前', ['2024-04-16T17:30']],
  ['于1月15日前', ['2025-01-15']],
  ['于3月14日前', ['2024-03-14']],
  ['2024年4月1日至5月10日', ['2024-04-01', '2024-05-10']],
  ['2024年12月20日至1月10日', ['2024-12-20', '2025-01-10']],
  ['4月底前', ['2024-04-30']],
  ['2024年2月底前', ['2024-02-29']],
  ['截止2024-06-30', ['2024-06-30']],
  ['6月8日（周六）下午5时前', ['2024-06-08T17:00']],
  ['6月8日下午5点半前', ['2024-06-08T17:30']],
  ['自本通知发布之日起30日内', ['2024-04-13']],
  ['自发布之日起2个月内', ['2024-05-14']],
  ['自印发之日起十五个工作日内', [undefined]],
  ['2月30日前', [undefined]],
])('%s', (text, days) => {
  expect(datesIn(text, march).map((when) => when.at)).toEqual(days);
});

test('without a year anywhere a date stays open; the middle of a month is not exact', () => {
  expect(datesIn('4月16日前', {})).toEqual([{ start: 0, end: 5, exact: false }]);
  expect(datesIn('5月中旬', march)).toMatchObject([{ at: '2024-05-20', exact: false }]);
});
