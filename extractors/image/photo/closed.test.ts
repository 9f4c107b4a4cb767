import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closed } from './closed.ts';

test('a stroke thinner than twice the radius is filled, a wider one stays', () => {
  const row = (text: string) => Uint8Array.from([...text], (one) => (one === '#' ? 10 : 200));
  expect(closed(row('..#......'), 9, 1, 1)).toEqual(row('.........'));
  expect(closed(row('..###....'), 9, 1, 1)).toEqual(row('..###....'));
});

test('property: as a square window has it, nothing gets darker, and once is enough', () => {
  const size = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.integer({ min: 0, max: 3 }),
      fc.infiniteStream(fc.nat(255)),
      (w, h, r, values) => {
        const map = Float32Array.from({ length: w * h }, () => values.next().value ?? 0);
        const window = (from: Float32Array, of: (...all: number[]) => number) =>
          from.map((_, i) => {
            const near = [...from].filter(
              (_, j) =>
                Math.abs((j % w) - (i % w)) <= r && Math.abs(Math.floor(j / w) - Math.floor(i / w)) <= r,
            );
            return of(...near);
          });
        const filled = closed(map, w, h, r);
        expect(filled).toEqual(window(window(map, Math.max), Math.min));
        expect(filled.every((value, i) => value >= (map[i] ?? 0))).toBe(true);
        expect(closed(filled, w, h, r)).toEqual(filled);
      },
    ),
  );
});
