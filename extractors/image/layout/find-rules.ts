import type { Ink } from '../ink.ts';
import { cutBareStretches } from '../ticks/bare-stretches.ts';
import { joinPieces, joinRuns, type Piece, type PixelRule, runsAlong } from './ink-runs.ts';

/**
 * Inches. Below `sure` a line counts only when both its ends meet sure lines of the other direction. `whole` is
 * the least unbroken part of a line: strokes of characters that stand in a row are shorter.
 */
const least = {
  length: 0.15,
  sure: 0.5,
  gap: 0.06,
  underline: 0.25,
  whole: 0.36,
  thin: 0.02,
  cell: 0.2,
};
/** Share of a line that must be drawn: strokes of characters that stand in line cover less. */
const drawn = 0.88;
const unbroken = 0.97;
const thickest = 0.05;

/**
 * Ruled lines of a page: long straight runs of ink, tolerant of small gaps (noise, breaks) and of drift by a
 * residual skew up to about half a degree (`print`, where the ink given is of a smoothed page). Strokes of
 * characters and the sides of tick boxes are left out.
 */
export function findRules(ink: Ink, print: Ink = ink): PixelRule[] {
  const across = linesAlong(ink, 'horizontal');
  const down = linesAlong(ink, 'vertical');
  const sure = least.sure * ink.dpi;
  const long = (rule: PixelRule) => rule.end - rule.start >= sure;
  const met = (rule: PixelRule, others: readonly PixelRule[]) => ends(rule, others, ink.dpi);
  const longDown = down.filter(long);
  // A line that reaches no other is an underline: it holds no cell.
  const isBorder = (rule: PixelRule) => met(rule, longDown) > 0 || met(rule, down) === 2;
  const borders = across.filter((rule) => long(rule) && isBorder(rule));
  const level = across.filter((rule) =>
    long(rule) ? isBorder(rule) || isUnderline(ink, print, rule) : met(rule, longDown) === 2,
  );
  const upright = withoutCrowds(
    down.filter((rule) => long(rule) || met(rule, borders) === 2),
    long,
    least.cell * ink.dpi,
  );
  return [...level, ...cutBareStretches(ink, upright, borders)];
}

/** Leaves out short rules nearer to each other than cells are wide: strokes of characters that fill a row. */
function withoutCrowds(
  rules: readonly PixelRule[],
  long: (rule: PixelRule) => boolean,
  width: number,
): PixelRule[] {
  const crowds = (a: PixelRule, b: PixelRule) =>
    a !== b && !long(b) && Math.abs(a.at - b.at) < width && a.start < b.end && b.start < a.end;
  return rules.filter((rule) => long(rule) || !rules.some((other) => crowds(rule, other)));
}

/**
 * Underlines, also those too short to be rules: thin lines longer than any stroke of a character in running text,
 * without the gaps between characters (`print`, where the ink given is of a smoothed page).
 */
export function findUnderlines(ink: Ink, print: Ink = ink): PixelRule[] {
  return linesAlong(ink, 'horizontal').filter(
    (rule) =>
      rule.end - rule.start >= least.underline * ink.dpi &&
      isUnderline(ink, print, rule) &&
      !isDash(ink, rule),
  );
}

/** A thin line without gaps: feet of characters that stand in a row leave some. */
function isUnderline(ink: Ink, print: Ink, rule: PixelRule): boolean {
  return rule.thickness <= least.thin * ink.dpi && inkAlong(print, rule) >= unbroken;
}

/** A dash stands at half the height of its neighbours: they have ink just below it, those of an underline do not. */
function isDash(ink: Ink, rule: PixelRule): boolean {
  const top = Math.round(rule.at + rule.thickness / 2) + 2;
  const bottom = Math.min(ink.height, top + Math.round(ink.dpi * 0.025));
  const reach = Math.round(ink.dpi * 0.12);
  const inked = (from: number, to: number) => {
    let count = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = Math.max(0, from); x < Math.min(ink.width, to); x++) count += ink.data[y * ink.width + x]!;
    }
    return count > (bottom - top) * reach * 0.06;
  };
  return inked(rule.start - reach, rule.start - 2) || inked(rule.end + 2, rule.end + reach);
}

/** How many ends of a rule meet one of the others. */
function ends(rule: PixelRule, others: readonly PixelRule[], dpi: number): number {
  return Number(meets(rule, rule.start, others, dpi)) + Number(meets(rule, rule.end, others, dpi));
}

function meets(rule: PixelRule, end: number, others: readonly PixelRule[], dpi: number): boolean {
  // Close: strokes of characters in a narrow row end only a few pixels short of its borders.
  const touch = dpi * 0.008 + 1.5;
  const slack = dpi * 0.03;
  return others.some(
    (other) =>
      Math.abs(other.at - end) <= touch + other.thickness / 2 &&
      rule.at >= other.start - slack &&
      rule.at <= other.end + slack,
  );
}

function linesAlong(ink: Ink, direction: PixelRule['direction']): PixelRule[] {
  const { dpi } = ink;
  const groups = joinRuns(runsAlong(ink, direction), Math.round(dpi * 0.02));
  const pieces: Piece[] = [];
  for (const runs of groups) {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    let area = 0;
    let moment = 0;
    let top = Number.POSITIVE_INFINITY;
    let bottom = 0;
    let longest = 0;
    for (const run of runs) {
      const length = run.end - run.start;
      longest = Math.max(longest, length);
      start = Math.min(start, run.start);
      end = Math.max(end, run.end);
      top = Math.min(top, run.row);
      bottom = Math.max(bottom, run.row);
      area += length;
      moment += length * run.row;
    }
    const thickness = area / (end - start);
    const drift = (end - start) * 0.012;
    if (thickness > thickest * dpi || bottom - top + 1 > thickness * 2 + drift + 3) continue;
    pieces.push({ direction, start, end, at: moment / area + 0.5, thickness, longest });
  }
  return joinPieces(pieces, least.gap * dpi, Math.max(2, dpi * 0.015)).filter(
    (rule) =>
      rule.end - rule.start >= least.length * dpi &&
      rule.longest >= Math.min(least.whole * dpi, (rule.end - rule.start) * 0.9) &&
      inkAlong(ink, rule) >= drawn,
  );
}

/** Share of a rule's length that has ink on it, looking its thickness and a little drift to both sides. */
function inkAlong({ width, height, data }: Ink, rule: PixelRule): number {
  const along = rule.direction === 'horizontal';
  const reach = Math.ceil(rule.thickness / 2) + 1 + Math.round((rule.end - rule.start) * 0.004);
  const limit = (along ? height : width) - 1;
  const low = Math.max(0, Math.floor(rule.at) - reach);
  const high = Math.min(limit, Math.floor(rule.at) + reach);
  let count = 0;
  for (let i = rule.start; i < rule.end; i++) {
    for (let j = low; j <= high; j++) {
      if (!data[along ? j * width + i : i * width + j]) continue;
      count++;
      break;
    }
  }
  return count / (rule.end - rule.start);
}
