import type { Block, Page } from '../../core/document.ts';
import type { Box } from '../../core/place.ts';
import type { Problem } from '../../core/problem.ts';
import type { Grid } from '../grid/grid.ts';
import { layoutPage, type TextRun } from '../grid/layout.ts';
import { quarterTurn, whiten } from '../image/crop.ts';
import { withoutRed } from '../image/grey.ts';
import { inkShare } from '../image/ink.ts';
import { skewBox } from '../image/layout/deskew.ts';
import { usualHeight } from '../image/layout/text-lines.ts';
import type { Raster } from '../raster.ts';
import type { OcrEngine } from './engines/engine.ts';
import { markHands, writtenByHand } from './marks/mark-hands.ts';
import { moveBlocks } from './move-blocks.ts';
import { innerBox, type PageScan, scanPage } from './page-scan.ts';
import { boxSides, readRegion, regionOf } from './read-region.ts';
import { reduced } from './reduce.ts';
import { type Turn, uprightConfidence, uprightTurn } from './upright.ts';

export interface RasterPage {
  readonly page: Page;
  readonly blocks: Block[];
  readonly problems: Problem[];
  /** How far the picture was turned clockwise to stand upright: places are of the turned one. */
  readonly turn: Turn;
}

/** A page with less ink than this is blank (specks of a scanner's glass). */
const blankShare = 0.00012;
/** Below this what was read is rubbish, and nothing is better than that. */
const leastOfPage = 0.55;
/** Square inches of ink for each character: more means that most of the page was not read. */
const mostInk = 0.08;
const mostSingle = 0.3;

/**
 * Reads one picture of a page: straightened, red seals lifted, table cells found by their rules and read one by
 * one, tick boxes judged by their pixels and written as ☐ and ☑ where they stand.
 *
 * All boxes are points on the picture as given, or as turned by quarters to stand upright. Content never makes it throw: a page on which nothing can be
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
  let grey = withoutRed(picture);
  let scan = scanPage(grey);
  if (inkShare(scan.ink) < blankShare && scan.grids.length === 0) {
    problems.push({ code: 'page-blank', page: pageNumber });
    return { page: pageOf(grey, pageNumber), blocks: [], problems, turn: 0 };
  }
  let runs = await readScan(scan, engine);
  let turn: Turn = 0;
  if (!readsWell(runs, scan)) {
    turn = await uprightTurn(grey, engine);
    if (turn !== 0) {
      grey = quarterTurn(grey, turn);
      scan = scanPage(grey);
      runs = await readScan(scan, engine);
    }
  }
  const page = pageOf(grey, pageNumber);
  if (confidenceOf(runs) < leastOfPage) {
    problems.push({ code: 'page-unreadable', values: { reason: '未识别出文字' }, page: pageNumber });
    return { page: { ...page, unreadable: true }, blocks: [], problems, turn };
  }
  const points = 72 / grey.dpi;
  const lines = runs.map((run) => inPoints(run, points));
  const hands = writtenByHand(scan, runs).map((box) => scaled(box, points));
  const layout = layoutPage({ page: pageNumber, lines, grids: scan.grids, readBy: 'ocr' });
  const blocks = markHands(layout, hands);
  return { page, blocks: skewed(blocks, scan.skew, page), problems, turn };
}

function pageOf({ width, height, dpi }: Raster, number: number): Page {
  return { number, width: (width * 72) / dpi, height: (height * 72) / dpi, readBy: 'ocr' };
}

/** Whether nearly all of a page was read, and with confidence: a page on its side or head is not. */
function readsWell(runs: readonly TextRun[], { ink }: PageScan): boolean {
  let characters = 0;
  let single = 0;
  for (const run of runs) {
    if (isTick(run)) continue;
    characters += run.text.length;
    if (run.text.length === 1) single++;
  }
  const area = (inkShare(ink) * ink.width * ink.height) / ink.dpi ** 2;
  // Lines of a page on its side fall apart into single characters.
  if (single > characters * mostSingle) return false;
  return confidenceOf(runs) >= uprightConfidence && area <= characters * mostInk;
}

/** Mean confidence of the characters of a page, tick boxes aside; 0 without any. */
function confidenceOf(runs: readonly TextRun[]): number {
  let sum = 0;
  let count = 0;
  for (const run of runs) {
    if (isTick(run)) continue;
    sum += run.confidence * run.text.length;
    count += run.text.length;
  }
  return count === 0 ? 0 : sum / count;
}

const isTick = (run: TextRun) => run.text === '☐' || run.text === '☑';

export async function readScan(scan: PageScan, engine: OcrEngine): Promise<TextRun[]> {
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
  const regions = [
    ...cells.map((cell) => regionOf(scan, cell, usual, true)),
    regionOf(outer, page, usual, false),
  ];
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

const scaled = (box: Box, by: number): Box => [box[0] * by, box[1] * by, box[2] * by, box[3] * by];

function inPoints(run: TextRun, points: number): TextRun {
  const boxes = run.boxes?.map((box) => scaled(box, points));
  return { ...run, box: scaled(run.box, points), ...(boxes ? { boxes } : {}) };
}

/** Turns all places of blocks back to the page as it was scanned. */
function skewed(blocks: readonly Block[], degrees: number, page: Page): Block[] {
  if (degrees === 0) return [...blocks];
  const boxOf = (box: Box) => skewBox(box, degrees, page.width, page.height);
  return moveBlocks(blocks, boxOf);
}
