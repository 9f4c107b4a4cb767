import type { Line, ReadBy } from '../../core/document.ts';
import { type Box, boxAround } from '../../core/place.ts';
import { isWide } from './characters.ts';

/** One character with its box in points. */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** Points; the box's height where absent. */
  readonly fontSize?: number;
  readonly confidence?: number;
  /** Probability that this very character is right. */
  readonly certainty?: number;
  /** The recognised run it comes from: its spaces are known, so only a wide gap adds one. */
  readonly run?: number;
}

const blank = /^\s$/u;

/** The lines of some characters from top to bottom, with spaces where gaps are wide. */
export function linesFrom(glyphs: readonly Glyph[], page: number, readBy: ReadBy): Line[] {
  const columns = verticalColumns(glyphs);
  const rows = columns ?? rowsOf(glyphs);
  return rows.flatMap((row) => lineOf(row, page, readBy, columns !== undefined) ?? []);
}

interface Row {
  y0: number;
  y1: number;
  readonly glyphs: Glyph[];
}

/**
 * Characters that stand side by side. Larger ones found the rows, so that raised and lowered small ones join
 * the row they belong to; blanks come last and never found one.
 */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Row[] = [];
  const height = (glyph: Glyph) => glyph.box[3] - glyph.box[1];
  const ink = glyphs.filter((glyph) => !blank.test(glyph.text));
  const typical = median(ink.map(height));
  const place = (glyph: Glyph, mayFound: boolean) => {
    const [, y0, , y1] = glyph.box;
    let best: Row | undefined;
    let most = 0;
    for (let i = lowerBound(rows, y0); i < rows.length; i++) {
      const row = rows[i];
      if (!row || row.y0 > y1) break;
      const shared = (Math.min(y1, row.y1) - Math.max(y0, row.y0)) / Math.min(y1 - y0, row.y1 - row.y0);
      if (shared > most) {
        most = shared;
        best = row;
      }
    }
    if (best && most >= 0.5) best.glyphs.push(glyph);
    else if (mayFound) {
      let at = rows.length;
      while (at > 0 && (rows[at - 1]?.y0 ?? 0) > y0) at--;
      rows.splice(at, 0, { y0, y1, glyphs: [glyph] });
    }
  };
  const rank = (glyph: Glyph) => (height(glyph) < typical * 0.75 ? 2 : height(glyph) > typical * 1.6 ? 1 : 0);
  for (const wanted of [0, 1, 2]) {
    for (const glyph of ink) if (rank(glyph) === wanted) place(glyph, true);
  }
  for (const glyph of glyphs) if (blank.test(glyph.text)) place(glyph, false);
  const order = new Map(glyphs.map((glyph, i) => [glyph, i]));
  return rows.map((row) =>
    row.glyphs.sort((a, b) => a.box[0] - b.box[0] || (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  );
}

/** The first row that could still reach down to `y`: rows are sorted by their upper edge. */
function lowerBound(rows: readonly Row[], y: number): number {
  let i = rows.length;
  let misses = 0;
  while (i > 0 && misses < 3) {
    i--;
    if ((rows[i]?.y1 ?? 0) < y) misses++;
  }
  return i;
}

/** Columns from right to left when the characters were set downwards in several columns. */
function verticalColumns(glyphs: readonly Glyph[]): Glyph[][] | undefined {
  const ink = glyphs.filter((glyph) => !blank.test(glyph.text));
  if (ink.length < 4 || ink.length > 200) return undefined;
  const columns: Glyph[][] = [];
  let downwards = 0;
  for (const [i, glyph] of ink.entries()) {
    const before = ink[i - 1];
    const size = glyph.box[2] - glyph.box[0];
    const below =
      before !== undefined &&
      Math.abs(centre(glyph) - centre(before)) < size * 0.4 &&
      glyph.box[1] - before.box[1] > size * 0.5 &&
      glyph.box[1] - before.box[3] < size * 0.6;
    if (below) downwards++;
    if (below) columns.at(-1)?.push(glyph);
    else columns.push([glyph]);
  }
  const long = columns.length * 3 <= ink.length;
  if (columns.length < 2 || !long || downwards < (ink.length - 1) * 0.6) return undefined;
  return columns.sort((a, b) => centre(b[0]) - centre(a[0]));
}

const centre = (glyph: Glyph | undefined) => (glyph ? (glyph.box[0] + glyph.box[2]) / 2 : 0);

function lineOf(sorted: readonly Glyph[], page: number, readBy: ReadBy, vertical: boolean): Line | undefined {
  let text = '';
  const boxes: Box[] = [];
  const certainty: number[] = [];
  let confidence = 1;
  let last: Glyph | undefined;
  const put = (piece: string, box: Box, sure = 1) => {
    text += piece;
    for (let i = 0; i < piece.length; i++) {
      boxes.push(box);
      certainty.push(sure);
    }
  };
  for (const glyph of sorted) {
    if (last && drawnTwice(last, glyph)) continue;
    if (last && !vertical && !blank.test(last.text) && !blank.test(glyph.text) && isGap(last, glyph)) {
      put(' ', [last.box[2], last.box[1], Math.max(last.box[2], glyph.box[0]), last.box[3]]);
    }
    put(blank.test(glyph.text) && glyph.text !== '\u3000' ? ' ' : glyph.text, glyph.box, glyph.certainty);
    confidence = Math.min(confidence, glyph.confidence ?? 1);
    last = glyph;
  }
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const box = boxAround(boxes.slice(start, end));
  if (!box || end <= start) return undefined;
  return {
    text: text.slice(start, end),
    place: { page, box },
    boxes: boxes.slice(start, end),
    readBy,
    confidence,
    ...(sorted.some((glyph) => glyph.certainty !== undefined)
      ? { certainty: certainty.slice(start, end) }
      : {}),
  };
}

/** The same character over itself: how some writers make bold type. */
function drawnTwice(last: Glyph, glyph: Glyph): boolean {
  return (
    last.text === glyph.text &&
    Math.abs(glyph.box[0] - last.box[0]) < 0.3 * (glyph.box[2] - glyph.box[0]) &&
    Math.abs(glyph.box[1] - last.box[1]) < 0.3 * (glyph.box[3] - glyph.box[1])
  );
}

/** Whether the gap between two characters is a space: narrow for letters, wide between ideographs. */
function isGap(last: Glyph, glyph: Glyph): boolean {
  const size = Math.min(last.fontSize ?? heightOf(last), glyph.fontSize ?? heightOf(glyph));
  const gap = glyph.box[0] - last.box[2];
  if (last.run !== undefined && last.run === glyph.run) return gap > size * 1.5;
  const wides = Number(isWide(last.text)) + Number(isWide(glyph.text));
  return gap > size * (wides === 2 ? 0.6 : wides === 1 ? 0.45 : 0.22);
}

const heightOf = (glyph: Glyph) => glyph.box[3] - glyph.box[1];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
