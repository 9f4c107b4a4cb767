import type { Box } from '../../core/place.ts';
import type { Raster } from '../raster.ts';
import { type Ink, share } from './ink.ts';
import type { TickBox } from './tick-boxes.ts';

/** Pixels: the inside of smaller boxes is blurred by their sides, and is judged by its grey instead of its ink. */
const small = 17;
/** How dark the middle of a small box may be, its sides being 1. */
const emptyGrey = 0.38;
const emptyInk = 0.08;

/** The smallest box around the ink of an area, in pixels; `undefined` without ink. */
export function tightBox({ width, height, data }: Ink, [x0, y0, x1, y1]: Box): Box | undefined {
  let box: [number, number, number, number] | undefined;
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, Math.ceil(y1)); y++) {
    for (let x = Math.max(0, Math.floor(x0)); x < Math.min(width, Math.ceil(x1)); x++) {
      if (!data[y * width + x]) continue;
      if (box) box = [Math.min(box[0], x), box[1], Math.max(box[2], x + 1), y + 1];
      else box = [x, y, x + 1, y + 1];
    }
  }
  return box;
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
