import type { Box } from '../../../core/place.ts';
import type { Rule } from '../../grid/grid.ts';
import { dottedRules } from './dotted-rules.ts';
import { boxOf, edgesOf, isVisible, type Painted } from './painted.ts';
import { assembledSquares, squareOf } from './squares.ts';

/** A tick box drawn with lines instead of a character. */
export interface DrawnTick {
  readonly box: Box;
  readonly text: '☐' | '☑' | '■';
}

/** A filled shape thinner than this is a rule, in points. */
const thin = 3.5;
/** Paths with more edges are drawings, not borders. */
const tooMany = 400;
/** Sorts what a page draws into table rules and tick boxes. */
export function rulesAndTicks(painted: readonly Painted[]): { rules: Rule[]; ticks: DrawnTick[] } {
  const rules: Rule[] = dottedRules(painted);
  const squares: { box: Box; path: Painted }[] = [];
  for (const path of painted) {
    const box = squareOf(path);
    if (box) squares.push({ box, path });
    else rules.push(...rulesOfPath(path));
  }
  const frames: Box[] = [];
  for (const { box, path } of squares) {
    if (isCell(box, rules, squares)) rules.push(...rulesOfPath(path));
    else if (!frames.some((frame) => near(frame, box))) frames.push(box);
  }
  const assembled = assembledSquares(rules);
  frames.push(...assembled.boxes);
  const small = painted.map((path) => ({ path, box: boxOf(path) })).filter(({ box }) => box[2] - box[0] < 40);
  const ticks = frames.flatMap((frame) => tickIn(frame, small) ?? []);
  return { rules: rules.filter((rule) => !assembled.used.has(rule)), ticks };
}

const ruleOf = (level: boolean, at: number, from: number, to: number): Rule =>
  level ? { x0: from, y0: at, x1: to, y1: at } : { x0: at, y0: from, x1: at, y1: to };

function rulesOfPath(path: Painted): Rule[] {
  const edges = edgesOf(path);
  if (edges.length > tooMany) return [];
  if (isVisible(path.stroke) && path.strokeWidth <= 2 * thin) {
    return edges.filter((e) => e.to - e.from >= 2).map((e) => ruleOf(e.level, e.at, e.from, e.to));
  }
  if (!isVisible(path.fill)) return [];
  const rules: Rule[] = [];
  for (const [i, a] of edges.entries()) {
    for (let j = i + 1; j < edges.length; j++) {
      const b = edges[j];
      if (!b || a.level !== b.level) continue;
      const between = Math.abs(a.at - b.at);
      const from = Math.max(a.from, b.from);
      const to = Math.min(a.to, b.to);
      if (between <= thin && to - from >= Math.max(2, 1.5 * between)) {
        rules.push(ruleOf(a.level, (a.at + b.at) / 2, from, to));
      }
    }
  }
  return rules;
}

export const near = (a: Box, b: Box) => a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 2.5);

/** A square that shares an edge with a rule or another square is a small table cell. */
function isCell(box: Box, rules: readonly Rule[], squares: readonly { readonly box: Box }[]): boolean {
  const [x0, y0, x1, y1] = box;
  const meets = (rule: Rule) => {
    const level = Math.abs(rule.y1 - rule.y0) < Math.abs(rule.x1 - rule.x0);
    const onEdge = level
      ? Math.min(Math.abs(rule.y0 - y0), Math.abs(rule.y0 - y1)) < 0.8
      : Math.min(Math.abs(rule.x0 - x0), Math.abs(rule.x0 - x1)) < 0.8;
    const shared = level
      ? Math.min(rule.x1, x1) - Math.max(rule.x0, x0)
      : Math.min(rule.y1, y1) - Math.max(rule.y0, y0);
    return onEdge && shared > 0.5 * (x1 - x0);
  };
  if (rules.some(meets)) return true;
  return squares.some(({ box: other }) => {
    if (near(other, box)) return false;
    const beside = Math.abs(other[0] - x1) < 0.8 || Math.abs(other[2] - x0) < 0.8;
    const stacked = Math.abs(other[1] - y1) < 0.8 || Math.abs(other[3] - y0) < 0.8;
    const sameRow = Math.abs(other[1] - y0) < 0.8;
    const sameColumn = Math.abs(other[0] - x0) < 0.8;
    return (beside && sameRow) || (stacked && sameColumn);
  });
}

/** What a drawn square shows: nothing, a mark inside, or ink all over. Absent: it cannot be seen at all. */
function tickIn(frame: Box, painted: readonly { path: Painted; box: Box }[]): DrawnTick | undefined {
  const side = frame[2] - frame[0];
  let seen = false;
  let full = false;
  let marked = false;
  for (const { path, box } of painted) {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    if (x < frame[0] || x > frame[2] || y < frame[1] || y > frame[3]) continue;
    const size = Math.max(box[2] - box[0], box[3] - box[1]);
    if (size > side * 1.8) continue;
    if (near(frame, box)) {
      const square = squareOf(path) !== undefined;
      if (isVisible(path.stroke) && square) seen = true;
      if (isVisible(path.stroke) && !square && !isLine(box)) marked = true;
      if (isVisible(path.fill) && (!square || path.outlines.length > 1 || path.outlines[0]?.curved)) {
        if (isRing(path)) seen = true;
        else marked = true;
      } else if (isVisible(path.fill) && path.fill < 0.8) full = true;
    } else if (size > side * 0.3 && (isVisible(path.stroke) || path.fill !== undefined)) {
      if (isEdge(box, frame)) seen = true;
      else if (isVisible(path.stroke) || isVisible(path.fill) || full) marked = true;
    }
  }
  if (marked) return { box: frame, text: '☑' };
  if (full) return { box: frame, text: '■' };
  return seen ? { box: frame, text: '☐' } : undefined;
}

const isLine = (box: Box) => box[2] - box[0] < 1.5 || box[3] - box[1] < 1.5;

/** Two squares in one path: the border of a box painted as the area between them. */
function isRing(path: Painted): boolean {
  const boxes = path.outlines.map((outline) => boxOf({ ...path, outlines: [outline] }));
  const [a, b] = boxes;
  return boxes.length === 2 && a !== undefined && b !== undefined && near(a, b);
}

const isEdge = (box: Box, frame: Box) =>
  (box[2] - box[0] < 1.5 &&
    Math.min(Math.abs(box[0] - frame[0]), Math.abs(box[2] - frame[2]), Math.abs(box[0] - frame[2])) < 1.5) ||
  (box[3] - box[1] < 1.5 &&
    Math.min(Math.abs(box[1] - frame[1]), Math.abs(box[3] - frame[3]), Math.abs(box[1] - frame[3])) < 1.5);
