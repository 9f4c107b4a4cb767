import type { Box } from '../../core/place.ts';
import type { Point } from './drawn/painted.ts';

/** Turns PDF user space (origin bottom left, maybe rotated and cropped) into upright points from the top left. */
export interface Upright {
  readonly width: number;
  readonly height: number;
  point(x: number, y: number): Point;
  box(left: number, bottom: number, right: number, top: number): Box;
}

/**
 * @param crop the visible part of the page in user space
 * @param quarters clockwise quarter turns from user space to upright
 */
export function upright(
  crop: { left: number; bottom: number; right: number; top: number },
  quarters: number,
): Upright {
  const { left, bottom, right, top } = crop;
  const turn = ((quarters % 4) + 4) % 4;
  const point = (x: number, y: number): Point => {
    if (turn === 1) return [y - bottom, x - left];
    if (turn === 2) return [right - x, y - bottom];
    if (turn === 3) return [top - y, right - x];
    return [x - left, top - y];
  };
  const sideways = turn % 2 === 1;
  return {
    width: sideways ? top - bottom : right - left,
    height: sideways ? right - left : top - bottom,
    point,
    box: (l, b, r, t) => {
      const [ax, ay] = point(l, b);
      const [bx, by] = point(r, t);
      return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    },
  };
}

/** A PDF matrix `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function applied(m: Matrix, x: number, y: number): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The box around a transformed unit square: where an image stands. */
export function unitBox(m: Matrix): Box {
  const xs = [m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]];
  const ys = [m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
