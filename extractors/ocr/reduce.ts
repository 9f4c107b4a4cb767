import type { Raster } from '../raster.ts';

const limitMegapixels = 50;
/** Reading gains nothing from more than this; print of 5 points is still 17 pixels high. */
const enoughDpi = 250;

/**
 * Scales a picture down to what reading needs. `megapixels` is set when the picture was over the limit
 * that is worth a word to the user.
 */
export async function reduced(raster: Raster): Promise<{ raster: Raster; megapixels?: number }> {
  const megapixels = (raster.width * raster.height) / 1e6;
  const over = megapixels > limitMegapixels;
  const scale = Math.min(over ? Math.sqrt(limitMegapixels / megapixels) : 1, enoughDpi / raster.dpi);
  if (scale > 0.9) return { raster };
  const { default: sharp } = await import('sharp');
  const { width, height, channels } = raster;
  const { data, info } = await sharp(raster.data, {
    raw: { width, height, channels },
    limitInputPixels: false,
  })
    .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), { fit: 'fill' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const small: Raster = {
    width: info.width,
    height: info.height,
    channels: info.channels === 1 ? 1 : 3,
    data,
    dpi: raster.dpi * scale,
  };
  return over ? { raster: small, megapixels: Math.round(megapixels) } : { raster: small };
}
