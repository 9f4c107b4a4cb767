import { expect, test } from 'vitest';
import type { Raster } from '../../raster.ts';
import { findSheets } from './find-sheets.ts';

/** A sheet twice as wide as a page on a dark desk: its light by the place across (0 to 1), and where print stands. */
function spread(light: (across: number) => number, isPrinted: (across: number) => boolean): Raster {
  const [width, height] = [1300, 1000];
  const data = new Uint8Array(width * height).fill(70);
  for (let y = 100; y < 900; y++) {
    for (let x = 80; x < 1220; x++) {
      const across = (x - 80) / 1140;
      const line = y > 160 && y < 840 && y % 24 < 10 && x % 5 < 3;
      data[y * width + x] = line && isPrinted(across) ? 40 : 235 * light(across);
    }
  }
  return { width, height, channels: 1, data, dpi: 100 };
}
const gutter = (across: number) => 1 - 0.35 * Math.exp(-(((across - 0.5) / 0.012) ** 2));
const twoColumns = (across: number) => Math.abs(across - 0.25) < 0.19 || Math.abs(across - 0.75) < 0.19;
const oneColumn = (across: number) => across > 0.06 && across < 0.94;

test('an open book is two pages that meet in its gutter, the left one first', () => {
  const sheets = findSheets(spread(gutter, twoColumns));
  expect(sheets).toHaveLength(2);
  const [left, right] = sheets;
  for (const [x, wanted] of [
    [left![0][0], 80],
    [left![1][0], 650],
    [right![3][0], 650],
    [right![2][0], 1220],
  ] as const)
    expect(Math.abs(x - wanted)).toBeLessThan(12);
});

test('a broad sheet without a gutter, and one that was folded across its lines, is one page', () => {
  expect(findSheets(spread(() => 1, twoColumns))).toHaveLength(1);
  expect(findSheets(spread(gutter, oneColumn))).toHaveLength(1);
  // A shadow that begins in the middle is no gutter.
  expect(findSheets(spread((across) => (across < 0.5 ? 1 : 0.85), twoColumns))).toHaveLength(1);
});
