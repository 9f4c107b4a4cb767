import { expect, test } from 'vitest';
import { fitChoice, probabilities } from './choice.ts';

const observed = [
  { of: { labels: [[1], [0]], none: [1] }, answer: 0, weight: 1 },
  { of: { labels: [[0], [1]], none: [1] }, answer: 1, weight: 1 },
  { of: { labels: [[0], [0]], none: [1] }, answer: 2, weight: 1 },
];

test('learns which feature speaks and when nothing does', () => {
  const weights = fitChoice(observed, [1]);
  for (const { of, answer } of observed) {
    const shares = probabilities(of, weights);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
    expect(shares.indexOf(Math.max(...shares))).toBe(answer);
  }
});

test('a sign holds against the sample', () => {
  expect(fitChoice(observed, [-1]).label).toEqual([0]);
});

test('the same sample gives the same weights', () => {
  expect(fitChoice(observed, [1])).toEqual(fitChoice(observed, [1]));
});
