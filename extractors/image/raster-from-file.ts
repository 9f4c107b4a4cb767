import type { Metadata, Sharp } from 'sharp';
import type { Raster } from '../raster.ts';

/** More pixels than this are scaled down while decoding, so that memory stays flat. */
const limitPixels = 50_000_000;
/** Sharp's own guard against decompression bombs, in pixels. */
export const hardLimitPixels = 400_000_000;

/** Inches: sides of A4. */
const a4 = { short: 8.27, long: 11.69 };

export interface DecodedPage {
  readonly raster: Raster;
  /** Set when the page was scaled down for its size. */
  readonly megapixels?: number;
}

/** Decodes one page of a picture file: EXIF orientation applied, paper white under transparency. */
export async function rasterOf(image: Sharp, metadata: Metadata): Promise<DecodedPage> {
  const pixels = metadata.width * metadata.height;
  let pipeline = image.autoOrient().flatten({ background: '#ffffff' });
  let scale = 1;
  if (pixels > limitPixels) {
    scale = Math.sqrt(limitPixels / pixels);
    const turned = (metadata.orientation ?? 1) >= 5;
    const width = turned ? metadata.height : metadata.width;
    pipeline = pipeline.resize(Math.max(1, Math.round(width * scale)));
  }
  const grey = metadata.space === 'b-w' || metadata.space === 'grey16';
  const { data, info } = await pipeline
    .toColourspace(grey ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const channels = info.channels === 1 ? 1 : 3;
  const raster: Raster = {
    width: info.width,
    height: info.height,
    channels,
    data: info.channels === 4 || info.channels === 2 ? firstChannels(data, info.channels, channels) : data,
    dpi: dpiOf(metadata, info.width, info.height, scale),
  };
  return scale < 1 ? { raster, megapixels: Math.round(pixels / 1e6) } : { raster };
}

/**
 * Pixels per inch: what the file says where that makes a page of plausible size, else as if the picture were an
 * A4 page (phone photographs say 72 whatever they show).
 */
export function dpiOf(metadata: Pick<Metadata, 'density'>, width: number, height: number, scale = 1): number {
  const stated = (metadata.density ?? 0) * scale;
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  // Pages joined into one long picture are as wide as paper, and as high as they come.
  const joined = height > width * 2;
  const measured = joined ? short : long;
  if (stated >= 90 && measured / stated <= 24 && measured / stated >= 4) return stated;
  const guessed = joined ? short / a4.short : Math.max(long / a4.long, short / a4.short);
  return Math.max(72, guessed);
}

function firstChannels(data: Uint8Array, from: number, to: number): Uint8Array {
  const pixels = data.length / from;
  const out = new Uint8Array(pixels * to);
  for (let i = 0; i < pixels; i++) {
    for (let c = 0; c < to; c++) out[i * to + c] = data[i * from + Math.min(c, from - 1)]!;
  }
  return out;
}
