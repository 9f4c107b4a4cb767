import type { Line, Paragraph } from '../../core/document.ts';
import type { Box } from '../../core/place.ts';

/**
 * Lines from top to bottom as paragraphs. A new one begins after a wide gap, after a line that ends early,
 * at an indent and where the type size changes.
 * @param right where full lines end, in points; the longest line's end where absent
 */
export function paragraphsFrom(lines: readonly Line[], right?: number): Paragraph[] {
  const edge = right ?? Math.max(...lines.map((line) => boxOf(line)[2]));
  const left = Math.min(...lines.map((line) => boxOf(line)[0]));
  const paragraphs: Line[][] = [];
  let step = Number.POSITIVE_INFINITY;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const current = paragraphs.at(-1);
    if (before && current && continues(before, line, { edge, left, step })) {
      step = Math.min(step, boxOf(line)[1] - boxOf(before)[1]);
      current.push(line);
    } else {
      paragraphs.push([line]);
      step = Number.POSITIVE_INFINITY;
    }
  }
  return paragraphs.map((group) => ({ kind: 'paragraph', lines: group }));
}

function continues(before: Line, line: Line, area: { edge: number; left: number; step: number }): boolean {
  const [bx0, by0, bx1, by1] = boxOf(before);
  const [x0, y0, , y1] = boxOf(line);
  const size = Math.min(by1 - by0, y1 - y0);
  if (Math.abs(y1 - y0 - (by1 - by0)) > 0.2 * size) return false;
  if (y0 - by1 > 1.6 * size || y0 - by0 > area.step + 0.4 * size) return false;
  if (bx1 < area.edge - 2 * size) return false;
  return x0 < bx0 + size || x0 < area.left + 0.8 * size;
}

const boxOf = (line: Line): Box => ('page' in line.place ? line.place.box : [0, 0, 0, 0]);
