import type { Raster } from '../raster.ts';

interface Taps {
  readonly start: Int32Array;
  readonly weights: readonly Float32Array[];
}

/** For each output pixel the input pixels it mixes: a triangle as wide as the reduction, bilinear otherwise. */
function tapsOf(from: number, to: number): Taps {
  const scale = from / to;
  const reach = Math.max(1, scale);
  const start = new Int32Array(to);
  const weights: Float32Array[] = [];
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(from - 1, Math.floor(centre + reach));
    const row = new Float32Array(Math.max(1, last - first + 1));
    let sum = 0;
    for (let j = first; j <= last; j++) {
      const weight = Math.max(0, 1 - Math.abs(j - centre) / reach);
      row[j - first] = weight;
      sum += weight;
    }
    if (sum <= 0) row[0] = 1;
    else for (let j = 0; j < row.length; j++) row[j]! /= sum;
    start[i] = Math.min(first, from - row.length);
    weights.push(row);
  }
  return { start, weights };
}

/** Scales a grey raster to `width` × `height` pixels. */
export function resizeGrey(raster: Raster, width: number, height: number): Raster {
  if (width === raster.width && height === raster.height) return raster;
  const across = tapsOf(raster.width, width);
  const down = tapsOf(raster.height, height);
  const middle = new Float32Array(width * raster.height);
  for (let y = 0; y < raster.height; y++) {
    const from = y * raster.width;
    const to = y * width;
    for (let x = 0; x < width; x++) {
      const weights = across.weights[x]!;
      const first = from + across.start[x]!;
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * raster.data[first + i]!;
      middle[to + x] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  const line = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    line.fill(0);
    const weights = down.weights[y]!;
    for (let i = 0; i < weights.length; i++) {
      const from = (down.start[y]! + i) * width;
      const weight = weights[i]!;
      for (let x = 0; x < width; x++) line[x]! += weight * middle[from + x]!;
    }
    for (let x = 0; x < width; x++) data[y * width + x] = line[x]! + 0.5;
  }
  return { width, height, channels: 1, data, dpi: (raster.dpi * width) / raster.width };
}
