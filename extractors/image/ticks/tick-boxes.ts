import type { Box } from '../../../core/place.ts';
import { columnCover, coverOf, rowCover } from '../cover.ts';
import { type Ink, share } from '../ink.ts';
import { findSquares } from './find-squares.ts';

export interface TickBox {
  /** Pixels. */
  readonly box: Box;
  readonly ticked: boolean;
  /** 0..1: how much of the four sides is drawn. */
  readonly cover: number;
  /** Clean on all sides: such boxes tell how large the page's boxes are. */
  readonly sure: boolean;
  readonly round?: true;
  /** Strokes inside as in 国, 日 and 田. */
  readonly likeCharacter: boolean;
}

/**
 * Tick boxes of an unskewed page: squares with four covered sides that stand free of other strokes. Ink inside
 * makes them ticked (`print`, where the ink given is of a smoothed page), be it a check mark (also one that runs
 * out of the box), a cross or a fill.
 */
export function findTickBoxes(ink: Ink, print: Ink = ink): TickBox[] {
  const boxes: TickBox[] = [];
  for (const candidate of findSquares(ink)) {
    const judged = judgeBox(ink, candidate, print);
    if (judged) boxes.push(judged);
  }
  return boxes;
}

/** Judges a square by its inside and its surroundings; `undefined` when it is part of something else. */
export function judgeBox(ink: Ink, candidate: Box, print: Ink = ink): TickBox | undefined {
  const { box, inner } = snapped(print, candidate);
  const [x0, y0, x1, y1] = box;
  const side = Math.min(x1 - x0, y1 - y0);
  if (Math.max(x1 - x0, y1 - y0) > side * 1.22 || corners(ink, box) < 3) return undefined;
  const near = Math.max(2, Math.round(side * 0.12));
  const outside = [
    share(print, [x0, y0 - near - 1, x1, y0 - 1]),
    share(print, [x0, y1 + 1, x1, y1 + 1 + near]),
    share(print, [x0 - near - 1, y0, x0 - 1, y1]),
    share(print, [x1 + 1, y0, x1 + 1 + near, y1]),
  ];
  const crowded = outside.filter((value) => value > 0.3).length;
  if (crowded > 1) return undefined;
  const filled = share(print, inner);
  const solid = filled > 0.85;
  const cover = coverOf(ink, box);
  const likeCharacter = !solid && filled > 0.05 && straightStrokes(print, inner);
  // 口 stands on two legs.
  const sure =
    cover >= 0.9 && crowded === 0 && corners(ink, box) === 4 && !likeCharacter && !legsOf(print, box, near);
  return { box, ticked: filled > 0.07, cover, sure, likeCharacter };
}

/** A square drawn in to where its sides really begin, and the inside that they leave. */
function snapped(ink: Ink, [x0, y0, x1, y1]: Box): { box: Box; inner: Box } {
  const side = Math.max(x1 - x0, y1 - y0);
  const row = (y: number) => share(ink, [x0 + 2, y, x1 - 2, y + 1]);
  const column = (x: number) => share(ink, [x, y0 + 2, x + 1, y1 - 2]);
  const [top, innerTop] = edge(row, y0, 1, side);
  const [bottom, innerBottom] = edge(row, y1 - 1, -1, side);
  const [left, innerLeft] = edge(column, x0, 1, side);
  const [right, innerRight] = edge(column, x1 - 1, -1, side);
  return {
    box: [left, top, right + 1, bottom + 1],
    inner: [innerLeft + 1, innerTop + 1, innerRight, innerBottom],
  };
}

/** Where a side begins, looking inwards from just outside, and the first line after it. */
function edge(
  cover: (at: number) => number,
  start: number,
  step: 1 | -1,
  side: number,
): [outer: number, inner: number] {
  const depth = Math.round(side * 0.28);
  let outer = start;
  for (let i = -2; i <= depth; i++) {
    if (cover(start + i * step) < 0.4) continue;
    outer = start + i * step;
    break;
  }
  let inner = outer;
  while (Math.abs(inner - outer) < depth && cover(inner) >= 0.4) inner += step;
  // A skewed or blurred side fades out over one more line.
  return [outer, inner + step];
}

/** How many corners are drawn: those of letters and digits are round. */
function corners(ink: Ink, [x0, y0, x1, y1]: Box): number {
  const reach = Math.max(1, Math.round((x1 - x0) * 0.08));
  const inked = (x: number, y: number) =>
    share(ink, [x - reach, y - reach, x + reach + 1, y + reach + 1]) > 0.3;
  return [
    inked(x0 + reach, y0 + reach),
    inked(x1 - 1 - reach, y0 + reach),
    inked(x0 + reach, y1 - 1 - reach),
    inked(x1 - 1 - reach, y1 - 1 - reach),
  ].filter(Boolean).length;
}

function legsOf(ink: Ink, [x0, , x1, y1]: Box, near: number): boolean {
  const width = Math.max(2, Math.round((x1 - x0) * 0.14));
  const left = share(ink, [x0 - 1, y1 + 1, x0 + width, y1 + 1 + near]);
  const right = share(ink, [x1 - width, y1 + 1, x1 + 1, y1 + 1 + near]);
  const middle = share(ink, [x0 + width, y1 + 1, x1 - width, y1 + 1 + near]);
  return left > 0.2 && right > 0.2 && middle < 0.15;
}

/** Whether rows or columns of the inside are mostly covered while their neighbours are not. */
function straightStrokes(ink: Ink, [x0, y0, x1, y1]: Box): boolean {
  let full = 0;
  for (let y = y0; y < y1; y++) if (rowCover(ink, x0, x1, y) > 0.8) full++;
  if (full > 0 && full < (y1 - y0) * 0.6) return true;
  full = 0;
  for (let x = x0; x < x1; x++) if (columnCover(ink, x, y0, y1) > 0.85) full++;
  return full > 0 && full < (x1 - x0) * 0.6;
}

/**
 * Whether a box stands alone in its line of text (`top` to `bottom`): no other strokes above and below it, as in
 * 京, 绍 or 6, but for a check mark that runs out at the top; and nearly as large as the print around it.
 */
export function standsAlone(ink: Ink, { box, round }: TickBox, top: number, bottom: number): boolean {
  const [x0, y0, x1, y1] = box;
  if (!round && y1 - y0 < (bottom - top) * 0.5) return false;
  const margin = Math.max(2, Math.round((y1 - y0) * 0.07));
  return (
    inkedColumns(ink, x0, x1, top, y0 - margin) <= (x1 - x0) * 0.5 &&
    inkedColumns(ink, x0, x1, y1 + margin, bottom) <= (x1 - x0) * 0.25
  );
}

function inkedColumns(ink: Ink, x0: number, x1: number, y0: number, y1: number): number {
  let count = 0;
  for (let x = x0; x < x1; x++) {
    for (let y = Math.max(0, y0); y < y1; y++) {
      if (!ink.data[y * ink.width + x]) continue;
      count++;
      break;
    }
  }
  return count;
}
