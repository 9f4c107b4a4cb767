import { type Block, linesOf, type Page } from '../../core/document.ts';
import { type Box, boxAround, isPagePlace, type Place } from '../../core/place.ts';
import type { Problem } from '../../core/problem.ts';
import { evenLight } from '../image/photo/even-light.ts';
import { findSheets } from '../image/photo/find-sheets.ts';
import { type Homography, homographyOf, mapPoint, type Point, type Quad } from '../image/photo/homography.ts';
import { warp } from '../image/photo/warp.ts';
import type { Raster } from '../raster.ts';
import type { OcrEngine } from './engines/engine.ts';
import { aroundCharacters, moveBlocks } from './move-blocks.ts';
import { type RasterPage, readRasterPage } from './read-raster.ts';
import type { Turn } from './upright.ts';

/** Inches: sides of A4, and how far from its shape a straightened sheet still is one. */
const a4 = { short: 8.27, long: 11.69 };
const a4Slack = 0.16;
/** Reading gains nothing from more; small boxes and their ticks are told better when a coarse photo is enlarged. */
const enoughDpi = 200;
const mostEnlarged = 1.5;
/** Strips along the edges that are cut off: a sheet's own edge and its shadow. Share of the sides. */
const trimmed = 0.004;
/** Below these a photo is too poor for its values to be relied on. */
const leastDpi = 100;
const leastConfidence = 0.82;

/**
 * Reads a picture that may be a photo: each sheet of paper found on it is straightened, its light evened, and read as a
 * page of its own, numbered from `first`. All boxes are points on the picture itself, turned by quarters where the
 * sheet stands upright only so. A picture without a sheet on something else is read as it is, in evened light.
 */
export async function readPhoto(
  raster: Raster,
  first: number,
  engine: OcrEngine,
): Promise<[RasterPage, ...RasterPage[]]> {
  const sheets = findSheets(raster);
  if (sheets.length === 0) return [await readRasterPage(evenLight(raster), first, engine)];
  const read: RasterPage[] = [];
  for (const [i, sheet] of sheets.entries()) {
    const straight = straightened(raster, sheet);
    if (!straight) continue;
    const page = await readRasterPage(evenLight(straight.raster), first + read.length, engine);
    read.push(onPicture(page, straight, raster, first + i));
  }
  const [one, ...others] = read;
  return one ? [one, ...others] : [await readRasterPage(evenLight(raster), first, engine)];
}

/**
 * The same for a picture that is a page of its document already: what stands on its sheets, one after another, is that
 * page's, so that a photo bound into a PDF reads as the photo alone.
 */
export async function readPhotoPage(raster: Raster, number: number, engine: OcrEngine): Promise<RasterPage> {
  const [first, ...others] = await readPhoto(raster, number, engine);
  if (others.length === 0) return first;
  const here = (place: Place): Place => (isPagePlace(place) ? { ...place, page: number } : place);
  return {
    ...first,
    blocks: [...first.blocks, ...others.flatMap(({ blocks }) => moveBlocks(blocks, (box) => box, here))],
    problems: [
      ...first.problems,
      ...others.flatMap(({ problems }) => problems.map((problem) => ({ ...problem, page: number }))),
    ],
  };
}

interface Straight {
  readonly raster: Raster;
  /** From pixels of the straightened sheet to pixels of the picture. */
  readonly toPicture: Homography;
  /** Pixels of the picture per inch of the sheet. */
  readonly seenDpi: number;
}

function straightened(raster: Raster, sheet: Quad): Straight | undefined {
  const side = (i: number, j: number) => Math.hypot(sheet[i]![0] - sheet[j]![0], sheet[i]![1] - sheet[j]![1]);
  let width = Math.max(side(0, 1), side(3, 2));
  let height = Math.max(side(0, 3), side(1, 2));
  const long = Math.max(width, height);
  const shape = a4.long / a4.short;
  // Perspective shortens one side; a sheet that may be A4 is.
  if (Math.abs(long / Math.min(width, height) / shape - 1) <= a4Slack) {
    if (width < height) width = height / shape;
    else height = width / shape;
  }
  const seenDpi = Math.max(long / a4.long, Math.min(width, height) / a4.short);
  const scale = Math.min(mostEnlarged, enoughDpi / seenDpi);
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    dpi: Math.max(72, seenDpi * scale),
  };
  const [dx, dy] = [size.width * trimmed, size.height * trimmed];
  const frame: Quad = [
    [-dx, -dy],
    [size.width + dx, -dy],
    [size.width + dx, size.height + dy],
    [-dx, size.height + dy],
  ];
  const toPicture = homographyOf(frame, sheet);
  return toPicture && { raster: warp(raster, toPicture, size), toPicture, seenDpi };
}

/** What was read of a straightened sheet, placed on the picture it is of. */
function onPicture(read: RasterPage, straight: Straight, picture: Raster, number: number): RasterPage {
  const { raster: sheet, toPicture } = straight;
  const { turn } = read;
  const move = (box: Box): Box => {
    const corners: Point[] = [
      [box[0], box[1]],
      [box[2], box[1]],
      [box[2], box[3]],
      [box[0], box[3]],
    ];
    const boxes = corners.map(([x, y]): Box => {
      const on = unturned([(x * sheet.dpi) / 72, (y * sheet.dpi) / 72], turn, sheet);
      const [px, py] = turned(mapPoint(toPicture, on), turn, picture);
      const [qx, qy] = [(px * 72) / picture.dpi, (py * 72) / picture.dpi];
      return [qx, qy, qx, qy];
    });
    return boxAround(boxes) ?? box;
  };
  const across = turn === 90 || turn === 270;
  const points = 72 / picture.dpi;
  const page: Page = {
    ...read.page,
    width: (across ? picture.height : picture.width) * points,
    height: (across ? picture.width : picture.height) * points,
  };
  const blocks = aroundCharacters(moveBlocks(read.blocks, move));
  return { page, blocks, turn, problems: [...read.problems, ...poor(read.blocks, straight, number)] };
}

function poor(blocks: readonly Block[], { seenDpi }: Straight, page: number): Problem[] {
  let sum = 0;
  let count = 0;
  for (const { text, confidence } of linesOf(blocks)) {
    sum += confidence * text.length;
    count += text.length;
  }
  const dim = count > 0 && sum / count < leastConfidence;
  if (seenDpi >= leastDpi && !dim) return [];
  const values = { dpi: Math.round(seenDpi) };
  return [{ code: 'photo-poor', values, page }];
}

/** A point of a raster, on that raster turned clockwise. */
function turned([x, y]: Point, turn: Turn, { width, height }: Raster): Point {
  if (turn === 90) return [height - y, x];
  if (turn === 180) return [width - x, height - y];
  return turn === 270 ? [y, width - x] : [x, y];
}

/** Back from the turned raster; `width` and `height` are those of the raster before it was turned. */
function unturned([x, y]: Point, turn: Turn, { width, height }: Raster): Point {
  if (turn === 90) return [y, height - x];
  if (turn === 180) return [width - x, height - y];
  return turn === 270 ? [width - y, x] : [x, y];
}
