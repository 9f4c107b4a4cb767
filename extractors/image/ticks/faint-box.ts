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
  let best: Box | undefined;
  let most = leastContrast;
  for (let side = Math.round(height * 0.72); side <= height * 1.12; side++) {
    for (let y = Math.max(1, Math.floor(y0)); y + side <= y1; y++) {
      for (let x = Math.max(1, Math.floor(x0)); x + side <= x1; x++) {
        const contrast = contrastOf(smooth, x, y, side, most);
        if (contrast <= most) continue;
        most = contrast;
        best = [x, y, x + side, y + side];
      }
    }
  }
  return best && { box: best, ticked: false, cover: 0.5, sure: false, likeCharacter: false };
}

/** How much darker the palest side is than the paper inside, 0 when the inside or the left is not paper. */
function contrastOf(smooth: Raster, x: number, y: number, side: number, least: number): number {
  const end = side - 1;
  const rim = Math.max(2, Math.round(side * 0.2));
  const paper = mean(smooth, x + rim, y + rim, side - 2 * rim, side - 2 * rim);
  const sides: (readonly [number, number, number, number])[] = [
    [x, y, side, 1],
    [x, y + end, side, 1],
    [x, y, 1, side],
    [x + end, y, 1, side],
  ];
  let palest = 255;
  let darkest = 0;
  for (const [sx, sy, w, h] of sides) {
    const contrast = paper - mean(smooth, sx, sy, w, h);
    palest = Math.min(palest, contrast);
    darkest = Math.max(darkest, contrast);
    if (palest <= least) return 0;
  }
  const left = mean(smooth, Math.max(0, x - 4), y, 2, side);
  const below = mean(smooth, x, Math.min(smooth.height - 3, y + side + 2), side, 2);
  const clean = paper >= left - palest * 0.3 && Math.min(left, below) >= paper - palest * 0.45;
  return clean && darkest < palest * 2.2 ? palest : 0;
}

function mean({ width, height, data }: Raster, x: number, y: number, w: number, h: number): number {
  let sum = 0;
  const right = Math.min(width, x + w);
  const bottom = Math.min(height, y + h);
  for (let row = y; row < bottom; row++) {
    for (let i = row * width + x; i < row * width + right; i++) sum += data[i]!;
  }
  return sum / Math.max(1, (right - x) * (bottom - y));
}
