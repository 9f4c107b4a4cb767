import type { Box } from '../../core/place.ts';
import type { Rule } from './grid.ts';
import { runsOf } from './runs.ts';

/** Pieces that end and begin this close meet there, in points. */
const slack = 1.5;
/** Shorter pieces are dashes. */
const shortest = 16;
/** Fewer rules of one width above each other are no table. */
const fewest = 3;

interface Piece {
  readonly from: number;
  readonly to: number;
}

interface Level {
  readonly at: number;
  readonly pieces: readonly Piece[];
}

/**
 * The upright walls of tables that are drawn with level rules only. Writers draw a rule cell by cell: where the
 * pieces of two rules meet at the same place, a column ends there, unless writing between them runs over it.
 * The outer sides are left open.
 * @param ink boxes of the page's characters, in points
 */
export function wallsBetween(rules: readonly Rule[], ink: readonly Box[]): Rule[] {
  const levels = loneLevels(rules);
  const walls: Rule[] = [];
  for (const table of stacks(levels)) {
    const low = Math.min(...table.flatMap(({ pieces }) => pieces.map((piece) => piece.from)));
    const high = Math.max(...table.flatMap(({ pieces }) => pieces.map((piece) => piece.to)));
    const inner = (x: number) => x > low + 2 * slack && x < high - 2 * slack;
    for (const x of distinct(table.flatMap(({ pieces }) => pieces.flatMap((p) => [p.from, p.to]))).filter(
      inner,
    )) {
      const met = table.filter(({ pieces }) => pieces.some((p) => p.from <= x + slack && p.to >= x - slack));
      for (const [i, lower] of met.entries()) {
        const upper = met[i - 1];
        if (!upper || !endsAt(upper, x) || !endsAt(lower, x)) continue;
        // Cells have padding: a character that reaches the place belongs to writing that runs over it.
        const written = ink.some(
          ([x0, y0, x1, y1]) => x0 < x + 1 && x1 > x - 1 && y0 > upper.at - slack && y1 < lower.at + slack,
        );
        if (!written) walls.push({ x0: x, y0: upper.at, x1: x, y1: lower.at });
      }
    }
  }
  return walls;
}

const endsAt = ({ pieces }: Level, x: number) =>
  pieces.some(({ from, to }) => Math.abs(from - x) <= slack || Math.abs(to - x) <= slack);

/** Level rules that no upright one meets anywhere, by height, with the pieces they are drawn in. */
function loneLevels(rules: readonly Rule[]): Level[] {
  const uprights = runsOf(rules, 'down');
  const runs = runsOf(rules, 'across').filter(
    (run) =>
      !uprights.some(
        (u) => u.at > run.from - 4 && u.at < run.to + 4 && run.at > u.from - 4 && run.at < u.to + 4,
      ),
  );
  const pieces = rules
    .map(({ x0, x1, y0, y1 }) => ({ from: Math.min(x0, x1), to: Math.max(x0, x1), at: y0, flat: y1 - y0 }))
    .filter((piece) => Math.abs(piece.flat) <= slack && piece.to - piece.from > shortest);
  const ofRun = (run: (typeof runs)[number]) =>
    pieces.filter((p) => Math.abs(p.at - run.at) <= slack && p.from >= run.from - 1 && p.to <= run.to + 1);
  return distinct(runs.map((run) => run.at)).flatMap((at) => {
    const own = runs.filter((run) => Math.abs(run.at - at) <= slack).flatMap(ofRun);
    return own.length > 0 ? [{ at, pieces: own }] : [];
  });
}

/** Rules above each other that begin or end at one width, three of them over the whole of it. */
function stacks(levels: readonly Level[]): Level[][] {
  const left = ({ pieces }: Level) => Math.min(...pieces.map((piece) => piece.from));
  const right = ({ pieces }: Level) => Math.max(...pieces.map((piece) => piece.to));
  const found: Level[][] = [];
  for (const level of levels) {
    const stack = found.find(([first]) => first && Math.abs(right(first) - right(level)) <= 2 * slack);
    if (stack) stack.push(level);
    else found.push([level]);
  }
  return found.filter((stack) => {
    const low = Math.min(...stack.map(left));
    return stack.filter((level) => left(level) <= low + 2 * slack).length >= fewest;
  });
}

/** Sorted, those closer than the slack as one. */
function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (kept.length === 0 || value - kept.at(-1)! > slack) kept.push(value);
  }
  return kept;
}
