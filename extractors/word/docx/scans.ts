import type { Block } from '../../../core/document.ts';
import type { PartPlace } from '../../../core/place.ts';
import type { Problem } from '../../../core/problem.ts';
import type { XmlPackage } from '../../markup/xml-package.ts';
import type { ReadOptions } from '../../read-options.ts';
import { placedAnew } from './placed.ts';
import type { PictureUse, Reading } from './reading.ts';

/** Shares of the text column and of the page from which a picture may be a page, scanned. */
const wideShare = 0.8;
const tallShare = 0.55;
const someHeight = 0.2;
/** Characters that may stand between two scanned pages, as their titles do; diagrams have more around them. */
const gap = 80;
/** Where a document has no more characters for each picture, its pictures are what it says. */
const captions = 100;

export interface ScansRead {
  /** What stands in the picture's place, for each stand-in of the body. */
  readonly blocks: ReadonlyMap<Block, readonly Block[]>;
  readonly problems: readonly Problem[];
}

/**
 * Reads by OCR the pictures that are pages of the document: page after page of them with next to no text
 * between, or any wide picture of a document that has hardly any text. Pictures amid text are illustrations.
 * Places are the part and the path of the picture; the OCR engine is asked for on the first scan.
 */
export async function readScans(
  pack: XmlPackage,
  all: Reading,
  body: readonly Block[],
  options: ReadOptions,
): Promise<ScansRead> {
  const blocks = new Map<Block, readonly Block[]>([...all.standIns.keys()].map((block) => [block, []]));
  const scans = scansAmong(body, all);
  const seen: PartPlace[] = [];
  const poor: Problem[] = [];
  const unread: { readonly place: PartPlace; readonly reason: string }[] = [];
  for (const [i, { block, use }] of scans.entries()) {
    const place = { part: use.place.part, path: `${use.place.path}/pic[1]` };
    const result = i < options.maxPages ? await readScan(pack, use, options) : `> ${options.maxPages}`;
    if (typeof result === 'string') unread.push({ place, reason: result });
    else {
      blocks.set(
        block,
        placedAnew(result.blocks, () => place),
      );
      seen.push(place);
      if (result.poor) poor.push({ ...result.poor, page: i + 1, places: [place] });
    }
    options.onPage?.(i + 1, scans.length);
  }
  const problems: Problem[] = [];
  if (seen.length > 0) problems.push({ code: 'scans-read', values: { count: seen.length }, places: seen });
  const first = unread[0];
  if (first) {
    const places = unread.map(({ place }) => place);
    problems.push({ code: 'scans-unread', values: { count: unread.length, reason: first.reason }, places });
  }
  return { blocks, problems: [...problems, ...poor] };
}

interface Candidate {
  readonly block: Block;
  readonly use: PictureUse;
  readonly tall: boolean;
  /** Characters between it and the candidate before. */
  readonly before: number;
}

function scansAmong(body: readonly Block[], all: Reading): Candidate[] {
  if (all.standIns.size === 0) return [];
  const { page } = all;
  const column = Math.max(1, page.width - page.left - page.right);
  const candidates: Candidate[] = [];
  let total = 0;
  let before = 0;
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      const use = all.standIns.get(block);
      if (use?.size && !use.external) {
        const { width, height } = use.size;
        if (width < column * wideShare || height < page.height * someHeight) continue;
        candidates.push({ block, use, tall: height >= page.height * tallShare, before });
        before = 0;
      } else if (block.kind === 'table') for (const cell of block.cells) walk(cell.blocks);
      else {
        const length = block.lines.reduce((sum, line) => sum + line.text.replace(/\s+/g, '').length, 0);
        total += length;
        before += length;
      }
    }
  };
  walk(body);
  if (total <= captions * candidates.length) return candidates;
  const joins = (i: number) => {
    const [one, two] = [candidates[i - 1], candidates[i]];
    return one?.tall === true && two?.tall === true && two.before <= gap;
  };
  return candidates.filter((_, i) => joins(i) || joins(i + 1));
}

/** The blocks of one picture, with the word that it is too poor a photo if it is; or why there are none. */
async function readScan(
  pack: XmlPackage,
  use: PictureUse,
  options: ReadOptions,
): Promise<{ readonly blocks: readonly Block[]; readonly poor?: Problem } | string> {
  const engine = await options.ocr?.().catch(() => undefined);
  if (!engine) return 'OCR';
  const bytes = await pack.bytes(use.target);
  if (!bytes) return use.target;
  try {
    const { default: sharp } = await import('sharp');
    const { hardLimitPixels, rasterOf } = await import('../../image/raster-from-file.ts');
    const { readPhotoPage } = await import('../../ocr/read-photo.ts');
    const image = sharp(bytes, { limitInputPixels: hardLimitPixels, failOn: 'none' });
    const { raster } = await rasterOf(image, await image.metadata());
    const { page, blocks, problems } = await readPhotoPage(raster, 1, engine);
    const poor = problems.find(({ code }) => code === 'photo-poor');
    return page.unreadable ? 'OCR' : { blocks, ...(poor ? { poor } : {}) };
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? use.target;
  }
}
