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

test('each threshold holds from its value on', () => {
  const stranger = { relation: 'different', value: 0 } as const;
  expect(isSameSolution(like({ score: 0.9, text: 0.8, who: stranger }))).toBe(true);
  expect(isSameSolution(like({ score: 0.899, text: 0.8, who: stranger }))).toBe(false);
  expect(isSameSolution(like({ text: 0.799, who: stranger }))).toBe(false);
  expect(isSameSolution(like({ text: 0.65 }))).toBe(true);
  expect(isSameSolution(like({ text: 0.649 }))).toBe(false);
  expect(isSameSolution(like({ title: 0.8 }))).toBe(true);
  expect(isSameSolution(like({ title: 0.799 }))).toBe(false);
  expect(isSameSolution(like({ title: 1, who: { relation: 'likely', value: 0.8 } }))).toBe(true);
  expect(isSameSolution(like({ title: 1, who: { relation: 'affiliated', value: 0.799 } }))).toBe(false);
});

test('much of the text by a company that may belong to the first bars, its title alone does not', () => {
  const affiliated = { relation: 'affiliated', value: 0.5 } as const;
  expect(isSameSolution(like({ text: 0.65, who: affiliated }))).toBe(true);
  expect(isSameSolution(like({ title: 1, text: 0.6, who: affiliated }))).toBe(false);
});

test('what rare terms add to the probability bars nobody, however sure it makes it', () => {
  expect(isSameSolution(like({ title: 1, text: 0.7, score: 0.999, firm: 0.6 }))).toBe(false);
  expect(isSameSolution(like({ title: 1, text: 0.7, score: 0.999, firm: 0.95 }))).toBe(true);
});
