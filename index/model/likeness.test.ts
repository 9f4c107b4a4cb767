import { expect, test } from 'vitest';
import { isSameSolution, type Likeness } from './likeness.ts';

const like = (over: Partial<Likeness>): Likeness => ({
  score: 0.97,
  signals: [],
  who: { relation: 'same', value: 1 },
  title: 0.3,
  passages: [],
  excludedShare: 0,
  ...over,
});

test('what bars: the same party with the same title or much of the text, or nearly all of the text', () => {
  expect(isSameSolution(like({ title: 0.9 }))).toBe(true);
  expect(isSameSolution(like({ text: 0.7 }))).toBe(true);
  expect(isSameSolution(like({ who: { relation: 'different', value: 0 }, text: 0.85 }))).toBe(true);
});

test('what does not: sibling products, companies that share a brand, an unsure probability', () => {
  expect(isSameSolution(like({ text: 0.55 }))).toBe(false);
  expect(isSameSolution(like({ who: { relation: 'affiliated', value: 0.6 }, title: 1 }))).toBe(false);
  expect(isSameSolution(like({ who: { relation: 'different', value: 0 }, title: 1, text: 0.7 }))).toBe(false);
  expect(isSameSolution(like({ title: 1, text: 1, score: 0.85 }))).toBe(false);
});
