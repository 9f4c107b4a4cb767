import { unreadable } from '../../core/document.ts';
import type { Box } from '../../core/place.ts';
import type { TextRun } from '../grid/layout.ts';
import { crop, whiten } from '../image/crop.ts';
import { share } from '../image/ink.ts';
import { piecesOf, type TextBand, textBands } from '../image/layout/text-lines.ts';
import { faintBoxIn } from '../image/ticks/faint-box.ts';
import type { TickBox } from '../image/ticks/tick-boxes.ts';
import type { Raster } from '../raster.ts';
import type { OcrEngine, OcrLine } from './engines/engine.ts';
import { readsAsCharacter, withMisreadBoxes } from './marks/misread-boxes.ts';
import { isTrusted, optionBoxes, trustedSides } from './marks/option-boxes.ts';
import { loneMark, unreadMarks } from './marks/unread-marks.ts';
import type { PageScan } from './page-scan.ts';

/** A region of a page with its lines and the squares that may be its tick boxes. */
export interface Region {
  readonly scan: PageScan;
  readonly box: Box;
  /** Whether it is a cell of a table. */
  readonly cell: boolean;
  /** Height of a line on this page, in pixels. */
  readonly usual: number;
  /** Absent where projection does not tell lines apart: then the engine's own detection finds them. */
  readonly bands?: readonly (TextBand & { readonly squares: readonly TickBox[] })[];
}

/** Tells the lines of a region apart; `usual` is the height of a line on the page. */
export function regionOf(scan: PageScan, box: Box, usual: number, cell: boolean): Region {
  const bands = textBands(scan.ink, box, usual);
  if (!bands) return { scan, box, cell, usual };
  return {
    scan,
    box,
    cell,
    usual,
    bands: bands.map((band) => ({ ...band, squares: optionBoxes(scan.ink, scan.boxes, box, band) })),
  };
}

/** Sides of the tick boxes of some regions, in pixels. */
export function boxSides(regions: readonly Region[]): number[] {
  return regions.flatMap(({ bands }) => (bands ?? []).flatMap(({ squares }) => trustedSides(squares)));
}

/** The text of a region as runs in pixels of the straightened page, read line by line. */
export async function readRegion(
  region: Region,
  sides: readonly number[],
  engine: OcrEngine,
): Promise<TextRun[]> {
  const { scan, bands, usual } = region;
  if (!bands) return detected(scan, region.box, engine);
  const runs: TextRun[] = [];
  // Marks that only nothing else explains are looked for where options stand, not in running text.
  const options =
    bands.length <= 2 || bands.some(({ squares }) => squares.some((tick) => isTrusted(tick, sides)));
  const likely = options ? sides : [];
  for (const [at, { top, bottom, pieces, squares }] of bands.entries()) {
    const boxes = squares.filter((tick) => isTrusted(tick, sides));
    const others = squaresAround(region, at, sides);
    let end = region.box[0];
    const unread: Box[] = [];
    const before = runs.length;
    for (const piece of pieces) {
      const near = boxes.filter(({ box }) => box[0] < piece[2] && box[2] > piece[0]);
      const sure = await confirmed(scan, piece, near, sides, engine, others < 2, runs.slice(before).at(-1));
      const faint = sides.length > 0 ? faintAt(scan, piece, end, usual) : undefined;
      const own = faint && !sure.some((tick) => overlaps(tick.box, faint.box)) ? [faint, ...sure] : sure;
      end = piece[2];
      for (const tick of own) runs.push(tickRun(tick, top, bottom));
      for (const part of between(scan, piece, own)) {
        const line = await readPiece(scan.grey, part, own, engine);
        if (line && line.confidence >= leastOfLine) {
          const run = withMisreadBoxes(line, scan, sides, others > 0);
          const marks = engine.placesCharacters ? unreadMarks(scan, part, run, likely) : [];
          // Between the characters of a line without boxes it is a character that the engine dropped.
          const isTick = (tick: TickBox) => others > 0 || hasBox.test(run.text) || !isInside(tick.box, run);
          runs.push(
            run,
            ...marks.map((tick) =>
              isTick(tick) ? tickRun(tick, top, bottom, doubtful) : unreadRun(tickRun(tick, top, bottom).box),
            ),
          );
          continue;
        }
        const mark = loneMark(scan, part, likely);
        if (mark) runs.push(tickRun(mark, top, bottom, doubtful));
        else if (looksLikePrint(scan, part, usual)) unread.push(part);
      }
    }
    // Marks by themselves outside tables are specks, logos and what is left of seals.
    if (region.cell || runs.length > before) for (const box of unread) runs.push(unreadRun(box));
  }
  return runs;
}

