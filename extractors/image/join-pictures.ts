import { append } from '../../core/append.ts';
import type { Block, Document, Page, Picture } from '../../core/document.ts';
import { isPagePlace, type Place } from '../../core/place.ts';
import type { Problem } from '../../core/problem.ts';
import { joinPages } from '../grid/join-pages.ts';
import { moveBlocks } from '../ocr/move-blocks.ts';
import { splitMarginalia } from '../pdf/headers-and-footers.ts';

/** One picture of a page, as it was read alone; without a document where nothing could be read. */
export interface PagePicture {
  /** Its own file name. */
  readonly name: string;
  readonly document?: Document;
  readonly problems: readonly Problem[];
}

/**
 * Pictures of single pages, in their order, as one document: page numbers count on, tables cut by a page break are
 * joined, headers and footers taken out as of a PDF. Every place names the picture it stands in, and its box is of
 * that picture. A picture that could not be read is an unreadable page. `maxPages` as everywhere.
 */
export function joinPictures(pictures: readonly PagePicture[], maxPages: number): Document {
  const pages: { number: number; height: number; blocks: Block[]; page: Page }[] = [];
  const marginalia: Block[] = [];
  const problems: Problem[] = [];
  const images: Picture[] = [];
  const total = pictures.reduce((sum, { document }) => sum + Math.max(1, document?.pages.length ?? 0), 0);
  if (total > maxPages) problems.push({ code: 'too-many-pages', values: { pages: total, limit: maxPages } });
  for (const { name, document, problems: own } of pictures) {
    const before = pages.length;
    if (before >= maxPages) break;
    const moved = (blocks: readonly Block[]) =>
      moveBlocks(
        blocks,
        (box) => box,
        (place) => placeIn(place, name, before),
      );
    if (document && document.pages.length > 0) {
      for (const page of document.pages) {
        const blocks = moved(document.body.filter((block) => pageOf(block) === page.number));
        const number = page.number + before;
        pages.push({ number, height: page.height, blocks, page: { ...page, number, picture: name } });
      }
      append(marginalia, moved(document.marginalia));
      append(
        images,
        document.pictures.map((one) => ({ ...one, place: placeIn(one.place, name, before) })),
      );
    } else {
      const number = before + 1;
      const page: Page = { number, width: 595, height: 842, readBy: 'ocr', unreadable: true, picture: name };
      pages.push({ number, height: page.height, blocks: [], page });
      problems.push({ code: 'page-unreadable', values: { reason: name }, page: number });
    }
    // What is said of one picture is said of its page.
    append(
      problems,
      own.map((problem) => ({ ...problem, page: (problem.page ?? 1) + before })),
    );
  }
  const split = splitMarginalia(pages);
  append(marginalia, split.marginalia);
  return {
    format: pictures.find(({ document }) => document)?.document?.format ?? 'jpeg',
    pages: pages.map(({ page }) => page),
    body: joinPages(split.pages),
    marginalia,
    pictures: images,
    problems,
  };
}

function pageOf(block: Block): number {
  const place = block.kind === 'table' ? block.place : block.lines[0]?.place;
  return place && isPagePlace(place) ? place.page : 1;
}

function placeIn(place: Place, file: string, before: number): Place {
  return isPagePlace(place) ? { ...place, file, page: place.page + before } : place;
}
