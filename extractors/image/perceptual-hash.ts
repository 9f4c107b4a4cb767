import type { Raster } from '../raster.ts';

/**
 * A 64-bit difference hash (dHash) as 16 hex digits: alike for the same picture at other sizes, qualities
 * and slight changes of colour. Undefined for a picture of one colour, which would match everything.
 */
export function perceptualHash(raster: Raster): string | undefined {
  if (raster.width < 9 || raster.height < 8) return undefined;
  const grey = shrunk(raster, 9, 8);
  if (Math.max(...grey) - Math.min(...grey) < 4) return undefined;
  let hash = 0n;
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) {
      const left = grey[y * 9 + x] ?? 0;
      const right = grey[y * 9 + x + 1] ?? 0;
      hash = (hash << 1n) | (left > right + 0.5 ? 1n : 0n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}

/** Mean brightness of each field of a `width` × `height` chequerboard laid over the picture. */
function shrunk(raster: Raster, width: number, height: number): number[] {
  const { channels, data } = raster;
  const means: number[] = [];
  for (let row = 0; row < height; row++) {
    const y0 = Math.floor((row * raster.height) / height);
    const y1 = Math.max(y0 + 1, Math.floor(((row + 1) * raster.height) / height));
    for (let col = 0; col < width; col++) {
      const x0 = Math.floor((col * raster.width) / width);
      const x1 = Math.max(x0 + 1, Math.floor(((col + 1) * raster.width) / width));
      let sum = 0;
      for (let y = y0; y < y1; y++) {
        for (let x = x0; x < x1; x++) {
          const at = (y * raster.width + x) * channels;
          sum +=
            channels === 1
              ? (data[at] ?? 0)
              : 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
        }
      }
      means.push(sum / ((x1 - x0) * (y1 - y0)));
    }
  }
  return means;
}
