import type { Raster } from '../raster.ts';
import { penStrokes } from './ticks/pen-strokes.ts';

/** Luma of a raster (ITU-R BT.601); a grey raster is given back as it is. */
export function toGrey(raster: Raster): Raster {
  if (raster.channels === 1) return raster;
  const size = raster.width * raster.height;
  const data = new Uint8Array(size);
  for (let i = 0, j = 0; i < size; i++, j += 3) {
    data[i] = (raster.data[j]! * 77 + raster.data[j + 1]! * 151 + raster.data[j + 2]! * 28) >> 8;
  }
  return { ...raster, channels: 1, data };
}

/** From this difference between red and the other channels a pixel counts as red. */
const leastRedness = 24;
/** Darker than this in the red channel is print, whatever stands beside it. */
const print = 120;

/**
 * Grey without red ink: pixels of a seal or stamp become paper, black print under them stays black.
 *
 * The red channel hardly sees red ink; what is left of it is lifted by how red the pixel or a neighbour is (JPEG
 * keeps colour at half the resolution). Print under a seal is dark in the red channel too and is not lifted, nor
 * is a tick in red pen.
 *
 * A seal that was pasted half transparent leaves print under it grey, and lifting would wash it out: there the red
 * channel is divided by what it is where the seal lies on bare paper. The seal's own colour tells which it is.
 */
export function withoutRed(raster: Raster): Raster {
  if (raster.channels === 1) return raster;
  const { width, height, data } = raster;
  const size = width * height;
  const grey = new Uint8Array(size);
  const redness = new Uint8Array(size);
  const counts = new Uint32Array(256);
  let reds = 0;
  for (let i = 0, j = 0; i < size; i++, j += 3) {
    const red = data[j]!;
    const green = data[j + 1]!;
    const blue = data[j + 2]!;
    grey[i] = (red * 77 + green * 151 + blue * 28) >> 8;
    counts[grey[i]!]! += 1;
    const more = red - Math.max(green, blue);
    if (more < leastRedness) continue;
    redness[i] = more;
    reds++;
  }
  const result: Raster = { ...raster, channels: 1, data: grey };
  if (reds === 0) return result;
  const pen = penStrokes(redness, width, height, raster.dpi);
  const paper = percentile(counts, size * 0.6);
  const seal = sealInk(redness, data, pen);
  const pale = seal !== undefined && seal.level - seal.redness > palest;
  const out = new Uint8Array(grey);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (pen[i]) continue;
      const red = data[i * 3]!;
      const near = pale || red > print ? reddest(redness, width, height, x, y) : 0;
      if (pale) {
        const share = Math.min(1, near / seal.redness);
        const bare = paper - share * Math.max(0, paper - seal.level);
        if (near > 0) out[i] = Math.min(paper, Math.max(grey[i]!, (red * paper) / bare));
        continue;
      }
      const more = red > print ? 1.8 * near : redness[i]!;
      if (more > 0) out[i] = Math.min(paper, Math.max(grey[i]!, red + more));
    }
  }
  return { ...result, data: out };
}

/** From this in its green and blue a seal's ink is seen through: 20 for a stamp's ink, 140 for one pasted at half. */
const palest = 80;
/** Twice the least: what is beyond doubt the seal's. */
const surelyRed = 2 * leastRedness;

/** How red a page's seals are where they lie on paper, and how light in the red channel; `undefined` without any. */
function sealInk(
  redness: Uint8Array,
  data: Uint8Array,
  pen: Uint8Array,
): { readonly redness: number; readonly level: number } | undefined {
  const counts = new Uint32Array(256);
  let all = 0;
  const isSeal = (i: number) => redness[i]! >= surelyRed && data[i * 3]! > print && !pen[i];
  for (let i = 0; i < redness.length; i++) {
    if (!isSeal(i)) continue;
    counts[redness[i]!]! += 1;
    all++;
  }
  if (all === 0) return undefined;
  const usual = percentile(counts, all / 2);
  const levels = new Uint32Array(256);
  let full = 0;
  for (let i = 0; i < redness.length; i++) {
    if (!isSeal(i) || redness[i]! < usual * 0.8) continue;
    levels[data[i * 3]!]! += 1;
    full++;
  }
  return { redness: usual, level: percentile(levels, full / 2) };
}

function reddest(redness: Uint8Array, width: number, height: number, x: number, y: number): number {
  let most = 0;
  for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
      most = Math.max(most, redness[ny * width + nx]!);
    }
  }
  return most;
}

function percentile(counts: Uint32Array, rank: number): number {
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    sum += counts[value]!;
    if (sum >= rank) return value;
  }
  return 255;
}
