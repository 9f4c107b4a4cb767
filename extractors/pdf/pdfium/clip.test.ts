import { expect, test } from 'vitest';
import { clipped } from './clip.ts';

test('outlines are cut back to the area, those outside it are gone', () => {
  const bar = (x0: number, y0: number, x1: number, y1: number) => ({
    points: [
      [x0, y0],
      [x1, y1],
    ] as const,
    closed: false,
    curved: false,
  });
  const kept = clipped(
    [bar(50, 700, 50, 900), bar(50, 850, 300, 850), bar(10, 100, 20, 100)],
    [40, 60, 555, 790],
  );
  expect(kept.map(({ points }) => points)).toEqual([
    [
      [50, 700],
      [50, 790],
    ],
  ]);
});
