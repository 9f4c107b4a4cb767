import type { Box } from '../../../core/place.ts';
import type { Raster } from '../../raster.ts';
import { type Ink, share } from '../ink.ts';
import type { TickBox } from './tick-boxes.ts';

/** Pixels: the inside of smaller boxes is blurred by their sides, and is judged by its grey instead of its ink. */
const small = 21;
/** How dark the middle of a small box may be, its sides being 1. */
const emptyGrey = 0.18;
const emptyInk = 0.08;

/**
 * The box around what is drawn in an area, in pixels: its largest piece of touching ink and whatever reaches into
 * it. Ends of a neighbour's strokes at the area's edge are left out. `undefined` without ink.
 */
export function markBox(ink: Ink, area: Box): Box | undefined {
  const pieces = piecesOf(ink, area);
  const size = ([x0, y0, x1, y1]: Box) => (x1 - x0) * (y1 - y0);
  let box = pieces.reduce<Box | undefined>(
    (best, piece) => (best && size(best) >= size(piece) ? best : piece),
    undefined,
  );
  if (!box) return undefined;
  for (const [x0, y0, x1, y1] of pieces) {
    const reaches: boolean = x0 < box[2] - 1 && box[0] + 1 < x1 && y0 < box[3] - 1 && box[1] + 1 < y1;
    if (reaches)
      box = [Math.min(box[0], x0), Math.min(box[1], y0), Math.max(box[2], x1), Math.max(box[3], y1)];
  }
  return box;
}

/** Boxes of the pieces of touching ink in an area. */
function piecesOf({ width, height, data }: Ink, area: Box): Box[] {
  const [x0, y0] = [Math.max(0, Math.floor(area[0])), Math.max(0, Math.floor(area[1]))];
  const [x1, y1] = [Math.min(width, Math.ceil(area[2])), Math.min(height, Math.ceil(area[3]))];
  const seen = new Set<number>();
  const pieces: Box[] = [];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const start = y * width + x;
      if (!data[start] || seen.has(start)) continue;
      let [left, top, right, bottom] = [x, y, x + 1, y + 1];
      const stack = [start];
      seen.add(start);
      for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
        const px = i % width;
        const py = (i - px) / width;
        [left, right] = [Math.min(left, px), Math.max(right, px + 1)];
        [top, bottom] = [Math.min(top, py), Math.max(bottom, py + 1)];
        for (let ny = Math.max(y0, py - 1); ny <= Math.min(y1 - 1, py + 1); ny++) {
          for (let nx = Math.max(x0, px - 1); nx <= Math.min(x1 - 1, px + 1); nx++) {
            const next = ny * width + nx;
            if (!data[next] || seen.has(next)) continue;
            seen.add(next);
            stack.push(next);
          }
        }
      }
      pieces.push([left, top, right, bottom]);
    }
  }
  return pieces;
}

/** Judges something of a tick box's size by its middle: clean when it is empty. */
export function judgeMark({ ink, grey }: { readonly ink: Ink; readonly grey: Raster }, box: Box): TickBox {
  const [x0, y0, x1, y1] = box;
  const side = Math.min(x1 - x0, y1 - y0);
  const reach = side * 0.26;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const middle: Box = [x - reach, y - reach, x + reach, y + reach];
  const ticked = side < small ? darkness(grey, middle, box) > emptyGrey : share(ink, middle) > emptyInk;
  return { box, ticked, cover: 0, sure: false, likeCharacter: false };
}

/** Mean darkness of the middle against that of the darkest tenth of the whole, paper being 0. */
function darkness(grey: Raster, middle: Box, whole: Box): number {
  const values = valuesOf(grey, whole).sort((a, b) => a - b);
  const dark = values[Math.floor(values.length * 0.1)] ?? 0;
  const paper = valuesOf(grey, [whole[0] - 3, whole[1] - 3, whole[2] + 3, whole[3] + 3]).sort(
    (a, b) => b - a,
  );
  const light = paper[Math.floor(paper.length * 0.1)] ?? 255;
  const inside = valuesOf(grey, middle);
  const mean = inside.reduce((sum, value) => sum + value, 0) / Math.max(1, inside.length);
  return light - dark < 30 ? 0 : (light - mean) / (light - dark);
}

function valuesOf({ width, height, data }: Raster, [x0, y0, x1, y1]: Box): number[] {
  const values: number[] = [];
  for (let y = Math.max(0, Math.round(y0)); y < Math.min(height, Math.round(y1)); y++) {
    for (let x = Math.max(0, Math.round(x0)); x < Math.min(width, Math.round(x1)); x++)
      values.push(data[y * width + x]!);
  }
  return values;
}
