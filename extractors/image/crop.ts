import type { Box } from '../../core/place.ts';
import type { Raster } from '../raster.ts';

/** A part of a raster; `box` in its pixels, cut to whole pixels inside the raster (at least one). */
export function crop(raster: Raster, box: Box): Raster {
  const { width, height, channels, data, dpi } = raster;
  const x0 = clamp(Math.floor(box[0]), 0, width - 1);
  const y0 = clamp(Math.floor(box[1]), 0, height - 1);
  const x1 = clamp(Math.ceil(box[2]), x0 + 1, width);
  const y1 = clamp(Math.ceil(box[3]), y0 + 1, height);
  const row = (x1 - x0) * channels;
  const out = new Uint8Array(row * (y1 - y0));
  for (let y = y0; y < y1; y++) {
    const from = (y * width + x0) * channels;
    out.set(data.subarray(from, from + row), (y - y0) * row);
  }
  return { width: x1 - x0, height: y1 - y0, channels, data: out, dpi };
}

/** Sets the pixels of `box` of a grey raster's data to white, in place. */
export function whiten(raster: Raster, box: Box): void {
  const x0 = clamp(Math.floor(box[0]), 0, raster.width);
  const x1 = clamp(Math.ceil(box[2]), 0, raster.width);
  const y1 = clamp(Math.ceil(box[3]), 0, raster.height);
  for (let y = clamp(Math.floor(box[1]), 0, raster.height); y < y1; y++) {
    raster.data.fill(
      255,
      (y * raster.width + x0) * raster.channels,
      (y * raster.width + x1) * raster.channels,
    );
  }
}

/** Turns a raster clockwise by a multiple of 90 degrees. */
export function quarterTurn(raster: Raster, degrees: 0 | 90 | 180 | 270): Raster {
  if (degrees === 0) return raster;
  const { width, height, channels, data, dpi } = raster;
  const swap = degrees !== 180;
  const outWidth = swap ? height : width;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ox = degrees === 90 ? height - 1 - y : degrees === 180 ? width - 1 - x : y;
      const oy = degrees === 90 ? x : degrees === 180 ? height - 1 - y : width - 1 - x;
      const to = (oy * outWidth + ox) * channels;
      const from = (y * width + x) * channels;
      for (let c = 0; c < channels; c++) out[to + c] = data[from + c]!;
    }
  }
  return { width: outWidth, height: swap ? width : height, channels, data: out, dpi };
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : Math.min(value, high);
}
