import type { Ink } from './ink.ts';

/** A drawn line in pixels: along one axis from `start` to `end`, across it at `at`. */
export interface PixelRule {
  readonly direction: 'horizontal' | 'vertical';
  readonly start: number;
  readonly end: number;
  /** Middle across. */
  readonly at: number;
  /** Pixels across. */
  readonly thickness: number;
}

interface Piece extends PixelRule {
  /** The longest unbroken part. */
  readonly longest: number;
}

interface Run {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  group: number;
}

/**
 * Inches. Below `sure` a line counts only when both its ends meet sure lines of the other direction. `whole` is
 * the least unbroken part of a line: strokes of characters that stand in a row are shorter.
 */
const least = {
  run: 0.12,
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
 * residual skew up to about half a degree (`print`, where the ink given is of a smoothed page). Strokes of characters and the sides of tick boxes are left out.
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
  return [
    ...across.filter((rule) =>
      long(rule) ? isBorder(rule) || isUnderline(ink, print, rule) : met(rule, longDown) === 2,
    ),
    ...withoutCrowds(
      down.filter((rule) => long(rule) || met(rule, borders) === 2),
      long,
      least.cell * ink.dpi,
    ),
  ];
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

/** Runs of ink at least `least.run` long, holes of a few pixels bridged; a run may step by one pixel across. */
function runsAlong(ink: Ink, direction: PixelRule['direction']): Run[] {
  const { width, height, data, dpi } = ink;
  const along = direction === 'horizontal';
  const rows = along ? height : width;
  const length = along ? width : height;
  const stepAlong = along ? 1 : width;
  const stepAcross = along ? width : 1;
  const shortest = least.run * dpi;
  const hole = Math.max(2, Math.round(dpi / 75));
  const runs: Run[] = [];
  for (let row = 0; row < rows; row++) {
    const base = row * stepAcross;
    const next = row + 1 < rows ? stepAcross : 0;
    let start = -1;
    let last = -1;
    let own = 0;
    const close = () => {
      // The neighbouring row only bridges steps: most of the run must be this row's own.
      if (start >= 0 && last + 1 - start >= shortest && own * 2 >= last + 1 - start) {
        runs.push({ row, start, end: last + 1, group: -1 });
      }
      start = -1;
      own = 0;
    };
    for (let i = 0; i < length; i++) {
      const at = base + i * stepAlong;
      const here = data[at]!;
      if (!here && !data[at + next]) continue;
      if (start >= 0 && i - last - 1 > hole) close();
      if (start < 0) start = i;
      last = i;
      own += here;
    }
    close();
  }
  return runs;
}

/** Groups runs of neighbouring rows that overlap or nearly touch. */
function joinRuns(runs: readonly Run[], slack: number): Run[][] {
  const parents: number[] = runs.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  let from = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    while (runs[from]!.row < run.row - 2) from++;
    for (let j = from; j < i; j++) {
      const other = runs[j]!;
      if (other.start <= run.end + slack && run.start <= other.end + slack) parents[root(j)] = root(i);
    }
  }
  const groups = new Map<number, Run[]>();
  runs.forEach((run, i) => {
    const key = root(i);
    const group = groups.get(key);
    if (group) group.push(run);
    else groups.set(key, [run]);
  });
  return [...groups.values()];
}

/** Joins pieces of one line that stand end to end. */
function joinPieces(pieces: readonly Piece[], gap: number, shift: number): Piece[] {
  const joined: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const index = joined.findIndex(
      (rule) => Math.abs(rule.at - piece.at) <= shift && piece.start - rule.end <= gap,
    );
    const rule = joined[index];
    if (!rule) {
      joined.push(piece);
      continue;
    }
    const own = rule.end - rule.start;
    const added = piece.end - piece.start;
    joined[index] = {
      direction: rule.direction,
      start: rule.start,
      end: Math.max(rule.end, piece.end),
      at: (rule.at * own + piece.at * added) / (own + added),
      thickness: Math.max(rule.thickness, piece.thickness),
      longest: Math.max(rule.longest, piece.longest),
    };
  }
  return joined;
}
