import type { Raster } from '../../raster.ts';
import { homographyOf, mapPoint, type Quad } from './homography.ts';

/** Width of two upright A4 pages side by side is 1.41 of their height; what perspective and margins make of it. */
const spread = { least: 1.15, most: 1.8 };
/** Columns and bands in which an opened sheet is looked at, and rows of a band: it is as high as lines are apart. */
const columns = 200;
const bands = 30;
const inBand = 8;
/** Where the pages meet, as a share of the width, and how far the light beside it is taken. */
const middle = { from: 0.4, to: 0.6, beside: 0.09 };
/** The gutter is so much darker than the paper on both sides, in so many of the bands. */
const leastValley = 0.06;
const leastBands = 0.8;
/** Margins of pages, as a share of both: nothing is printed so near the gutter, unlike at a fold. */
const margin = { near: 0.008, far: 0.03 };
const mostPrint = 0.04;
/** Grey levels between paper and print on a small picture. */
const leastPrint = 12;

/**
 * A sheet that is an open book as its two pages, the left one first: twice as wide as a page, with the shadow of the
 * gutter down its middle and blank margins beside it. Any other sheet is one. Pixels of `picture`, grey.
 */
export function pagesOf(quad: Quad, picture: Raster): Quad[] {
  const side = (i: number, j: number) => Math.hypot(quad[i]![0] - quad[j]![0], quad[i]![1] - quad[j]![1]);
  const ratio = (side(0, 1) + side(3, 2)) / (side(0, 3) + side(1, 2));
  if (ratio < spread.least || ratio > spread.most) return [quad];
  const toPicture = homographyOf(
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
    quad,
  );
  if (!toPicture) return [quad];
  const seen = Array.from({ length: bands * inBand }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const place = [(column + 0.5) / columns, (row + 0.5) / (bands * inBand)] as const;
      const [x, y] = mapPoint(toPicture, place);
      const clamp = (at: number, size: number) => Math.min(size - 1, Math.max(0, Math.floor(at)));
      return picture.data[clamp(y, picture.height) * picture.width + clamp(x, picture.width)]!;
    }),
  );
  // The paper of a band is what is brightest in it: print has paper above or below, a gutter has none.
  const light = Array.from({ length: bands }, (_, band) => {
    const own = seen.slice(band * inBand, (band + 1) * inBand);
    return Array.from({ length: columns }, (_, column) => Math.max(...own.map((row) => row[column]!)));
  });
  const gutter = gutterOf(light);
  if (gutter === undefined || printed(light, seen, gutter) > mostPrint) return [quad];
  const at = (gutter + 0.5) / columns;
  const [top, bottom] = [mapPoint(toPicture, [at, 0]), mapPoint(toPicture, [at, 1])];
  return [
    [quad[0], top, bottom, quad[3]],
    [top, quad[1], quad[2], bottom],
  ];
}

/** The column of the gutter; `undefined` where nothing dark runs down the middle. */
function gutterOf(light: readonly (readonly number[])[]): number | undefined {
  const beside = Math.round(middle.beside * columns);
  const dark = (row: readonly number[], column: number) =>
    Math.min(row[column - beside]!, row[column + beside]!) * (1 - leastValley) >= row[column]!;
  let best: number | undefined;
  let darkest = Number.POSITIVE_INFINITY;
  for (let column = Math.round(middle.from * columns); column < middle.to * columns; column++) {
    if (light.filter((row) => dark(row, column)).length < leastBands * bands) continue;
    const sum = light.reduce((total, row) => total + row[column]!, 0);
    if (sum >= darkest) continue;
    darkest = sum;
    best = column;
  }
  return best;
}

/** Share of the margins beside the gutter that bears print. */
function printed(
  light: readonly (readonly number[])[],
  seen: readonly (readonly number[])[],
  gutter: number,
): number {
  const [near, far] = [margin.near * columns, margin.far * columns];
  let count = 0;
  let print = 0;
  for (const [i, row] of seen.entries()) {
    const paper = light[Math.floor(i / inBand)]!;
    for (let away = Math.ceil(near); away <= far; away++) {
      for (const column of [gutter - away, gutter + away]) {
        count++;
        if (paper[column]! - row[column]! > leastPrint) print++;
      }
    }
  }
  return print / count;
}
