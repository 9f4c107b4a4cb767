import { expect, test } from 'vitest';
import type { Field, FieldValue } from '../../core/filing.ts';
import { doubtOddSizes } from './odd-sizes.ts';

function confidences(values: Record<string, FieldValue>): Record<string, number> {
  const fields = Object.entries(values).map(([key, value]): [string, Field] => [
    key,
    {
      key,
      label: key,
      value,
      raw: String(value),
      unit: '万元',
      state: 'filled',
      confidence: 0.998,
      where: [],
    },
  ]);
  return Object.fromEntries(
    [...doubtOddSizes(new Map(fields))].map(([key, { confidence }]) => [key, confidence]),
  );
}

const usual = { assets: { 2020: 9620, 2021: 10350 }, capital: 8600, invested: 4150 };

test('usual sizes are left alone, small parts too', () => {
  for (const confidence of Object.values(confidences({ ...usual, tests: 3 }))) expect(confidence).toBe(0.998);
});

test('an amount that dwarfs all others is doubted, not the others', () => {
  const { profit, assets } = confidences({ ...usual, profit: 66_000_000 });
  expect(profit).toBeLessThan(0.6);
  expect(assets).toBe(0.998);
});

test('a few amounts tell nothing of a large one', () => {
  expect(confidences({ capital: 12, invested: 5000 }).invested).toBe(0.998);
});

test('a year that jumps is doubted', () => {
  const { assets, capital } = confidences({ ...usual, assets: { 2020: 9620, 2021: 103_500_000 } });
  expect(assets).toBeLessThan(0.6);
  expect(capital).toBe(0.998);
});

/** Whether each amount of these is doubted; a field is in 万元 unless it says otherwise. */
function doubted(...amounts: (Partial<Field> & { value: FieldValue })[]): boolean[] {
  const fields = amounts.map((amount, i): [string, Field] => [
    `f${i}`,
    {
      key: `f${i}`,
      label: `f${i}`,
      raw: '',
      unit: '万元',
      state: 'filled',
      confidence: 0.998,
      where: [],
      ...amount,
    },
  ]);
  return [...doubtOddSizes(new Map(fields)).values()].map(({ confidence }) => confidence < 0.6);
}

const others = [{ value: 8600 }, { value: 100 }, { value: 50 }];

test('three hundred times the largest of three others is odd, less is not', () => {
  expect(doubted({ value: 2_580_000 }, ...others)[0]).toBe(true);
  expect(doubted({ value: 2_579_999 }, ...others)[0]).toBe(false);
  expect(doubted({ value: 2_580_000 }, ...others.slice(1))[0]).toBe(false);
});

test('amounts are compared in one unit, whatever the form asks each in', () => {
  expect(doubted({ value: 8600, unit: '亿元' }, ...others)[0]).toBe(true);
  expect(doubted({ value: 86_000_000, unit: '元' }, ...others)[0]).toBe(false);
});

test('what is no money is no size: counts, texts, empty years and zeros', () => {
  expect(doubted({ value: 90_000_000, unit: '台' }, ...others)).toEqual([false, false, false, false]);
  expect(doubted({ value: 90_000_000, unit: undefined }, ...others)[0]).toBe(false);
  // Three that are none do not make the others of one that dwarfs them.
  expect(doubted({ value: 9_000_000 }, { value: 12 }, { value: '若干' }, { value: 0 })[0]).toBe(false);
  expect(doubted({ value: 9_000_000 }, { value: 12 }, { value: null }, { value: { 2020: null } })[0]).toBe(
    false,
  );
});

test('years are odd where one is three hundred times the year before or after it', () => {
  const years = (...sizes: (number | null)[]) =>
    doubted({ value: Object.fromEntries(sizes.map((size, i) => [2019 + i, size])) })[0];
  expect(years(10, 3010)).toBe(true);
  expect(years(3010, 10)).toBe(true);
  expect([years(10, 3000), years(3000, 10)]).toEqual([true, true]);
  expect(years(10, 2990)).toBe(false);
  expect(years(-10, 3010)).toBe(true);
  expect(years(10, 500, 9000)).toBe(false);
  // A year of nothing is no jump, and one that is missing is passed over.
  expect(years(0, 9000)).toBe(false);
  expect(years(10, null, 3010)).toBe(true);
  expect(years(9000, null)).toBe(false);
});

test('of years the largest is held against the largest of the others', () => {
  const grown = { 2020: 9000, 2021: 2_580_000 };
  expect(doubted({ value: grown }, ...others)[0]).toBe(true);
  expect(doubted({ value: 2_580_000 }, { value: { 2020: 50, 2021: 8600 } }, ...others.slice(1))[0]).toBe(
    true,
  );
  expect(doubted({ value: 2_580_000 }, { value: { 2020: 50, 2021: 8601 } }, ...others.slice(1))[0]).toBe(
    false,
  );
});

test('an amount is not compared with itself', () => {
  expect(doubted({ value: 9620 })).toEqual([false]);
});

test('a number converted from the unit of the label is odd where it fits the others better unconverted', () => {
  const converted = (value: number, statedUnit: string, other = 8600) =>
    doubted({ value, statedUnit }, { value: other })[0];
  // 500 under (亿元) where the form asks for 万元.
  expect(converted(5_000_000, '亿元')).toBe(true);
  expect(doubted({ value: 5_000_000 }, { value: 8600 })[0]).toBe(false);
  expect([converted(870_000, '亿元'), converted(850_000, '亿元')]).toEqual([true, false]);
  // 0.05 of 万元 from 500 under (元); unconverted it would be 500 万元.
  expect(converted(0.05, '元')).toBe(true);
  // Held against the largest of the others: 5,000,000 is far from 8600, and 500 is not.
  expect(doubted({ value: 5_000_000, statedUnit: '亿元' }, { value: 8600 }, { value: 3 })[0]).toBe(true);
  // Less than a hundred times the others is nothing odd, though the number would fit better unconverted.
  expect([converted(430_000, '百万元'), converted(870_000, '百万元')]).toEqual([false, true]);
  // Far from the others either way, and further unconverted.
  expect(converted(20, '亿元')).toBe(false);
  expect(converted(5_000_000, '元')).toBe(false);
});

test('alone a converted number has nothing to be held against', () => {
  expect(doubted({ value: 5_000_000, statedUnit: '亿元' })[0]).toBe(false);
});

test('a doubt makes nothing surer', () => {
  const field = { value: 2_580_000, confidence: 0.3 };
  const fields = [field, ...others].map((one, i): [string, Field] => [
    `f${i}`,
    { key: `f${i}`, label: '', raw: '', unit: '万元', state: 'filled', confidence: 0.998, where: [], ...one },
  ]);
  expect(doubtOddSizes(new Map(fields)).get('f0')?.confidence).toBe(0.3);
});
