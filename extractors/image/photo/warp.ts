import type { Raster } from '../../raster.ts';
import type { Homography } from './homography.ts';

/**
 * A raster of `width` × `height` pixels whose pixel centres are taken from `raster` through `toSource`, bilinear;
 * white where that lies outside.
 */
export function warp(
  raster: Raster,
  toSource: Homography,
  size: { readonly width: number; readonly height: number; readonly dpi: number },
): Raster {
  const { channels, data } = raster;
  const { width, height, dpi } = size;
  const out = new Uint8Array(width * height * channels).fill(255);
  const row = raster.width * channels;
  // Written out, since it runs for each of some million pixels.
  const [a = 0, b = 0, c0 = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i0 = 1] = toSource;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x + 0.5, y + 0.5];
      const w = g * u + h * v + i0;
      const px = (a * u + b * v + c0) / w;
      const py = (d * u + e * v + f) / w;
      if (px < 0 || py < 0 || px > raster.width || py > raster.height) continue;
      const sx = Math.min(raster.width - 1.001, Math.max(0, px - 0.5));
      const sy = Math.min(raster.height - 1.001, Math.max(0, py - 0.5));
      const ix = Math.floor(sx);
      const iy = Math.floor(sy);
      const fx = sx - ix;
      const fy = sy - iy;
      const from = iy * row + ix * channels;
      const to = (y * width + x) * channels;
      for (let c = 0; c < channels; c++) {
        const i = from + c;
        const top = data[i]! + (data[i + channels]! - data[i]!) * fx;
        const bottom = data[i + row]! + (data[i + row + channels]! - data[i + row]!) * fx;
        out[to + c] = top + (bottom - top) * fy + 0.5;
      }
    }
  }
  return { width, height, channels, data: out, dpi };
}
