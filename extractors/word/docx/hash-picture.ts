import { perceptualHash } from '../../image/perceptual-hash.ts';

const maxPixels = 100_000_000;
/** Larger pictures are shrunk before they are hashed; the hash looks at 9 × 8 fields anyway. */
const side = 512;

/** The perceptual hash of an encoded picture; `undefined` for kinds that cannot be drawn here (EMF, WMF). */
export async function hashPicture(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { default: sharp } = await import('sharp');
    const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels })
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 1) return undefined;
    return perceptualHash({ width: info.width, height: info.height, channels: 1, data, dpi: 72 });
  } catch {
    return undefined;
  }
}
