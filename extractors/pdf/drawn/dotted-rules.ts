import type { Box } from '../../../core/place.ts';
import type { Rule } from '../../grid/grid.ts';
import { boxOf, isVisible, type Painted } from './painted.ts';

/** Dots and dashes are at most this thick, in points. */
const thick = 3.5;
/** The next one begins within this distance, in points. */
const gap = 4;
/** Fewer in a row are ornaments, not a rule. */
const fewest = 6;

/** The rules of a page that are painted as rows of filled dots or dashes, each a shape of its own. */
export function dottedRules(painted: readonly Painted[]): Rule[] {
  const beads = painted.flatMap(beadsOf);
  const upright = beads.map(([x0, y0, x1, y1]): Box => [y0, x0, y1, x1]);
  return [
    ...chains(beads).map(([x0, y0, x1, y1]): Rule => level(x0, x1, (y0 + y1) / 2)),
    ...chains(upright).map(([y0, x0, y1, x1]): Rule => plumb(y0, y1, (x0 + x1) / 2)),
  ];
}

const level = (x0: number, x1: number, y: number): Rule => ({ x0, y0: y, x1, y1: y });
const plumb = (y0: number, y1: number, x: number): Rule => ({ x0: x, y0, x1: x, y1 });

function beadsOf(path: Painted): Box[] {
  if (!isVisible(path.fill)) return [];
  return path.outlines.flatMap((outline) => {
    const box = boxOf({ ...path, outlines: [outline] });
    const [w, h] = [box[2] - box[0], box[3] - box[1]];
    return Math.min(w, h) <= thick && Math.max(w, h) <= 4 * thick ? [box] : [];
  });
}

/** Boxes that follow each other closely at one height, as the box around each such row. */
function chains(beads: readonly Box[]): Box[] {
  const middle = (box: Box) => (box[1] + box[3]) / 2;
  const flat = beads.filter((box) => box[3] - box[1] <= thick).sort((a, b) => middle(a) - middle(b));
  const found: Box[] = [];
  let start = 0;
  for (let i = 1; i <= flat.length; i++) {
    const here = flat[i];
    const before = flat[i - 1];
    if (here && before && middle(here) - middle(before) <= 0.4) continue;
    const row = flat.slice(start, i).sort((a, b) => a[0] - b[0]);
    start = i;
    let from = 0;
    for (let j = 1; j <= row.length; j++) {
      const next = row[j];
      const last = row[j - 1];
      const first = row[from];
      if (!last || !first || (next && next[0] - last[2] <= gap)) continue;
      if (j - from >= fewest) found.push([first[0], first[1], last[2], last[3]]);
      from = j;
    }
  }
  return found;
}
