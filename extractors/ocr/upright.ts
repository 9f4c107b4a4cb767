import { crop, quarterTurn } from '../image/crop.ts';
import { resizeGrey } from '../image/resize.ts';
import type { Raster } from '../raster.ts';
import type { OcrEngine } from './engines/engine.ts';

export type Turn = 0 | 90 | 180 | 270;

/** A page whose mean confidence reaches this stands upright: text on its side or head reads as rubbish. */
export const uprightConfidence = 0.8;

/**
 * How far a grey page must be turned clockwise to stand upright, by reading a sample of it in all four
 * directions. Only asked for pages that read badly, so that upright pages cost nothing.
 */
export async function uprightTurn(page: Raster, engine: OcrEngine): Promise<Turn> {
  const sample = sampleOf(page);
  let best: Turn = 0;
  let most = 0;
  for (const turn of [0, 90, 180, 270] as const) {
    const lines = await engine.recognise(quarterTurn(sample, turn));
    let score = 0;
    for (const line of lines) {
      const wide = line.box[2] - line.box[0] > (line.box[3] - line.box[1]) * 1.5;
      if (wide) score += line.text.length * Math.max(0, line.confidence - 0.5);
    }
    // The page as it came wins unless another way is clearly better.
    if (score > most * (turn === 0 ? 1 : 1.2)) {
      most = score;
      best = turn;
    }
  }
  return best;
}

/** The part of a page with the most ink, about a ninth of it, in its own resolution. */
function sampleOf(page: Raster): Raster {
  const columns = 3;
  const width = page.width / columns;
  const height = page.height / columns;
  const small = resizeGrey(
    page,
    Math.max(3, Math.round(page.width / 8)),
    Math.max(3, Math.round(page.height / 8)),
  );
  let darkest = Number.POSITIVE_INFINITY;
  let at: readonly [number, number] = [0, 0];
  for (let row = 0; row <= 4; row++) {
    for (let col = 0; col <= 4; col++) {
      const part = crop(small, [
        (col * small.width) / 6,
        (row * small.height) / 6,
        (col * small.width) / 6 + small.width / 3,
        (row * small.height) / 6 + small.height / 3,
      ]);
      let sum = 0;
      for (const value of part.data) sum += value;
      const light = sum / part.data.length;
      if (light >= darkest) continue;
      darkest = light;
      at = [(col * page.width) / 6, (row * page.height) / 6];
    }
  }
  return crop(page, [at[0], at[1], at[0] + width, at[1] + height]);
}
