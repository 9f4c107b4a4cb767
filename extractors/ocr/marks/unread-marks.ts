import type { Box } from '../../../core/place.ts';
import { isWide } from '../../grid/characters.ts';
import type { TextRun } from '../../grid/layout.ts';
import { type Ink, share } from '../../image/ink.ts';
import { judgeMark, markBox } from '../../image/ticks/judge-mark.ts';
import type { TickBox } from '../../image/ticks/tick-boxes.ts';
import type { PageScan } from '../page-scan.ts';

type Scan = Pick<PageScan, 'ink' | 'grey'>;

/** From and to, in pixels across the page. */
type Stretch = readonly [number, number];

const overlaps = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Share of a character's width by which the engine may misplace it. */
const slack = 0.16;

/**
 * Tick boxes of a piece of a line in which the engine read `run`, but no box: marks that nothing else explains, and
 * marks joined to the option behind them. `sides` are those of the page's boxes, in pixels.
 */
export function unreadMarks(scan: Scan, piece: Box, run: TextRun, sides: readonly number[]): TickBox[] {
  const own = sideOfBoxes(scan, piece, run);
  if (!run.boxes || (sides.length === 0 && own === undefined)) return [];
  const stretches = unexplained(scan, piece, run);
  const marks = sides.length === 0 ? [] : strangeMarks(scan, piece, stretches, sizeRange(sides, piece));
  const joined = own === undefined ? [] : joinedMarks(scan, piece, stretches, own);
  return [...marks, ...joined.filter(({ box }) => !marks.some((mark) => overlaps(mark.box, box)))];
}

/**
 * ☒, ■ and boxes that a pen ran over have no four clean sides, and engines drop them without a word: ink that no
 * recognised character explains, as large as the page's boxes, is one.
 */
function strangeMarks(
  scan: Scan,
  piece: Box,
  stretches: readonly Stretch[],
  size: readonly [number, number],
): TickBox[] {
  return stretches.flatMap(([from, to]) => {
    const box = markBox(scan.ink, [from, piece[1], to, piece[3]]);
    return box && fits(box, size) && standsApart(scan.ink, piece, box) ? [judgeMark(scan, box)] : [];
  });
}

/** There is a gap before an option's box, or behind it where it follows its option; a character has none. */
function standsApart(ink: Ink, [left, top, right, bottom]: Box, [x0, , x1]: Box): boolean {
  const gap = (x1 - x0) * 0.3;
  const blank = (from: number, to: number) => share(ink, [from, top, to, bottom]) < 0.005;
  return x0 - left < gap || right - x1 < gap || blank(x0 - gap, x0 - 1) || blank(x1 + 1, x1 + gap);
}

/**
 * Marks that a pen joined to the option behind them: what is left to see of such a mark is its left edge, as high as
 * the line's own boxes (`side`).
 */
function joinedMarks(scan: Scan, piece: Box, stretches: readonly Stretch[], side: number): TickBox[] {
  return stretches.flatMap(([from, to]) => {
    const edge = markBox(scan.ink, [from, piece[1], to, piece[3]]);
    const height = edge ? edge[3] - edge[1] : 0;
    if (!edge || Math.abs(height - side) > Math.max(2, side * 0.2) || to - from > side) return [];
    const box = markBox(scan.ink, [from, piece[1], from + side * 1.2, piece[3]]);
    return box ? [judgeMark(scan, box)] : [];
  });
}

/** The side of the boxes among a run's characters, in pixels; as high as characters they tell nothing of an edge. */
function sideOfBoxes(scan: Scan, piece: Box, run: TextRun): number | undefined {
  const sides = boxesIn(scan, run).map(([x0, y0, x1, y1]) => Math.max(x1 - x0, y1 - y0));
  const side = Math.max(...sides, 0);
  return side < 8 || side > (piece[3] - piece[1]) * 0.65 ? undefined : side;
}

/** What is drawn in the places of a run's boxes. */
function boxesIn(scan: Pick<PageScan, 'ink'>, run: TextRun): Box[] {
  return [...run.text].flatMap((char, i) => {
    const place = /[☐☑]/u.test(char) ? run.boxes?.[i] : undefined;
    const box = place && markBox(scan.ink, place);
    return box ? [box] : [];
  });
}

/** A piece of a line in which the engine read nothing, when it is a mark by itself. */
export function loneMark(scan: Scan, piece: Box, sides: readonly number[]): TickBox | undefined {
  const box = markBox(scan.ink, piece);
  if (sides.length === 0 || !box || !fits(box, sizeRange(sides, piece))) return undefined;
  return judgeMark(scan, box);
}

/** Filled boxes are often printed smaller than empty ones, ticked ones larger. */
function sizeRange(sides: readonly number[], [, top, , bottom]: Box): readonly [number, number] {
  const smallest = Math.min(...sides);
  const largest = Math.max(...sides);
  return [Math.max(5, smallest * 0.6, (bottom - top) * 0.4), Math.max(largest * 1.35, (bottom - top) * 1.1)];
}

function fits([x0, y0, x1, y1]: Box, [least, most]: readonly [number, number]): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const long = Math.max(width, height);
  return (
    Math.min(width, height) >= least * 0.8 &&
    long >= least &&
    long <= most &&
    long <= Math.min(width, height) * 1.7
  );
}

/** Stretches of a piece with ink that no character of the run covers, in pixels. */
function unexplained(scan: Scan, piece: Box, run: TextRun): Stretch[] {
  const { ink } = scan;
  const [x0, y0, x1, y1] = piece.map(Math.round) as [number, number, number, number];
  const covered = new Uint8Array(Math.max(0, x1 - x0));
  const width = wideWidth(run, y1 - y0);
  [...run.text].forEach((char, i) => {
    const box = run.boxes?.[i];
    if (!box) return;
    const half = (width * (isWide(char) ? 1 : 0.55)) / 2 + width * slack;
    const middle = (box[0] + box[2]) / 2;
    covered.fill(1, Math.max(0, Math.round(middle - half) - x0), Math.max(0, Math.round(middle + half) - x0));
  });
  const found: [number, number][] = [];
  const gap = Math.max(2, Math.round(width * 0.12));
  for (let x = x0; x < x1; x++) {
    if (covered[x - x0]) continue;
    let inked = false;
    for (let y = y0; y < y1 && !inked; y++) inked = ink.data[y * ink.width + x] === 1;
    if (!inked) continue;
    const last = found.at(-1);
    if (last && x - last[1] <= gap) last[1] = x + 1;
    else found.push([x, x + 1]);
  }
  return found;
}

/** How wide the full-width characters of a run are: their usual distance. */
function wideWidth(run: TextRun, height: number): number {
  const steps: number[] = [];
  const characters = [...run.text];
  for (let i = 1; i < characters.length; i++) {
    const [before, here] = [run.boxes?.[i - 1], run.boxes?.[i]];
    if (!before || !here || !isWide(characters[i - 1]!) || !isWide(characters[i]!)) continue;
    steps.push((here[0] + here[2] - before[0] - before[2]) / 2);
  }
  steps.sort((a, b) => a - b);
  const usual = steps[(steps.length - 1) >> 1] ?? height;
  return Math.max(height * 0.7, Math.min(height * 1.3, usual));
}
