import { expect, it } from 'vitest';
import { featuresOf, hear, weigh } from './hear.ts';

const heard = (text: string, weights: Record<string, number>) =>
  hear(text, { bias: 0, weights: new Map(Object.entries(weights)) });

it('hears runs of characters, the last clause once more, and knows nothing of what it was not taught', () => {
  expect(heard('已上线，未验收。', { 已上: 1 })).toBeGreaterThan(0);
  expect(heard('已上线，未验收。', { '|^未': -1 })).toBeLessThan(0);
  expect(heard('未验收，已上线。', { '|^未': -1 })).toBe(0);
  expect(heard('其他。', { 已上: 1 })).toBe(0);
});

it('makes no more of a few words than of a clause', () => {
  const value = (text: string) => weigh(featuresOf(text), (name) => name === '已上').get('已上') ?? 0;
  expect(value('已上')).toBeLessThan(0.5);
});
