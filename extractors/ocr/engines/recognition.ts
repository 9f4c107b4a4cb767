import type { Box } from '../../../core/place.ts';
import { resizeGrey } from '../../image/resize.ts';
import type { Raster } from '../../raster.ts';
import type { CtcChar } from './ctc.ts';
import type { OcrLine } from './engine.ts';

/** Height of a line for PP-OCR's recogniser. */
export const lineHeight = 48;
const shortest = 64;
const longest = 3200;

export interface LineInput {
  /** Planar, three equal channels, -1 to 1. */
  readonly data: Float32Array;
  readonly width: number;
  /** Scaled pixels for each pixel of the raster. */
  readonly scale: number;
}

/**
 * A grey line scaled to the recogniser's height, padded on the right to a multiple of 32; `narrow` is how wide it becomes
 * as a share of what keeps its shape.
 */
export function lineInput(raster: Raster, narrow = 1): LineInput {
  const scale = (lineHeight / raster.height) * narrow;
  const scaled = Math.min(longest, Math.max(8, Math.round(raster.width * scale)));
  const line = resizeGrey(raster, scaled, lineHeight);
  const width = Math.max(shortest, Math.ceil(scaled / 32) * 32);
  const plane = width * lineHeight;
  const data = new Float32Array(plane * 3);
  for (let y = 0; y < lineHeight; y++) {
    const from = y * scaled;
    const to = y * width;
    for (let x = 0; x < scaled; x++) data[to + x] = line.data[from + x]! / 127.5 - 1;
  }
  data.copyWithin(plane, 0, plane);
  data.copyWithin(plane * 2, 0, plane);
  return { data, width, scale: scaled / raster.width };
}

/** Boxes are no ticks before their ink was judged: PP-OCRv6 knows them as characters, and sees them where none are. */
const boxCharacter = /[☐☑☒]/u;

/**
 * The characters of a line with their boxes in pixels of its raster, whose upper left corner is `at`; `steps` of the
 * recogniser's output for each pixel of the raster.
 */
export function lineOf(
  chars: readonly CtcChar[],
  steps: number,
  raster: Raster,
  at: readonly [x: number, y: number] = [0, 0],
): OcrLine | undefined {
  if (chars.length === 0) return undefined;
  const [left, top] = at;
  const centres = chars.map((char) => Math.min(raster.width, (char.step + 0.5) / steps));
  let text = '';
  let sum = 0;
  const boxes: Box[] = [];
  const certainty: number[] = [];
  chars.forEach((char, i) => {
    const centre = centres[i]!;
    // Full-width characters are about as wide as the line is high without its margin.
    const half = (/[\u2e80-\uffee]/.test(char.text) ? 0.45 : 0.3) * raster.height;
    const before = centres[i - 1];
    const after = centres[i + 1];
    const x0 = Math.max(0, centre - half, before === undefined ? 0 : (before + centre) / 2);
    const x1 = Math.min(
      raster.width,
      centre + half,
      after === undefined ? raster.width : (after + centre) / 2,
    );
    const box: Box = [left + x0, top, left + x1, top + raster.height];
    for (let unit = 0; unit < char.text.length; unit++) {
      boxes.push(box);
      certainty.push(Math.round(char.probability * 1000) / 1000);
    }
    // The model takes the enumeration comma for a radical that is never written alone.
    text += char.text === '丶' ? '、' : boxCharacter.test(char.text) ? '□' : char.text;
    sum += char.probability;
  });
  return {
    text,
    box: [left, top, left + raster.width, top + raster.height],
    boxes,
    certainty,
    confidence: sum / chars.length,
  };
}
