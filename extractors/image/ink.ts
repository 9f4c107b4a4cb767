import type { Box } from '../../core/place.ts';
import type { Raster } from '../raster.ts';

/** What is ink on a page: 1 for ink, 0 for paper. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly dpi: number;
}

/**
 * Ink of a grey raster by adaptive threshold: darker than `share` of the mean around it (a window of about a
 * quarter inch), or darker than half of the page's own black-white threshold, so that filled areas stay solid.
 */
export function inkOf(grey: Raster, share = 0.82): Ink {
  const { width, height, data, dpi } = grey;
  const dark = otsu(data) * 0.5;
  const reach = Math.max(8, Math.round(dpi / 8));
  const stride = width + 1;
  const sums = new Uint32Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const y0 = Math.max(0, y - reach);
    const y1 = Math.min(height, y + reach + 1);
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x]!;
      if (value > 235) continue;
      const x0 = Math.max(0, x - reach);
      const x1 = Math.min(width, x + reach + 1);
      const sum =
        sums[y1 * stride + x1]! - sums[y0 * stride + x1]! - sums[y1 * stride + x0]! + sums[y0 * stride + x0]!;
      if (value < dark || value * (x1 - x0) * (y1 - y0) < sum * share) ink[y * width + x] = 1;
    }
  }
  return { width, height, data: ink, dpi };
}

/** A grey raster smoothed with a 3 × 3 mean: noise and the breaks of thin lines fade, edges widen by a pixel. */
export function smoothed(grey: Raster): Raster {
  const { width, height, data } = grey;
  const sums = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 1; x < width - 1; x++)
      sums[row + x] = data[row + x - 1]! + data[row + x]! + data[row + x + 1]!;
    sums[row] = data[row]! * 3;
    sums[row + width - 1] = data[row + width - 1]! * 3;
  }
  const out = new Uint8Array(data);
  for (let y = 1; y < height - 1; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      out[row + x] = (sums[row + x - width]! + sums[row + x]! + sums[row + x + width]!) / 9;
    }
  }
  return { ...grey, data: out };
}

/** The grey value that separates dark from light best (Otsu, 1979). */
export function otsu(data: Uint8Array): number {
  const counts = new Float64Array(256);
  const step = data.length > 2_000_000 ? 3 : 1;
  let total = 0;
  let sum = 0;
  for (let i = 0; i < data.length; i += step) {
    counts[data[i]!]! += 1;
    total++;
    sum += data[i]!;
  }
  let best = -1;
  let threshold = 128;
  let below = 0;
  let sumBelow = 0;
  for (let v = 0; v < 256; v++) {
    below += counts[v]!;
    sumBelow += v * counts[v]!;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const difference = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * difference * difference;
    if (between > best) {
      best = between;
      threshold = v;
    }
  }
  return threshold;
}

/** Removes specks: ink pixels with fewer than `neighbours` inked pixels around them. */
export function withoutSpecks(ink: Ink, neighbours = 2): Ink {
  const { width, height, data } = ink;
  const out = new Uint8Array(data);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (!data[i]) continue;
      const up = i - width;
      const down = i + width;
      const around =
        data[up - 1]! +
        data[up]! +
        data[up + 1]! +
        data[i - 1]! +
        data[i + 1]! +
        data[down - 1]! +
        data[down]! +
        data[down + 1]!;
      if (around < neighbours) out[i] = 0;
    }
  }
  return { ...ink, data: out };
}

/** Share of a box's pixels that are ink. */
export function share(ink: Ink, box: Box): number {
  const x0 = Math.max(0, Math.floor(box[0]));
  const x1 = Math.min(ink.width, Math.ceil(box[2]));
  const y0 = Math.max(0, Math.floor(box[1]));
  const y1 = Math.min(ink.height, Math.ceil(box[3]));
  if (x1 <= x0 || y1 <= y0) return 0;
  let count = 0;
  for (let y = y0; y < y1; y++) {
    for (let i = y * ink.width + x0; i < y * ink.width + x1; i++) count += ink.data[i]!;
  }
  return count / ((x1 - x0) * (y1 - y0));
}

/** The share of a page that is ink, 0..1. */
export function inkShare(ink: Ink): number {
  let count = 0;
  for (const value of ink.data) count += value;
  return count / ink.data.length;
}
