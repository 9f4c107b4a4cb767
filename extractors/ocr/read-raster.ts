import type { Block, Line, Page, Paragraph } from '../../core/document.ts';
import { type Box, isPagePlace, type Place } from '../../core/place.ts';
import type { Problem } from '../../core/problem.ts';
import type { Grid } from '../grid/grid.ts';
import { layoutPage, type TextRun } from '../grid/layout.ts';
import { whiten } from '../image/crop.ts';
import { skewBox } from '../image/deskew.ts';
import { withoutRed } from '../image/grey.ts';
import { inkShare } from '../image/ink.ts';
import { usualHeight } from '../image/text-lines.ts';
import type { Raster } from '../raster.ts';
import type { OcrEngine } from './engine.ts';
import { innerBox, type PageScan, scanPage } from './page-scan.ts';
import { boxSides, readRegion, regionOf } from './read-region.ts';
import { reduced } from './reduce.ts';

export interface RasterPage {
  readonly page: Page;
  readonly blocks: Block[];
  readonly problems: Problem[];
}

/** A page with less ink than this is blank (specks of a scanner's glass). */
const blankShare = 0.00012;

/**
 * Reads one picture of a page: straightened, red seals lifted, table cells found by their rules and read one by
 * one, tick boxes judged by their pixels and written as ☐ and ☑ where they stand.
 *
 * All boxes are points on the picture as given. Content never makes it throw: a page on which nothing can be
 * read is marked `unreadable`, with the problem that says so.
 */
export async function readRasterPage(
  raster: Raster,
  pageNumber: number,
  engine: OcrEngine,
): Promise<RasterPage> {
  const problems: Problem[] = [];
  const { raster: picture, megapixels } = await reduced(raster);
  if (megapixels !== undefined) {
    problems.push({ code: 'image-too-large', values: { megapixels }, page: pageNumber });
  }
  const points = 72 / picture.dpi;
  const page: Page = {
    number: pageNumber,
    width: picture.width * points,
    height: picture.height * points,
    readBy: 'ocr',
  };
  const scan = scanPage(withoutRed(picture));
  if (inkShare(scan.ink) < blankShare && scan.grids.length === 0) {
    problems.push({ code: 'page-blank', page: pageNumber });
    return { page, blocks: [], problems };
  }
  const runs = await readScan(scan, engine);
  if (runs.length === 0) {
    problems.push({ code: 'page-unreadable', values: { reason: '未识别出文字' }, page: pageNumber });
    return { page: { ...page, unreadable: true }, blocks: [], problems };
  }
  const lines = runs.map((run) => inPoints(run, points));
  const blocks = layoutPage({ page: pageNumber, lines, grids: scan.grids, readBy: 'ocr' });
  return { page, blocks: skewed(blocks, scan.skew, page), problems };
}

async function readScan(scan: PageScan, engine: OcrEngine): Promise<TextRun[]> {
  const { dpi } = scan.grey;
  const runs: TextRun[] = [];
  const outer: PageScan = {
    ...scan,
    ink: { ...scan.ink, data: new Uint8Array(scan.ink.data) },
    grey: { ...scan.grey, data: new Uint8Array(scan.grey.data) },
  };
  const grids = topLevel(scan.grids);
  const cells = grids.flatMap((grid) => grid.cells.map((cell) => innerBox(cell.box, dpi)));
  for (const grid of grids) erase(outer, grid.box);
  const page: Box = [0, 0, scan.grey.width, scan.grey.height];
  const usual = usualHeight(scan.ink, cells) ?? usualHeight(outer.ink, [page]) ?? dpi * 0.15;
  const regions = [...cells.map((cell) => regionOf(scan, cell, usual)), regionOf(outer, page, usual)];
  const sides = boxSides(regions);
  for (const region of regions) runs.push(...(await readRegion(region, sides, engine)));
  return runs;
}

/** Grids that are not inside a cell of another: text of nested ones is read with the cell around them. */
function topLevel(grids: readonly Grid[]): Grid[] {
  return grids.filter(
    ({ box }) =>
      !grids.some(
        (other) =>
          other.box !== box &&
          other.box[0] <= box[0] &&
          other.box[1] <= box[1] &&
          other.box[2] >= box[2] &&
          other.box[3] >= box[3],
      ),
  );
}

function erase(scan: PageScan, box: Box): void {
  const scale = scan.grey.dpi / 72;
  const margin = Math.round(scan.grey.dpi / 70);
  const pixels: Box = [
    box[0] * scale - margin,
    box[1] * scale - margin,
    box[2] * scale + margin,
    box[3] * scale + margin,
  ];
  whiten(scan.grey, pixels);
  const { ink } = scan;
  for (let y = Math.max(0, Math.floor(pixels[1])); y < Math.min(ink.height, Math.ceil(pixels[3])); y++) {
    const from = y * ink.width + Math.max(0, Math.floor(pixels[0]));
    ink.data.fill(0, from, y * ink.width + Math.min(ink.width, Math.ceil(pixels[2])));
  }
}

function inPoints(run: TextRun, points: number): TextRun {
  const scaled = (box: Box): Box => [box[0] * points, box[1] * points, box[2] * points, box[3] * points];
  return { ...run, box: scaled(run.box), ...(run.boxes ? { boxes: run.boxes.map(scaled) } : {}) };
}

/** Turns all places of blocks back to the page as it was scanned. */
function skewed(blocks: readonly Block[], degrees: number, page: Page): Block[] {
  if (degrees === 0) return [...blocks];
  const boxOf = (box: Box) => skewBox(box, degrees, page.width, page.height);
  const placeOf = (place: Place): Place => (isPagePlace(place) ? { ...place, box: boxOf(place.box) } : place);
  const lineOf = (line: Line): Line => ({
    ...line,
    place: placeOf(line.place),
    ...(line.boxes ? { boxes: line.boxes.map(boxOf) } : {}),
  });
  const blockOf = (block: Block): Block => {
    if (block.kind === 'paragraph') return { ...block, lines: block.lines.map(lineOf) } satisfies Paragraph;
    const cells = block.cells.map((cell) => ({
      ...cell,
      place: placeOf(cell.place),
      blocks: cell.blocks.map(blockOf),
    }));
    return { ...block, place: placeOf(block.place), cells };
  };
  return blocks.map(blockOf);
}
