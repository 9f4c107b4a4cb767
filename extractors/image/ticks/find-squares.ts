import type { Box } from '../../../core/place.ts';
import { coverOf, rowCover } from '../cover.ts';
import type { Ink } from '../ink.ts';

/** Inches: sides of tick boxes. */
const smallest = 0.06;
const largest = 0.2;
const leastCover = 0.84;

/** Squares of the size of tick boxes whose four sides are covered with ink, free-standing or not. */
export function findSquares(ink: Ink): Box[] {
  const candidates: Box[] = [];
  const min = Math.round(smallest * ink.dpi);
  const max = Math.round(largest * ink.dpi);
  const hole = Math.max(2, Math.round(ink.dpi / 90));
  const { width, height, data } = ink;
  for (let y = 0; y < height; y++) {
    let start = -1;
    let last = -1;
    const close = () => {
      const length = last + 1 - start;
      if (start >= 0 && length >= min && length <= max) {
        const side = boxBelow(ink, start, last + 1, y);
        if (side) candidates.push(side);
        const above = boxAbove(ink, start, last + 1, y);
        if (above) candidates.push(above);
      }
      start = -1;
    };
    const next = y + 1 < height ? width : 0;
    for (let x = 0; x < width; x++) {
      if (!data[y * width + x] && !data[y * width + x + next]) continue;
      if (start >= 0 && x - last > hole) close();
      if (start < 0) start = x;
      last = x;
    }
    close();
  }
  return outermost(candidates);
}

/** A square hanging from a run of ink on row `y`. */
function boxBelow(ink: Ink, x0: number, x1: number, y: number): Box | undefined {
  return squareFrom(ink, x0, x1, y, 1);
}

/** A square standing on a run of ink on row `y`: a tick may have broken its upper side. */
function boxAbove(ink: Ink, x0: number, x1: number, y: number): Box | undefined {
  return squareFrom(ink, x0, x1, y, -1);
}

function squareFrom(ink: Ink, x0: number, x1: number, y: number, direction: 1 | -1): Box | undefined {
  const side = x1 - x0;
  const slack = Math.max(2, Math.round(side * 0.16));
  let best: Box | undefined;
  let most = 0;
  // The farthest well covered row wins: the outer edge of a thick side.
  for (let length = side - slack; length <= side + slack; length++) {
    const other = y + direction * (length - 1);
    if (other < 0 || other >= ink.height) continue;
    const box: Box = direction > 0 ? [x0, y, x1, other + 1] : [x0, other, x1, y + 1];
    const cover = rowCover(ink, x0, x1, other);
    if (cover >= leastCover && cover >= most - 0.05 && coverOf(ink, box) >= leastCover) {
      best = box;
      most = Math.max(most, cover);
    }
  }
  return best;
}

/** Of candidates that overlap, the largest; of those alike, their common frame. */
function outermost(boxes: readonly Box[]): Box[] {
  const sorted = [...boxes].sort((a, b) => area(b) - area(a));
  const kept: Box[] = [];
  for (const box of sorted) {
    if (!kept.some((other) => overlap(box, other) > area(box) * 0.4)) kept.push(box);
  }
  return kept;
}

const area = (box: Box) => (box[2] - box[0]) * (box[3] - box[1]);

function overlap(a: Box, b: Box): number {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return w > 0 && h > 0 ? w * h : 0;
}
