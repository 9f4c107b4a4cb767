import type { Raster } from '../raster.ts';

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

/**
 * Grey without red ink: pixels of a seal or stamp become paper, black print under them stays black.
 *
 * The red channel hardly sees red ink; what is left of it is lifted by how red the pixel is. Print under a
 * seal is dark in all channels, so its redness, and with it the lift, is small.
 */
export function withoutRed(raster: Raster): Raster {
  if (raster.channels === 1) return raster;
  const size = raster.width * raster.height;
  const data = new Uint8Array(size);
  for (let i = 0, j = 0; i < size; i++, j += 3) {
    const red = raster.data[j]!;
    const green = raster.data[j + 1]!;
    const blue = raster.data[j + 2]!;
    const luma = (red * 77 + green * 151 + blue * 28) >> 8;
    const redness = red - Math.max(green, blue);
    if (redness <= 24) {
      data[i] = luma;
      continue;
    }
    const lifted = red + redness;
    data[i] = Math.min(lifted, 255);
  }
  return { ...raster, channels: 1, data };
}