const hasBox = /[☐☑]/u;

/** Lines above and below a line of running text whose boxes may be of the same group. */
const linesAround = 2;

/** How many squares that may be boxes stand in the same cell, or outside tables in a line or those around it. */
function squaresAround({ cell, bands = [] }: Region, at: number, sides: readonly number[]): number {
  const around = cell ? bands : bands.slice(Math.max(0, at - linesAround), at + linesAround + 1);
  return around.reduce((sum, band) => sum + band.squares.filter((tick) => isTrusted(tick, sides)).length, 0);
}

/** Whether characters were read on both sides of a mark. */
function isInside(mark: Box, { boxes = [] }: TextRun): boolean {
  const middle = (mark[0] + mark[2]) / 2;
  return boxes.some((box) => box[2] < middle) && boxes.some((box) => box[0] > middle);
}

/** An empty box too faint to be ink, before a piece or at its start (`from` is where the blank before it begins). */
function faintAt(scan: PageScan, [x0, top, , bottom]: Box, from: number, usual: number): TickBox | undefined {
  const height = Math.min(bottom - top, usual * 1.1);
  if (height < usual * 0.6) return undefined;
  const slack = height * 0.15;
  const area: Box = [Math.max(from + 2, x0 - height * 1.7), top - slack, x0 + height * 1.1, bottom + slack];
  const found = faintBoxIn(scan.smooth, area, height);
  // What the threshold did see there is print.
  return found && share(scan.ink, found.box) < 0.06 ? found : undefined;
}

const overlaps = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/**
 * Leaves out squares that the engine reads as a character; clean empty ones that stand free and are as large as the
 * page's others (`sides`) need no look. `alone`: no other square stands in the same line or cell.
 */
async function confirmed(
  scan: PageScan,
  piece: Box,
  boxes: readonly TickBox[],
  sides: readonly number[],
  engine: OcrEngine,
  alone: boolean,
  previous?: TextRun,
): Promise<readonly TickBox[]> {
  const kept: TickBox[] = [];
  for (const tick of boxes) {
    const [x0, , x1] = tick.box;
    const side = x1 - x0;
    // The character 口 has about as much room before it as a box has.
    const gap = side * (tick.sure ? 0.35 : 0.6);
    const free = x0 - piece[0] < side * 0.2 || share(scan.ink, [x0 - gap, piece[1], x0 - 1, piece[3]]) < 0.01;
    if (tick.sure && !tick.ticked && free && !alone && side > usualSide(sides) * 0.7) {
      kept.push(tick);
      continue;
    }
    const around: Box = [
      Math.max(piece[0], x0 - side * (free && !alone ? 0.2 : 1.5)),
      piece[1],
      Math.min(piece[2], x1 + side * 1.4),
      piece[3],
    ];
    const close = previous && x0 - previous.box[2] < side * 0.8 ? previous.text.at(-1) : '';
    const line = await readPiece(scan.grey, around, [], engine);
    if (!readsAsCharacter(tick, line, free, close, alone)) kept.push(tick);
  }
  return kept;
}

