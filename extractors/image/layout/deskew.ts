import type { Box } from '../../../core/place.ts';
import type { Raster } from '../../raster.ts';
import type { Ink } from '../ink.ts';

/** Skew is looked for between these angles. */
const widest = 5;
const pointLimit = 40_000;

/**
 * How far a page is turned, in degrees, clockwise positive, within ±5°: the angle under which the lower edges of
 * text and rules fall together on the fewest rows (Postl, 1986). 0 when there is too little ink to tell.
 */
export function skewOf(ink: Ink): number {
  const { width, height, data } = ink;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] && !data[(y + 1) * width + x]) {
        xs.push(x - width / 2);
        ys.push(y);
      }
    }
  }
  if (xs.length < 200) return 0;
  const step = Math.max(1, Math.floor(xs.length / pointLimit));
  const reach = Math.ceil(width * Math.tan((widest * Math.PI) / 180)) + 2;
  const rows = new Float64Array(height + 2 * reach);
  const sharpness = (degrees: number) => {
    rows.fill(0);
    const slope = Math.tan((degrees * Math.PI) / 180);
    for (let i = 0; i < xs.length; i += step) {
      rows[Math.round(ys[i]! - xs[i]! * slope) + reach]! += 1;
    }
    let sum = 0;
    for (const count of rows) sum += count * count;
    return sum;
  };
  const search = (centre: number, range: number, pace: number) => {
    let best = centre;
    let most = -1;
    for (let angle = centre - range; angle <= centre + range + 1e-9; angle += pace) {
      const value = sharpness(Math.max(-widest, Math.min(widest, angle)));
      if (value > most) {
        most = value;
        best = angle;
      }
    }
    return { best, most };
  };
  const coarse = search(0, widest, 0.25);
  const fine = search(coarse.best, 0.25, 0.05);
  const finest = search(fine.best, 0.05, 0.01);
  // A page without lines has no clear maximum: then it is left alone.
  if (finest.most < sharpness(0) * 1.02) return 0;
  return Math.max(-widest, Math.min(widest, finest.best));
}

/** Turns a grey raster by `-degrees` about its middle, same size, paper white. */
export function unskewed(grey: Raster, degrees: number): Raster {
  if (degrees === 0) return grey;
  const { width, height, data } = grey;
  const out = new Uint8Array(width * height).fill(255);
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const cx = (width - 1) / 2;
  const cy = (height - 1) / 2;
  for (let y = 0; y < height; y++) {
    let sx = cx - cx * cos - (y - cy) * sin;
    let sy = cy - cx * sin + (y - cy) * cos;
    for (let x = 0; x < width; x++, sx += cos, sy += sin) {
      const ix = Math.floor(sx);
      const iy = Math.floor(sy);
      if (ix < 0 || iy < 0 || ix >= width - 1 || iy >= height - 1) continue;
      const fx = sx - ix;
      const fy = sy - iy;
      const i = iy * width + ix;
      const top = data[i]! + (data[i + 1]! - data[i]!) * fx;
      const bottom = data[i + width]! + (data[i + width + 1]! - data[i + width]!) * fx;
      out[y * width + x] = top + (bottom - top) * fy + 0.5;
    }
  }
  return { ...grey, data: out };
}

/**
 * Maps a box of the unskewed page back to the page as it was scanned: its middle turns with the page, and its
 * size is kept, since a short text hardly grows at such angles. Any unit, as long as `width` and `height` share it.
 */
export function skewBox(box: Box, degrees: number, width: number, height: number): Box {
  if (degrees === 0) return box;
  const radians = (degrees * Math.PI) / 180;
  const dx = (box[0] + box[2]) / 2 - width / 2;
  const dy = (box[1] + box[3]) / 2 - height / 2;
  const x = width / 2 + dx * Math.cos(radians) - dy * Math.sin(radians);
  const y = height / 2 + dx * Math.sin(radians) + dy * Math.cos(radians);
  const halfWidth = (box[2] - box[0]) / 2;
  const halfHeight = (box[3] - box[1]) / 2;
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}
