import type { Box } from '../../core/place.ts';
import type { Ink } from './ink.ts';

/** Share of a row that is ink, looking one pixel up and down. */
export function rowCover(ink: Ink, x0: number, x1: number, y: number): number {
  const { width, height, data } = ink;
  let count = 0;
  for (let x = x0; x < x1; x++) {
    const i = y * width + x;
    if (data[i] || (y > 0 && data[i - width]) || (y < height - 1 && data[i + width])) count++;
  }
  return count / Math.max(1, x1 - x0);
}

/** Share of a column that is ink, looking one pixel left and right. */
export function columnCover(ink: Ink, x: number, y0: number, y1: number): number {
  const { width, data } = ink;
  let count = 0;
  for (let y = y0; y < y1; y++) {
    const i = y * width + x;
    if (data[i] || (x > 0 && data[i - 1]) || (x < width - 1 && data[i + 1])) count++;
  }
  return count / Math.max(1, y1 - y0);
}

/** The least covered side's share, looking one pixel to both sides. */
export function coverOf(ink: Ink, [x0, y0, x1, y1]: Box): number {
  return Math.min(
    rowCover(ink, x0, x1, y0),
    rowCover(ink, x0, x1, y1 - 1),
    columnCover(ink, x0, y0, y1),
    columnCover(ink, x1 - 1, y0, y1),
  );
}
