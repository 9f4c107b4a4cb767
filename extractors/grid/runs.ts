import type { Rule } from './grid.ts';

/** A straight rule, joined from all its pieces: its position across, and where it begins and ends. */
export interface Run {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Rules this close are one drawn twice (double strokes, borders of two neighbours), in points. */
const snap = 5;
/** No row or column is as narrow as this. */
const widest = 6;
/** Gaps up to this are breaks in one rule. */
const gap = 4;
/** Pieces up to this length may be dashes. */
const dash = 20;
/** A rule may lean by this much over its whole length and still count as level or upright. */
const lean = 1.5;

/** The level (`across`) or upright (`down`) rules as joined runs. Doubled ones share their position. */
export function runsOf(rules: readonly Rule[], direction: 'across' | 'down'): Run[] {
  const pieces: { at: number; from: number; to: number }[] = [];
  for (const rule of rules) {
    const w = Math.abs(rule.x1 - rule.x0);
    const h = Math.abs(rule.y1 - rule.y0);
    const level = h <= Math.max(lean, w * 0.01) && w > h;
    const upright = w <= Math.max(lean, h * 0.01) && h > w;
    if (direction === 'across' && level) {
      pieces.push({
        at: (rule.y0 + rule.y1) / 2,
        from: Math.min(rule.x0, rule.x1),
        to: Math.max(rule.x0, rule.x1),
      });
    } else if (direction === 'down' && upright) {
      pieces.push({
        at: (rule.x0 + rule.x1) / 2,
        from: Math.min(rule.y0, rule.y1),
        to: Math.max(rule.y0, rule.y1),
      });
    }
  }
  pieces.sort((a, b) => a.at - b.at);
  const runs: Run[] = [];
  let start = 0;
  for (let i = 1; i <= pieces.length; i++) {
    const piece = pieces[i];
    const before = pieces[i - 1];
    const first = pieces[start];
    if (piece && before && first && piece.at - before.at <= snap && piece.at - first.at <= widest) continue;
    runs.push(...joined(pieces.slice(start, i)));
    start = i;
  }
  return runs;
}

/** Pieces of one position as runs without breaks; the longest pieces decide the position. */
function joined(pieces: readonly Run[]): Run[] {
  let weight = 0;
  let sum = 0;
  for (const piece of pieces) {
    weight += piece.to - piece.from;
    sum += piece.at * (piece.to - piece.from);
  }
  const at = weight > 0 ? sum / weight : (pieces[0]?.at ?? 0);
  const sorted = [...pieces].sort((a, b) => a.from - b.from);
  const runs: { at: number; from: number; to: number }[] = [];
  let before = 0;
  for (const piece of sorted) {
    const last = runs.at(-1);
    const length = piece.to - piece.from;
    // The gaps of a dashed rule may be as long as its dashes.
    const allowed = Math.max(gap, length <= dash && before <= dash ? Math.min(length, before, 2 * gap) : 0);
    before = length;
    if (last && piece.from <= last.to + allowed) last.to = Math.max(last.to, piece.to);
    else runs.push({ at, from: piece.from, to: piece.to });
  }
  return runs;
}
