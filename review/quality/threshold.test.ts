import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from './shares.ts';
import { type Looked, thresholdFor } from './threshold.ts';

/** Values of a confidence, of which each so-manieth is wrong. */
const looks = (count: number, confidence: number, wrongEach = 0): Looked[] =>
  Array.from({ length: count }, (_, i) => ({ confidence, wrong: wrongEach > 0 && i % wrongEach === 0 }));

test('Wilson’s interval, by the worked example of Brown, Cai and DasGupta (2001): 0 of 10 and 5 of 10', () => {
  expect(wilson(0, 10)).toMatchObject({ value: 0, low: 0 });
  expect(wilson(0, 10).high).toBeCloseTo(0.2775, 3);
  expect(wilson(5, 10).low).toBeCloseTo(0.2366, 3);
  expect(wilson(5, 10).high).toBeCloseTo(0.7634, 3);
  expect(wilson(0, 0)).toEqual({ value: 0, low: 0, high: 1, of: 0 });
});

test('the threshold is the least confidence above which the target holds for certain', () => {
  const looked = [...looks(800, 0.99), ...looks(400, 0.95), ...looks(200, 0.7, 4)];
  expect(thresholdFor(looked, 0.99)).toBe(0.95);
  expect(thresholdFor(looks(199, 0.99), 0.9)).toBeUndefined();
  expect(thresholdFor(looks(400, 0.99, 10), 0.99)).toBeUndefined();
});

test('a stricter target never lets more through', () => {
  const look = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), wrong: fc.boolean() });
  fc.assert(
    fc.property(fc.array(look, { minLength: 200, maxLength: 400 }), (looked) => {
      const loose = thresholdFor(looked, 0.3) ?? 2;
      const strict = thresholdFor(looked, 0.5) ?? 2;
      expect(strict).toBeGreaterThanOrEqual(loose);
    }),
    { numRuns: 50 },
  );
});
