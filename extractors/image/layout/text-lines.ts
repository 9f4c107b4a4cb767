import type { Box } from '../../../core/place.ts';
import type { Ink } from '../ink.ts';

/** What projection found in a region: lines of text from top to bottom, each as pieces from left to right. */
export interface TextBand {
  readonly top: number;
  readonly bottom: number;
  readonly pieces: readonly Box[];
}

/** Inches: the smallest and largest print that projection is trusted with. */
const smallest = 0.055;
const largest = 0.42;

/**
 * The text lines of a region, by counting ink row by row (a page must be unskewed for that).
 * `usual` is the height of a line on the page, where known, to cut lines that touch.
 * `undefined` when rows do not tell the lines apart: pictures, seals, handwriting across lines, columns.
 */
export function textBands(ink: Ink, region: Box, usual?: number): TextBand[] | undefined {
  const [x0, y0, x1, y1] = within(ink, region);
  const counts = rowCounts(ink, x0, y0, x1, y1);
  const raw = bandsOf(counts, y0, 1 + Math.floor((x1 - x0) * 0.0015));
  const bands = splitJoined(joinScraps(raw, ink.dpi), counts, y0, ink.dpi, usual);
  const kept: TextBand[] = [];
  for (const [top, bottom] of bands) {
    if (bottom - top < smallest * ink.dpi * 0.6) continue;
    if (bottom - top > largest * ink.dpi) return undefined;
    const pieces = piecesOf(ink, [x0, top, x1, bottom]);
    if (pieces.length > 0) kept.push({ top, bottom, pieces });
  }
  return kept;
}

/** The usual height of lines in some regions, in pixels. */
export function usualHeight(ink: Ink, regions: readonly Box[]): number | undefined {
  const heights = regions.flatMap((region) => {
    const [x0, y0, x1, y1] = within(ink, region);
    return joinScraps(bandsOf(rowCounts(ink, x0, y0, x1, y1), y0, 1), ink.dpi)
      .map(([top, bottom]) => bottom - top)
      .filter((height) => height >= smallest * ink.dpi);
  });
  return median(heights);
}

/** Ink in a line cut at wide gaps (wider than `share` of its height). */
export function piecesOf(ink: Ink, box: Box, share = 1.1): Box[] {
  const [x0, y0, x1, y1] = within(ink, box);
  const counts = new Uint32Array(Math.max(0, x1 - x0));
  for (let y = y0; y < y1; y++) {
    const row = y * ink.width;
    for (let x = x0; x < x1; x++) counts[x - x0]! += ink.data[row + x]!;
  }
  const gap = Math.max(3, (y1 - y0) * share);
  const pieces: [number, number][] = [];
  for (const [start, end] of bandsOf(counts, x0, 1)) {
    const last = pieces.at(-1);
    if (last && start - last[1] <= gap) last[1] = end;
    else pieces.push([start, end]);
  }
  return pieces
    .filter(([start, end]) => end - start >= 2 || y1 - y0 > (end - start) * 4)
    .map(([start, end]) => [start, y0, end, y1]);
}

function rowCounts(ink: Ink, x0: number, y0: number, x1: number, y1: number): Uint32Array {
  const counts = new Uint32Array(Math.max(0, y1 - y0));
  for (let y = y0; y < y1; y++) {
    let sum = 0;
    const row = y * ink.width;
    for (let x = x0; x < x1; x++) sum += ink.data[row + x]!;
    counts[y - y0] = sum;
  }
  return counts;
}

/** Stretches with more than `least` − 1 counts, as start and end. */
function bandsOf(counts: Uint32Array, offset: number, least: number): [number, number][] {
  const bands: [number, number][] = [];
  let start = -1;
  for (let i = 0; i <= counts.length; i++) {
    const inked = i < counts.length && counts[i]! >= least;
    if (inked && start < 0) start = i;
    if (!inked && start >= 0) {
      bands.push([offset + start, offset + i]);
      start = -1;
    }
  }
  return bands;
}

/** Low bands (a dot, the bar of 一, the head of 三) join the nearest band when together they are one line high. */
function joinScraps(bands: readonly [number, number][], dpi: number): [number, number][] {
  const joined: [number, number][] = bands.map(([top, bottom]) => [top, bottom]);
  const heights = joined.map(([top, bottom]) => bottom - top).filter((h) => h >= smallest * dpi);
  const usual = median(heights) ?? smallest * 2 * dpi;
  for (;;) {
    let best = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i + 1 < joined.length; i++) {
      const [top, low] = joined[i]!;
      const [high, bottom] = joined[i + 1]!;
      const scrap = Math.min(low - top, bottom - high) < usual * 0.62;
      if (scrap && bottom - top <= usual * 1.25 && high - low < nearest) {
        nearest = high - low;
        best = i;
      }
    }
    if (best < 0) return joined;
    joined[best]![1] = joined[best + 1]![1];
    joined.splice(best + 1, 1);
  }
}

/** Bands as high as several lines are cut where rows have the least ink, if that is little. */
function splitJoined(
  bands: readonly [number, number][],
  counts: Uint32Array,
  offset: number,
  dpi: number,
  known: number | undefined,
): [number, number][] {
  const heights = bands.map(([top, bottom]) => bottom - top).filter((h) => h >= smallest * dpi);
  const usual = bands.length > 2 ? median(heights) : known;
  if (usual === undefined) return [...bands];
  return bands.flatMap(([top, bottom]): [number, number][] => {
    const lines = Math.round((bottom - top) / (usual * 1.15));
    if (bottom - top < usual * 1.6 || lines < 2 || lines > 8) return [[top, bottom]];
    const cuts = [top];
    let mean = 0;
    for (let y = top; y < bottom; y++) mean += counts[y - offset]! / (bottom - top);
    for (let i = 1; i < lines; i++) {
      const middle = top + ((bottom - top) * i) / lines;
      let best = Math.round(middle);
      for (let y = Math.ceil(middle - usual * 0.35); y <= middle + usual * 0.35; y++) {
        if (counts[y - offset]! < counts[best - offset]!) best = y;
      }
      if (counts[best - offset]! > mean * 0.35) return [[top, bottom]];
      cuts.push(best);
    }
    cuts.push(bottom);
    return cuts.slice(1).map((end, i) => [cuts[i]!, end]);
  });
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1];
}

function within(ink: Ink, [x0, y0, x1, y1]: Box): [number, number, number, number] {
  return [
    Math.max(0, Math.floor(x0)),
    Math.max(0, Math.floor(y0)),
    Math.min(ink.width, Math.ceil(x1)),
    Math.min(ink.height, Math.ceil(y1)),
  ];
}
