import type { Box } from '../../core/place.ts';
import type { Raster } from '../raster.ts';
import { boxOf, type Painted } from './drawn/painted.ts';
import type { PdfChar, PdfPage } from './engine.ts';

/** Brightness from which ink may be the paper's, and by how much ink and ground may differ unseen. */
const bright = 0.9;
const alike = 0.08;
/** Square points; smaller fills are rules, which characters only touch. */
const smallestGround = 60;
/** Fine enough for the strokes of a small character. */
const dpi = 100;
/** Levels (0–255) within which a character's box is one colour. */
const even = 20;
const rim = 0.12;

/**
 * Whether ink of a brightness (0 black to 1 white) may not show where a character stands: on white paper, or on
 * a ground of its own colour. Only a look at the page itself can tell.
 */
export function mayBeUnseen(box: Box, brightness: number, grounds: readonly Ground[]): boolean {
  if (brightness >= bright) return true;
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return grounds.some(
    (ground) =>
      Math.abs(ground.fill - brightness) <= alike &&
      ground.box[0] <= x &&
      x <= ground.box[2] &&
      ground.box[1] <= y &&
      y <= ground.box[3],
  );
}

export interface Ground {
  readonly box: Box;
  readonly fill: number;
}

/** The filled areas that text may stand on. */
export function groundsOf(painted: readonly Painted[]): Ground[] {
  return painted.flatMap((path) => {
    if (path.fill === undefined || path.fill >= bright) return [];
    const box = boxOf(path);
    return (box[2] - box[0]) * (box[3] - box[1]) >= smallestGround ? [{ box, fill: path.fill }] : [];
  });
}

/** Whether a box (points) stands wholly beside the visible page. */
export const isBeside = (box: Box, page: { readonly width: number; readonly height: number }) =>
  box[2] < 0 || box[3] < 0 || box[0] > page.width || box[1] > page.height;

/** Marks as hidden the characters that may be unseen and leave no trace on the rendered page. */
export async function withUnseen(page: PdfPage, chars: readonly PdfChar[]): Promise<readonly PdfChar[]> {
  if (!chars.some((char) => char.faint && !char.hidden && char.text.trim() !== '')) return chars;
  const raster = await page.render(dpi);
  return chars.map((char) =>
    char.faint && !char.hidden && char.text.trim() !== '' && isEven(raster, char.box)
      ? { ...char, hidden: true }
      : char,
  );
}

/** Whether all pixels inside a box (points) have one colour; its rim may touch a rule or a neighbour. */
function isEven(raster: Raster, outer: Box): boolean {
  const [rimX, rimY] = [(outer[2] - outer[0]) * rim, (outer[3] - outer[1]) * rim];
  const box: Box = [outer[0] + rimX, outer[1] + rimY, outer[2] - rimX, outer[3] - rimY];
  const { width, height, channels, data } = raster;
  const scale = raster.dpi / 72;
  const at = (value: number, limit: number) => Math.max(0, Math.min(limit, Math.round(value * scale)));
  const [x0, y0, x1, y1] = [at(box[0], width), at(box[1], height), at(box[2], width), at(box[3], height)];
  for (let c = 0; c < channels; c++) {
    let low = 255;
    let high = 0;
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        const value = data[(y * width + x) * channels + c] ?? 0;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
    if (high - low > even) return false;
  }
  return true;
}
