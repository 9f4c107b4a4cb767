import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Drawing, randomOf } from './drawing.ts';
import { findTickBoxes, standsAlone } from './tick-boxes.ts';

type Mark = 'empty' | 'check' | 'overshoot' | 'cross' | 'full';

function boxWith(mark: Mark, side: number, dpi = 200): Drawing {
  const page = new Drawing(160, 100, dpi);
  const [x, y] = [60, 40];
  page.square(x, y, side);
  const at = (share: number) => Math.round(share * side);
  if (mark === 'check' || mark === 'overshoot') {
    const far = mark === 'check' ? 0.78 : 1.15;
    page.stroke(x + at(0.25), y + at(0.5), x + at(0.42), y + at(0.7), 2);
    page.stroke(x + at(0.42), y + at(0.7), x + at(far), y + at(1.05 - far), 2);
  }
  if (mark === 'cross') {
    page.stroke(x + 4, y + 4, x + side - 6, y + side - 6);
    page.stroke(x + side - 6, y + 4, x + 4, y + side - 6);
  }
  if (mark === 'full') page.fill(x, y, x + side, y + side);
  return page;
}

test('judges a box by the ink inside', () => {
  const marks = fc.constantFrom<Mark[]>('empty', 'check', 'overshoot', 'cross', 'full');
  fc.assert(
    fc.property(marks, fc.integer({ min: 20, max: 36 }), fc.nat(1000), (mark, side, seed) => {
      const page = boxWith(mark, side);
      page.noise(0.002, randomOf(seed));
      const found = findTickBoxes(page.ink);
      expect(found).toHaveLength(1);
      expect(found[0]?.ticked).toBe(mark !== 'empty');
      expect(found[0]?.box[0]).toBeGreaterThan(56);
      expect(found[0]?.box[2]).toBeLessThan(60 + side + 4);
    }),
    { numRuns: 60 },
  );
});

test('a square with straight strokes inside is like a character, one on two legs is not sure', () => {
  const sun = boxWith('empty', 28);
  sun.fill(62, 53, 86, 55);
  expect(findTickBoxes(sun.ink)[0]?.likeCharacter).toBe(true);
  const mouth = boxWith('empty', 28);
  mouth.fill(60, 68, 62, 72);
  mouth.fill(86, 68, 88, 72);
  expect(findTickBoxes(mouth.ink).some((tick) => tick.sure)).toBe(false);
});

test('a square that is part of a character does not stand alone', () => {
  const page = boxWith('empty', 20);
  page.fill(58, 30, 82, 32);
  const [tick] = findTickBoxes(page.ink);
  expect(tick && standsAlone(page.ink, tick, 28, 62)).toBe(false);
});
