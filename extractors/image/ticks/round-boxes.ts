import type { Box } from '../../../core/place.ts';
import { type Ink, share } from '../ink.ts';
import type { TickBox } from './tick-boxes.ts';

/** Inches: diameters of round tick boxes. */
const smallest = 0.07;
const largest = 0.2;
/** Points of the rim that are looked at. */
const spokes = 32;

/**
 * Round tick boxes ○ ● of an unskewed page: strokes that hold together, as wide as high, with ink all along
 * the rim and none in the corners. Discs count only on a page that has rings: elsewhere they are bullets.
 */
export function findRoundBoxes(ink: Ink, print: Ink = ink): TickBox[] {
  const min = Math.round(smallest * ink.dpi);
  const max = Math.round(largest * ink.dpi);
  const found: TickBox[] = [];
  for (const box of strokesOf(ink, max)) {
    const width = box[2] - box[0];
    const height = box[3] - box[1];
    if (Math.min(width, height) < min || Math.max(width, height) > Math.min(width, height) * 1.14) continue;
    const cover = rimCover(ink, box);
    if (cover < 0.9 || cornerShare(ink, box) > 0.08) continue;
    const filled = share(print, innerOf(box));
    // A ring with strokes inside is a character or a numbered circle ①.
    if (filled > 0.12 && filled < 0.6) continue;
    found.push({ box, ticked: filled >= 0.6, cover, sure: true, round: true, likeCharacter: false });
  }
  return found.some((mark) => !mark.ticked) ? found : [];
}

/** Boxes of the strokes that hold together (8 neighbours) and are no larger than `max` either way. */
function* strokesOf(ink: Ink, max: number): Generator<Box> {
  const { width, height, data } = ink;
  const seen = new Uint8Array(data.length);
  const stack: number[] = [];
  for (let start = 0; start < data.length; start++) {
    if (!data[start] || seen[start]) continue;
    let [x0, y0, x1, y1] = [width, height, 0, 0];
    seen[start] = 1;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (!data[next] || seen[next]) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    if (x1 - x0 < max && y1 - y0 < max) yield [x0, y0, x1 + 1, y1 + 1];
  }
}

/** Share of the rim's points that have ink within a fifth of the radius. */
function rimCover(ink: Ink, [x0, y0, x1, y1]: Box): number {
  const [cx, cy] = [(x0 + x1 - 1) / 2, (y0 + y1 - 1) / 2];
  const [rx, ry] = [(x1 - x0) / 2, (y1 - y0) / 2];
  let covered = 0;
  for (let i = 0; i < spokes; i++) {
    const angle = (2 * Math.PI * i) / spokes;
    for (let reach = 1.02; reach >= 0.8; reach -= 0.04) {
      const x = Math.round(cx + Math.cos(angle) * rx * reach);
      const y = Math.round(cy + Math.sin(angle) * ry * reach);
      if (x < 0 || y < 0 || x >= ink.width || y >= ink.height || !ink.data[y * ink.width + x]) continue;
      covered++;
      break;
    }
  }
  return covered / spokes;
}

function cornerShare(ink: Ink, [x0, y0, x1, y1]: Box): number {
  const side = Math.max(1, Math.round((x1 - x0) * 0.12));
  const corners: Box[] = [
    [x0, y0, x0 + side, y0 + side],
    [x1 - side, y0, x1, y0 + side],
    [x0, y1 - side, x0 + side, y1],
    [x1 - side, y1 - side, x1, y1],
  ];
  return Math.max(...corners.map((corner) => share(ink, corner)));
}

function innerOf([x0, y0, x1, y1]: Box): Box {
  const margin = (x1 - x0) * 0.27;
  return [x0 + margin, y0 + margin, x1 - margin, y1 - margin];
}
