import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Drawing, randomOf } from '../ticks/drawing.ts';
import { skewBox, skewOf } from './deskew.ts';

/** Lines of short strokes, as print looks from afar, turned by `degrees`. */
function turnedText(degrees: number, seed: number): Drawing {
  const page = new Drawing(800, 1000, 100);
  const random = randomOf(seed);
  const slope = Math.tan((degrees * Math.PI) / 180);
  for (let y = 80; y < 900; y += 24) {
    for (let x = 80; x < 700; x += 12) {
      if (random() < 0.1) continue;
      const top = y + (x - 400) * slope + Math.floor(random() * 4);
      page.stroke(x, top, x + 8, top + 8 * slope);
      page.stroke(x + 3, top, x + 3, y + (x - 397) * slope + 10);
    }
  }
  page.noise(0.001, random);
  return page;
}

test('finds the angle that was planted', () => {
  fc.assert(
    fc.property(fc.double({ min: -4.5, max: 4.5, noNaN: true }), fc.nat(1000), (degrees, seed) => {
      expect(skewOf(turnedText(degrees, seed).ink)).toBeCloseTo(degrees, 0.5);
    }),
    { numRuns: 12 },
  );
});

test('leaves a nearly empty page alone', () => {
  expect(skewOf(new Drawing(300, 300, 100).ink)).toBe(0);
});

test('a box turned there and back is the same', () => {
  const box = [100, 200, 180, 212] as const;
  const back = skewBox(skewBox(box, 1.3, 595, 842), -1.3, 595, 842);
  back.forEach((value, i) => {
    expect(value).toBeCloseTo(box[i]!, 6);
  });
});
