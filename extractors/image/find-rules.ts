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

interface Run {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  group: number;
}

/** Inches. Below `sure` a line counts only when both its ends meet sure lines of the other direction. */
const least = { run: 0.12, length: 0.15, sure: 0.5, gap: 0.09 };
const thickest = 0.05;

/**
 * Ruled lines of a page: long straight runs of ink, tolerant of small gaps (noise, breaks) and of drift by a
 * residual skew up to about half a degree. Strokes of characters and the sides of tick boxes are left out.
 */
export function findRules(ink: Ink): PixelRule[] {
  const across = linesAlong(ink, 'horizontal');
  const down = linesAlong(ink, 'vertical');
  const sure = least.sure * ink.dpi;
  const sureAcross = across.filter((rule) => rule.end - rule.start >= sure);
  const sureDown = down.filter((rule) => rule.end - rule.start >= sure);
  const anchored = (rule: PixelRule, others: readonly PixelRule[]) =>
    rule.end - rule.start >= sure ||
    (meets(rule, rule.start, others, ink.dpi) && meets(rule, rule.end, others, ink.dpi));
  return [
    ...across.filter((rule) => anchored(rule, sureDown)),
    ...down.filter((rule) => anchored(rule, sureAcross)),
  ];
}

function meets(rule: PixelRule, end: number, others: readonly PixelRule[], dpi: number): boolean {
  const slack = dpi * 0.03;
  return others.some(
    (other) =>
      Math.abs(other.at - end) <= slack && rule.at >= other.start - slack && rule.at <= other.end + slack,
  );
}

function linesAlong(ink: Ink, direction: PixelRule['direction']): PixelRule[] {
  const { dpi } = ink;
  const groups = joinRuns(runsAlong(ink, direction), Math.round(dpi * 0.02));
  const pieces: PixelRule[] = [];
  for (const runs of groups) {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    let area = 0;
    let moment = 0;
    let top = Number.POSITIVE_INFINITY;
    let bottom = 0;
    for (const run of runs) {
      const length = run.end - run.start;
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
    pieces.push({ direction, start, end, at: moment / area + 0.5, thickness });
  }
  return joinPieces(pieces, least.gap * dpi, Math.max(2, dpi * 0.015)).filter(
    (rule) => rule.end - rule.start >= least.length * dpi,
  );
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
function joinPieces(pieces: readonly PixelRule[], gap: number, shift: number): PixelRule[] {
  const joined: PixelRule[] = [];
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
    };
  }
  return joined;
}