function usualSide(sides: readonly number[]): number {
  const sorted = [...sides].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Below this what was read is noise, a picture or a seal read as if it were print. */
const leastOfLine = 0.4;

/** Whether ink that could not be read is as large and as dark as characters are. */
function looksLikePrint(scan: PageScan, box: Box, usual: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  if (width < usual * 0.25 || height < usual * 0.5 || height > usual * 2) return false;
  const ink = share(scan.ink, box);
  return ink > 0.06 && ink < 0.7;
}

/** Stands for what is written but cannot be read, so that its place is not taken for blank. */
function unreadRun(box: Box): TextRun {
  return { text: unreadable, box, boxes: [box], certainty: [0], confidence: 0 };
}

/** How sure a mark is that was seen as a box, and one that only nothing else explains. */
const seen = 0.99;
const doubtful = 0.92;

function tickRun({ box, ticked }: TickBox, top: number, bottom: number, sure = seen): TextRun {
  const place: Box = [box[0], top, box[2], bottom];
  return { text: ticked ? '☑' : '☐', box: place, boxes: [place], certainty: [sure], confidence: sure };
}

/** What is left of a piece between its tick boxes. */
function between(scan: PageScan, piece: Box, boxes: readonly TickBox[]): Box[] {
  if (boxes.length === 0) return [piece];
  const parts: Box[] = [];
  let from = piece[0];
  const put = (to: number) => {
    if (to - from >= 3) parts.push(...piecesOf(scan.ink, [from, piece[1], to, piece[3]]));
  };
  for (const { box } of [...boxes].sort((a, b) => a.box[0] - b.box[0])) {
    put(box[0] - 1);
    from = box[2] + Math.max(1, Math.round((box[2] - box[0]) * 0.06));
  }
  put(piece[2]);
  return parts;
}

async function readPiece(
  grey: Raster,
  piece: Box,
  boxes: readonly TickBox[],
  engine: OcrEngine,
): Promise<TextRun | undefined> {
  const height = piece[3] - piece[1];
  const marginY = Math.max(2, height * 0.12);
  const marginX = Math.max(2, height * 0.15);
  const box: Box = [piece[0] - marginX, piece[1] - marginY, piece[2] + marginX, piece[3] + marginY];
  const part = crop(grey, box);
  const left = Math.max(0, Math.floor(box[0]));
  const top = Math.max(0, Math.floor(box[1]));
  for (const tick of boxes) eraseBox(part, tick.box, left, top);
  const line = await engine.recogniseLine(part);
  return line && shifted(line, left, piece[1], piece[3]);
}

function eraseBox(part: Raster, [x0, y0, x1, y1]: Box, left: number, top: number): void {
  whiten(part, [x0 - left - 2, y0 - top - 2, x1 - left + 1, y1 - top + 2]);
}

/** A line of a crop as a run of the page, as high as its band. */
function shifted(line: OcrLine, left: number, top: number, bottom: number): TextRun {
  const move = (box: Box): Box => [box[0] + left, top, box[2] + left, bottom];
  return {
    text: line.text,
    box: move(line.box),
    ...(line.boxes ? { boxes: line.boxes.map(move) } : {}),
    ...(line.certainty ? { certainty: line.certainty } : {}),
    confidence: line.confidence,
  };
}

async function detected(scan: PageScan, region: Box, engine: OcrEngine): Promise<TextRun[]> {
  const part = crop(scan.grey, region);
  const left = Math.max(0, Math.floor(region[0]));
  const top = Math.max(0, Math.floor(region[1]));
  const boxes = scan.boxes.filter(
    ({ box, sure }) => sure && box[0] >= left && box[1] >= top && box[2] <= region[2] && box[3] <= region[3],
  );
  for (const { box } of boxes) eraseBox(part, box, left, top);
  const runs = (await engine.recognise(part)).map((line): TextRun => {
    const move = (box: Box): Box => [box[0] + left, box[1] + top, box[2] + left, box[3] + top];
    return { ...line, box: move(line.box), ...(line.boxes ? { boxes: line.boxes.map(move) } : {}) };
  });
  for (const tick of boxes) runs.push(tickRun(tick, tick.box[1], tick.box[3]));
  return runs;
}
