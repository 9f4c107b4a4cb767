import type { Box } from '../../../core/place.ts';
import type { Raster } from '../../raster.ts';
import type { TickBox } from './tick-boxes.ts';

/** Grey levels that each side must at least be darker than the paper. */
const leastContrast = 9;

/**
 * An empty tick box too faint for a threshold, looked for in `area` of a smoothed grey page: the square of about
 * `height` pixels whose four sides are all darker than its inside and its surroundings.
 */
export function faintBoxIn(smooth: Raster, area: Box, height: number): TickBox | undefined {
  const [x0, y0, x1, y1] = area;
  const mean = meansOf(smooth, [x0 - 6, y0 - 2, x1 + 4, y1 + height]);
  let best: Box | undefined;
  let most = leastContrast;
  for (let side = Math.round(height * 0.72); side <= height * 1.12; side++) {
    for (let y = Math.max(1, Math.floor(y0)); y + side <= y1; y++) {
      for (let x = Math.max(1, Math.floor(x0)); x + side <= x1; x++) {
        const contrast = contrastOf(mean, smooth.height, x, y, side, most);
        if (contrast <= most) continue;
        most = contrast;
        best = [x, y, x + side, y + side];
      }
    }
  }
  return best && { box: best, ticked: false, cover: 0.5, sure: false, likeCharacter: false };
}

/** Mean of a rectangle's pixels: left, top, width, height. */
type Means = (x: number, y: number, w: number, h: number) => number;

/** How much darker the palest side is than the paper inside, 0 when the inside or the left is not paper. */
function contrastOf(mean: Means, height: number, x: number, y: number, side: number, least: number): number {
  const end = side - 1;
  const rim = Math.max(2, Math.round(side * 0.2));
  const paper = mean(x + rim, y + rim, side - 2 * rim, side - 2 * rim);
  const top = paper - mean(x, y, side, 1);
  if (top <= least) return 0;
  const bottom = paper - mean(x, y + end, side, 1);
  if (bottom <= least) return 0;
  const before = paper - mean(x, y, 1, side);
  if (before <= least) return 0;
  const behind = paper - mean(x + end, y, 1, side);
  const palest = Math.min(top, bottom, before, behind);
  if (palest <= least) return 0;
  const left = mean(Math.max(0, x - 4), y, 2, side);
  const below = mean(x, Math.min(height - 3, y + side + 2), side, 2);
  const clean = paper >= left - palest * 0.3 && Math.min(left, below) >= paper - palest * 0.45;
  return clean && Math.max(top, bottom, before, behind) < palest * 2.2 ? palest : 0;
}

/** Means within a part of a picture, by its sums (Crow, 1984). What reaches out of the part counts as far as it is in. */
function meansOf({ width, height, data }: Raster, [px0, py0, px1, py1]: Box): Means {
  const [left, top] = [Math.max(0, Math.floor(px0)), Math.max(0, Math.floor(py0))];
  const [right, bottom] = [Math.min(width, Math.ceil(px1)), Math.min(height, Math.ceil(py1))];
  const stride = Math.max(0, right - left) + 1;
  const sums = new Uint32Array(stride * (Math.max(0, bottom - top) + 1));
  for (let y = top; y < bottom; y++) {
    let row = 0;
    const to = (y - top + 1) * stride + 1;
    for (let x = left; x < right; x++) {
      row += data[y * width + x]!;
      sums[to + x - left] = sums[to - stride + x - left]! + row;
    }
  }
  return (x, y, w, h) => {
    const [x0, y0] = [Math.max(left, x) - left, Math.max(top, y) - top];
    const [x1, y1] = [Math.min(right, x + w) - left, Math.min(bottom, y + h) - top];
    if (x1 <= x0 || y1 <= y0) return 0;
    const sum =
      sums[y1 * stride + x1]! - sums[y0 * stride + x1]! - sums[y1 * stride + x0]! + sums[y0 * stride + x0]!;
    return sum / ((x1 - x0) * (y1 - y0));
  };
}
