import type { Block, Page, Picture } from '../../core/document.ts';
import { type Box, boxAround } from '../../core/place.ts';
import type { Problem } from '../../core/problem.ts';
import { blocksOfPage } from '../grid/ruled-page.ts';
import { perceptualHash } from '../image/perceptual-hash.ts';
import type { OcrEngine } from '../ocr/engines/engine.ts';
import { coversPage, isStamp } from '../scanned-page.ts';
import type { PdfChar, PdfFile, PdfPage, PdfPicture } from './engine.ts';
import { isBeside, withUnseen } from './hidden-text.ts';
import { withLettersApart } from './ligatures.ts';
import { textQuality } from './text-quality.ts';

export interface Readers {
  readonly first: PdfFile;
  /** The second reader, opened on demand; absent when it cannot open the file either. */
  readonly second: () => Promise<PdfFile | undefined>;
  readonly ocr: () => Promise<OcrEngine | undefined>;
}

export interface ReadPage {
  readonly page: Page;
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly problems: readonly Problem[];
}

const ocrDpi = 200;
const a4 = { width: 595, height: 842 };

/** One page by the reader that can: text layer, second reader, OCR. Never throws for what is on the page. */
export async function readPage(readers: Readers, number: number): Promise<ReadPage> {
  let page: PdfPage | undefined;
  try {
    page = await openPage(readers, number);
    return await readOpen(readers, page, number);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      page: { number, ...(page ? sizeOf(page) : a4), readBy: 'text-layer', unreadable: true },
      blocks: [],
      pictures: [],
      problems: [{ code: 'page-unreadable', values: { reason }, page: number }],
    };
  } finally {
    closeQuietly(page);
  }
}

const sizeOf = (page: PdfPage) => ({ width: page.width, height: page.height });

function closeQuietly(page: PdfPage | undefined): void {
  try {
    page?.close();
  } catch {
    // A reader that failed on the page may fail again on letting it go; the page's problem is reported already.
  }
}

async function openPage(readers: Readers, number: number): Promise<PdfPage> {
  try {
    return await readers.first.page(number);
  } catch (error) {
    const second = await readers.second();
    if (!second || number > second.pages) throw error;
    return second.page(number);
  }
}

async function readOpen(readers: Readers, page: PdfPage, number: number): Promise<ReadPage> {
  const all = await withUnseen(page, withLettersApart(await page.chars()));
  const found = await page.pictures();
  const chars = all.filter((char) => !char.hidden);
  const quality = qualityOf(chars);
  const scanned = found.some(({ box }) => coversPage(box, page));
  if (scanned && isStamp(chars)) {
    // A searchable scan: its hidden text knows no cells, so it is used only when nothing else can read.
    const onPage = all.filter((char) => !isBeside(char.box, page));
    const readable = qualityOf(onPage) === 'good' && !isStamp(onPage);
    if (readable && !(await readers.ocr())) return asText(page, number, onPage, found);
    return asScan(readers, page, number, found, []);
  }
  const hidden = hiddenText(all, number, page);
  if (quality === 'good') return withProblems(await asText(page, number, chars, found), hidden);
  if (quality === 'garbled') {
    const again = await rereadText(readers, number);
    if (again) return withProblems(await asText(page, number, again, found), hidden);
    return asScan(readers, page, number, found, [...hidden, { code: 'text-layer-garbled', page: number }]);
  }
  if (found.length === 0 && (await isWhite(page))) {
    return {
      page: { number, ...sizeOf(page), readBy: 'text-layer' },
      blocks: [],
      pictures: [],
      problems: [...hidden, { code: 'page-blank', page: number }],
    };
  }
  return asScan(readers, page, number, found, hidden);
}

const qualityOf = (chars: readonly PdfChar[]) => textQuality(chars.map((char) => char.text));

function withProblems(page: ReadPage, problems: readonly Problem[]): ReadPage {
  return { ...page, problems: [...problems, ...page.problems] };
}

/** Text nobody sees on a page that is no scan is not the applicant's statement: it is reported instead. */
function hiddenText(chars: readonly PdfChar[], number: number, page: PdfPage): Problem[] {
  const hidden = chars.filter((char) => char.hidden);
  const text = hidden.map((char) => char.text).join('');
  const count = text.replace(/\s+/g, '').length;
  if (count === 0) return [];
  const around = boxAround(hidden.map((char) => char.box)) ?? [0, 0, 0, 0];
  const within = (value: number, limit: number) => Math.max(0, Math.min(limit, value));
  const [x0, y0, x1, y1] = around;
  const { width, height } = page;
  const box: Box = [within(x0, width), within(y0, height), within(x1, width), within(y1, height)];
  const values = { count, sample: text.trim().slice(0, 30) };
  return [{ code: 'hidden-text', values, page: number, places: [{ page: number, box }] }];
}

async function asText(
  page: PdfPage,
  number: number,
  chars: readonly PdfChar[],
  found: readonly PdfPicture[],
): Promise<ReadPage> {
  const rules = await page.rules();
  return {
    page: { number, ...sizeOf(page), readBy: 'text-layer' },
    blocks: blocksOfPage({ number, ...sizeOf(page), glyphs: chars, rules }),
    pictures: picturesOf(found, number, page),
    problems: [],
  };
}

/** The characters as the second reader sees them, when that makes sense. */
async function rereadText(readers: Readers, number: number): Promise<readonly PdfChar[] | undefined> {
  const second = await readers.second();
  if (!second || number > second.pages) return undefined;
  let page: PdfPage | undefined;
  try {
    page = await second.page(number);
    const chars = withLettersApart(await page.chars()).filter((char) => !char.hidden);
    return textQuality(chars.map((char) => char.text)) === 'good' ? chars : undefined;
  } catch {
    return undefined;
  } finally {
    closeQuietly(page);
  }
}

async function asScan(
  readers: Readers,
  page: PdfPage,
  number: number,
  found: readonly PdfPicture[],
  problems: readonly Problem[],
): Promise<ReadPage> {
  const pictures = picturesOf(found, number, page);
  const engine = await readers.ocr();
  if (!engine) {
    return {
      page: { number, ...sizeOf(page), readBy: 'ocr', unreadable: true },
      blocks: [],
      pictures,
      problems: [
        ...problems.filter((problem) => problem.code !== 'text-layer-garbled'),
        { code: 'ocr-unavailable', page: number },
      ],
    };
  }
  const { readPhotoPage } = await import('../ocr/read-photo.ts');
  const read = await readPhotoPage(await page.render(ocrDpi), number, engine);
  return {
    page: { ...read.page, ...sizeOf(page) },
    blocks: read.blocks,
    pictures,
    problems: [...problems, ...read.problems],
  };
}

/** Pictures with their hashes; a scan of the whole page gets none, for all pages of text look alike. */
function picturesOf(found: readonly PdfPicture[], number: number, page: PdfPage): Picture[] {
  return found.map((picture) => {
    const { box, mediaType, raster } = picture;
    const hash = raster && !coversPage(box, page) ? perceptualHash(raster) : undefined;
    return { place: { page: number, box }, mediaType, ...(hash ? { hash } : {}) };
  });
}

/** Whether nothing at all is drawn on a page, which may also hold its text as outlines. */
async function isWhite(page: PdfPage): Promise<boolean> {
  const { data } = await page.render(40);
  return data.every((value) => value > 245);
}
