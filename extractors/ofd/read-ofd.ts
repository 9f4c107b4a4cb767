import { append } from '../../core/append.ts';
import type { Block, Document, Page, Picture } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import { joinPages } from '../grid/join-pages.ts';
import { blocksOfPage } from '../grid/ruled-page.ts';
import { rasterOf } from '../image/raster-from-file.ts';
import type { OcrEngine } from '../ocr/engines/engine.ts';
import { once } from '../ocr/once.ts';
import { readPhotoPage } from '../ocr/read-photo.ts';
import { splitMarginalia } from '../pdf/headers-and-footers.ts';
import type { ReadOptions } from '../read-options.ts';
import { coversPage, isStamp } from '../scanned-page.ts';
import { type Drawn, draw } from './draw.ts';
import { type OfdFile, type OfdPage, openOfd } from './package.ts';

const points = 72 / 25.4;

/** What an OFD file says of a seal: the place is known, the picture is the signature's own. */
const sealType = 'application/x-ofd-seal';

interface Reader {
  readonly file: OfdFile;
  readonly engine: () => Promise<OcrEngine | undefined>;
}

/**
 * Reads OFD (GB/T 33190-2016), the state's own page format: text with the place of every character, ruled tables,
 * scanned pages by OCR, pictures and the places of seals. Never throws for what the bytes hold.
 */
export async function readOfd(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  const file = await openOfd(bytes, options.maxPages);
  if (!file) return nothing({ code: 'file-damaged', values: { reason: 'OFD.xml' } });
  const problems: Problem[] = file.whole() ? [] : [{ code: 'file-repaired' }];
  if (file.count > file.pages.length)
    problems.push({ code: 'too-many-pages', values: { pages: file.count, limit: options.maxPages } });
  const reader: Reader = { file, engine: once(options.ocr) };
  const pages: { number: number; height: number; blocks: readonly Block[]; page: Page }[] = [];
  const pictures: Picture[] = [];
  for (const [i, page] of file.pages.entries()) {
    const read = await readPage(reader, page, i + 1);
    pages.push({ number: i + 1, height: read.page.height, blocks: read.blocks, page: read.page });
    append(pictures, read.pictures);
    append(problems, read.problems);
    options.onPage?.(i + 1, file.pages.length);
  }
  if (pages.length === 0) return nothing({ code: 'file-damaged', values: { reason: '0 pages' } });
  const { pages: read, marginalia } = splitMarginalia(pages);
  return {
    format: 'ofd',
    pages: read.map(({ page }) => page),
    body: joinPages(read),
    marginalia,
    pictures,
    problems,
  };
}

function nothing(problem: Problem): Document {
  return { format: 'ofd', pages: [], body: [], marginalia: [], pictures: [], problems: [problem] };
}

async function readPage(reader: Reader, page: OfdPage, number: number) {
  const [x, y, width, height] = page.area;
  const size = { width: width * points, height: height * points };
  const drawn = draw(page.contents, [x, y]);
  const pictures = picturesOf(reader.file, page, drawn, number);
  const scan = drawn.images.find(({ box }) => coversPage(box, size));
  if (scan && isStamp(drawn.glyphs))
    return { ...(await readScan(reader, scan.resource, size, number)), pictures };
  const isBlank = drawn.glyphs.every(({ text }) => text.trim() === '');
  const problems: Problem[] = isBlank ? [{ code: 'page-blank', page: number }] : [];
  return {
    page: { number, ...size, readBy: 'text-layer' as const },
    blocks: blocksOfPage({ number, ...size, glyphs: drawn.glyphs, rules: drawn.rules }),
    pictures,
    problems,
  };
}

function picturesOf(file: OfdFile, page: OfdPage, drawn: Drawn, number: number): Picture[] {
  const [left, top] = page.area;
  const seals = file.seals
    .filter((seal) => seal.page === page.id)
    .map(({ box: [x, y, width, height] }): Picture => {
      const [x0, y0] = [(x - left) * points, (y - top) * points];
      return {
        place: { page: number, box: [x0, y0, x0 + width * points, y0 + height * points] },
        mediaType: sealType,
      };
    });
  const images = drawn.images.map(
    ({ box }): Picture => ({ place: { page: number, box }, mediaType: 'image/*' }),
  );
  return [...images, ...seals];
}

async function readScan(
  { file, engine }: Reader,
  resource: string,
  size: { readonly width: number; readonly height: number },
  number: number,
): Promise<{ page: Page; blocks: readonly Block[]; problems: readonly Problem[] }> {
  const lost = (problem: Problem) => ({
    page: { number, ...size, readBy: 'ocr' as const, unreadable: true },
    blocks: [],
    problems: [problem],
  });
  const started = await engine();
  if (!started) return lost({ code: 'ocr-unavailable', page: number });
  try {
    const bytes = await file.picture(resource);
    if (!bytes)
      return lost({ code: 'page-unreadable', values: { reason: `picture ${resource}` }, page: number });
    const { default: sharp } = await import('sharp');
    const picture = sharp(bytes, { failOn: 'none' });
    const { raster } = await rasterOf(picture, await picture.metadata());
    // The page says how large the picture is, whatever its own resolution claims.
    const read = await readPhotoPage({ ...raster, dpi: raster.width / (size.width / 72) }, number, started);
    return { page: { ...read.page, ...size }, blocks: read.blocks, problems: read.problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return lost({ code: 'page-unreadable', values: { reason }, page: number });
  }
}
