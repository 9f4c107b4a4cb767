import { expect, test } from 'vitest';
import { byHandOnPage, handProbability } from './hand-model.ts';
import { weights } from './hand-weights.ts';

/** Features of a line that is so likely written by hand: the usual ones, and one moved as far as it takes. */
function lineOf(chance: number): number[] {
  const usual = weights.features.map(([mean]) => mean);
  const strongest = weights.features.reduce(
    (best, [, , weight], k) => (weight > weights.features[best]![2] ? k : best),
    0,
  );
  const [mean, scale, weight] = weights.features[strongest]!;
  const logit = Math.log(chance / (1 - chance));
  usual[strongest] = mean + ((logit - weights.bias) * scale) / weight;
  return usual;
}

test('a line is as likely by hand as its features say', () => {
  for (const chance of [0.1, 0.5, 0.95]) expect(handProbability(lineOf(chance))).toBeCloseTo(chance, 6);
});

test('doubtful lines count beside others that surely are by hand, if these are more than chance on a full page', () => {
  const page = (sure: number, print: number) =>
    byHandOnPage([
      lineOf(0.4),
      ...Array.from({ length: sure }, () => lineOf(0.95)),
      ...Array.from({ length: print }, () => lineOf(0.02)),
    ]);
  expect(page(2, 10)[0]).toBe(true);
  expect(page(1, 2)[0]).toBe(false);
  expect(page(2, 60)[0]).toBe(false);
  expect(page(4, 60)[0]).toBe(true);
  expect(page(2, 60).filter(Boolean)).toHaveLength(2);
  expect(byHandOnPage([undefined, lineOf(0.7)])).toEqual([false, true]);
});
