import type { Ink } from '../ink.ts';

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

/** Runs that belong together. */
export interface Piece extends PixelRule {
  /** The longest unbroken part. */
  readonly longest: number;
}

/** Ink without a gap along a row (or column) of the page. */
export interface Run {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  group: number;
}

/** Inches. */
const leastRun = 0.12;

/** Runs of ink at least `leastRun` long, holes of a few pixels bridged; a run may step by one pixel across. */
export function runsAlong(ink: Ink, direction: PixelRule['direction']): Run[] {
  const { width, height, data, dpi } = ink;
  const along = direction === 'horizontal';
  const rows = along ? height : width;
  const length = along ? width : height;
  const stepAlong = along ? 1 : width;
  const stepAcross = along ? width : 1;
  const shortest = leastRun * dpi;
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
export function joinRuns(runs: readonly Run[], slack: number): Run[][] {
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
export function joinPieces(pieces: readonly Piece[], gap: number, shift: number): Piece[] {
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
