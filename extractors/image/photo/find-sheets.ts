import type { Raster } from '../../raster.ts';
import { otsu } from '../ink.ts';
import { resizeGrey } from '../resize.ts';
import { closed } from './closed.ts';
import { fitQuad } from './fit-quad.ts';
import type { Point, Quad } from './homography.ts';
import { pagesOf } from './open-book.ts';

/** Long side of the picture in which sheets are looked for, in pixels. */
const lookSize = 480;
/** A sheet is at least this share of the picture. */
const leastArea = 0.12;
/** A sheet whose corners lie this near the picture's, as a share of its sides, is the picture. */
const whole = 0.02;

/**
 * The sheets of paper that lie in a photo on something darker or more coloured, as quadrilaterals in its pixels, left
 * to right and top to bottom, an open book as its two pages. Empty where there is none, or where the picture is one
 * sheet to its edges, as scans are.
 */
export function findSheets(raster: Raster): Quad[] {
  const scale = lookSize / Math.max(raster.width, raster.height);
  if (scale >= 1) return [];
  const small = resizeGrey(
    palest(raster, Math.max(1, Math.floor(0.4 / scale))),
    Math.max(8, Math.round(raster.width * scale)),
    Math.max(8, Math.round(raster.height * scale)),
  );
  // Print is filled with the paper around it.
  const map = { ...small, data: closed(small.data, small.width, small.height, 4) };
  if (isPaper(map)) return [];
  const middle = otsu(map.data);
  let best: Quad[] = [];
  let most = 0;
  // A shadow over the sheet and a bright desk move the best threshold either way.
  for (const factor of [1, 0.85, 1.12, 0.7, 1.25]) {
    const found = sheetsAbove(map, middle * factor);
    const score = found.reduce((sum, one) => sum + one.score, 0);
    if (score > most * 1.02) {
      most = score;
      best = found.map(({ quad }) => quad);
    }
  }
  if (best.length === 1 && isWhole(best[0]!, map)) return [];
  const back = ([x, y]: Point): Point => [(x * raster.width) / map.width, (y * raster.height) / map.height];
  return best
    .flatMap((quad) => pagesOf(quad, small))
    .map((quad): Quad => [back(quad[0]), back(quad[1]), back(quad[2]), back(quad[3])])
    .toSorted(inReadingOrder);
}

/** Nothing but paper, as scans are: hardly anything is darker than three quarters of the brightest. */
function isPaper({ data }: Raster): boolean {
  const sorted = data.toSorted();
  const bright = sorted[Math.floor(sorted.length * 0.9)]!;
  return sorted[Math.floor(sorted.length * 0.03)]! >= bright * 0.75;
}

function inReadingOrder(a: Quad, b: Quad): number {
  const right = Math.min(...b.map(([x]) => x)) - Math.max(...a.map(([x]) => x));
  const left = Math.min(...a.map(([x]) => x)) - Math.max(...b.map(([x]) => x));
  if (Math.max(left, right) > -0.1 * (b[1][0] - b[0][0])) return left < right ? -1 : 1;
  return a[0][1] - b[0][1];
}

/** The darkest channel: paper is pale in all of them, wood and cloth are not. Of large pictures every `step`th pixel. */
function palest({ width, height, channels, data, dpi }: Raster, step: number): Raster {
  const [across, down] = [Math.ceil(width / step), Math.ceil(height / step)];
  const out = new Uint8Array(across * down);
  for (let y = 0, i = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step, i++) {
      const j = (y * width + x) * channels;
      out[i] = channels === 1 ? data[j]! : Math.min(data[j]!, data[j + 1]!, data[j + 2]!);
    }
  }
  return { width: across, height: down, channels: 1, data: out, dpi: dpi / step };
}

function sheetsAbove(map: Raster, threshold: number): { quad: Quad; score: number }[] {
  const { width, height, data } = map;
  const seen = new Uint8Array(data.length);
  const found: { quad: Quad; score: number }[] = [];
  const stack = new Int32Array(data.length);
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || data[start]! < threshold) continue;
    const pixels: number[] = [];
    let top = 0;
    stack[top++] = start;
    seen[start] = 1;
    while (top > 0) {
      const i = stack[--top]!;
      pixels.push(i);
      const x = i % width;
      for (const j of [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width]) {
        if (j < 0 || j >= data.length || seen[j] || data[j]! < threshold) continue;
        seen[j] = 1;
        stack[top++] = j;
      }
    }
    if (pixels.length < leastArea * width * height) continue;
    const fitted = fitQuad(map, pixels);
    if (fitted) found.push(fitted);
  }
  return found;
}

function isWhole(quad: Quad, { width, height }: Raster): boolean {
  const corners: Quad = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  return quad.every(
    ([x, y], i) =>
      Math.abs(x - corners[i]![0]) <= whole * width && Math.abs(y - corners[i]![1]) <= whole * height,
  );
}
