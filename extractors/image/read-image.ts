import { append } from '../../core/append.ts';
import type { Block, Document, Page } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import { readPhoto } from '../ocr/read-photo.ts';
import type { ReadOptions } from '../read-options.ts';
import { type DecodedPage, hardLimitPixels, rasterOf } from './raster-from-file.ts';

/**
 * Reads a picture file as a document: one page for a PNG or JPEG, one for each page of a TIFF, one for each sheet of
 * paper on a photo.
 * Never throws for what the bytes hold: problems are `file-damaged`, `image-too-large`, `image-beyond-limit`, `ocr-unavailable`,
 * `too-many-pages` and those of single pages.
 */
export async function readImage(
  bytes: Uint8Array,
  format: 'png' | 'jpeg' | 'tiff',
  options: ReadOptions,
): Promise<Document> {
  const pages: Page[] = [];
  const body: Block[] = [];
  const problems: Problem[] = [];
  const document: Document = { format, pages, body, marginalia: [], pictures: [], problems };
  const { default: sharp } = await import('sharp');
  const settings = { limitInputPixels: hardLimitPixels, failOn: 'truncated' } as const;
  let count: number;
  try {
    const metadata = await sharp(bytes, { ...settings, limitInputPixels: false }).metadata();
    const pixels = metadata.width * (metadata.pageHeight ?? metadata.height);
    if (pixels > hardLimitPixels) {
      const millions = (value: number) => Math.round(value / 1e6);
      const values = { megapixels: millions(pixels), limit: millions(hardLimitPixels) };
      problems.push({ code: 'image-beyond-limit', values });
      return document;
    }
    count = metadata.pages ?? 1;
  } catch (error) {
    problems.push({ code: 'file-damaged', values: { reason: reasonOf(error) } });
    return document;
  }
  if (count > options.maxPages) {
    problems.push({ code: 'too-many-pages', values: { pages: count, limit: options.maxPages } });
    count = options.maxPages;
  }
  const engine = await options.ocr?.();
  for (let number = 1; number <= count; number++) {
    const decoded = await decode(number);
    if (!decoded) continue;
    const { raster, megapixels } = decoded;
    if (megapixels !== undefined) {
      problems.push({ code: 'image-too-large', values: { megapixels }, page: number });
    }
    if (!engine) {
      const points = 72 / raster.dpi;
      const [width, height] = [raster.width * points, raster.height * points];
      pages.push({ number, width, height, readBy: 'ocr', unreadable: true });
      problems.push({ code: 'ocr-unavailable', page: number });
    } else {
      for (const read of await readPhoto(raster, pages.length + 1, engine)) {
        pages.push(read.page);
        append(body, read.blocks);
        append(problems, read.problems);
      }
    }
    options.onPage?.(number, count);
  }
  return document;

  /** One page; a cut-off picture is read as far as it goes. */
  async function decode(number: number): Promise<DecodedPage | undefined> {
    const page = format === 'tiff' ? { page: number - 1 } : {};
    try {
      const image = sharp(bytes, { ...settings, ...page });
      return await rasterOf(image, await image.metadata());
    } catch (error) {
      try {
        const image = sharp(bytes, { ...settings, ...page, failOn: 'none' });
        const decoded = await rasterOf(image, await image.metadata());
        problems.push({ code: 'file-repaired', page: number });
        return decoded;
      } catch {
        problems.push({ code: 'file-damaged', values: { reason: reasonOf(error) }, page: number });
        return undefined;
      }
    }
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
