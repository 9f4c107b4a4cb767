import type { Box } from '../../../core/place.ts';
import type { Rule } from '../../grid/grid.ts';
import { boxOf, edgesOf, isVisible, type Painted } from './painted.ts';

/** Sides of a tick box, in points. */
const smallest = 5;
const largest = 18;

/** The box of a path that draws a small square (corners may be round); absent for anything else. */
export function squareOf(path: Painted): Box | undefined {
  if (!isVisible(path.stroke) && !isVisible(path.fill)) return undefined;
  const box = boxOf(path);
  const [x0, y0, x1, y1] = box;
  const w = x1 - x0;
  const h = y1 - y0;
  if (!(w >= smallest && h >= smallest && w <= largest && h <= largest)) return undefined;
  if (w / h < 0.8 || w / h > 1.25) return undefined;
  const edges = edgesOf(path);
  const side = (level: boolean, at: number) =>
    edges.some((e) => e.level === level && Math.abs(e.at - at) < 1 && e.to - e.from >= 0.5 * Math.min(w, h));
  return side(true, y0) && side(true, y1) && side(false, x0) && side(false, x1) ? box : undefined;
}

/** Small squares put together from four separate rules, and the rules they use. */
export function assembledSquares(rules: readonly Rule[]): { boxes: Box[]; used: Set<Rule> } {
  const length = (rule: Rule) => Math.max(Math.abs(rule.x1 - rule.x0), Math.abs(rule.y1 - rule.y0));
  const isLevel = (rule: Rule) => Math.abs(rule.y1 - rule.y0) < Math.abs(rule.x1 - rule.x0);
  const short = rules.filter((rule) => length(rule) >= smallest && length(rule) <= largest + 1);
  const boxes: Box[] = [];
  const used = new Set<Rule>();
  if (short.length > 2000) return { boxes, used };
  const level = short.filter(isLevel).sort((a, b) => a.y0 - b.y0);
  const upright = short.filter((rule) => !isLevel(rule));
  for (const [i, top] of level.entries()) {
    for (let j = i + 1; j < level.length; j++) {
      const bottom = level[j];
      if (!bottom || bottom.y0 - top.y0 > largest) break;
      if (Math.abs(top.x0 - bottom.x0) > 1.5 || Math.abs(top.x1 - bottom.x1) > 1.5) continue;
      const box: Box = [top.x0, top.y0, top.x1, bottom.y0];
      const ratio = (box[2] - box[0]) / (box[3] - box[1]);
      if (box[3] - box[1] < smallest || ratio < 0.75 || ratio > 1.33) continue;
      const wall = (x: number) =>
        upright.find(
          (rule) =>
            Math.abs(rule.x0 - x) < 1.5 &&
            Math.abs(rule.y0 - box[1]) < 1.5 &&
            Math.abs(rule.y1 - box[3]) < 1.5,
        );
      const left = wall(box[0]);
      const right = wall(box[2]);
      if (!left || !right) continue;
      const own = new Set([top, bottom, left, right]);
      if (rules.some((rule) => !own.has(rule) && touchesCorner(rule, box))) continue;
      boxes.push(box);
      for (const rule of own) used.add(rule);
    }
  }
  return { boxes, used };
}

function touchesCorner(rule: Rule, box: Box): boolean {
  const slack = 1.5;
  return [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].some(
    ([x, y]) =>
      x !== undefined &&
      y !== undefined &&
      x >= Math.min(rule.x0, rule.x1) - slack &&
      x <= Math.max(rule.x0, rule.x1) + slack &&
      y >= Math.min(rule.y0, rule.y1) - slack &&
      y <= Math.max(rule.y0, rule.y1) + slack,
  );
}
