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
