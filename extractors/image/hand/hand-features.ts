import type { Box } from '../../../core/place.ts';
import type { Raster } from '../../raster.ts';
import type { Ink } from '../ink.ts';

/** A line as an engine read it, in pixels of its page. */
export interface ReadLine {
  readonly text: string;
  readonly box: Box;
  readonly boxes?: readonly Box[];
  readonly certainty?: readonly number[];
}

/**
 * What tells handwriting from print in a line, each about 0 to 1: how much its strokes keep to upright and level, how
 * wide they are and how that varies, how evenly letters stand, and how sure the engine was. `undefined` for a line with
 * too little on it. Lengths are shares of the line's height.
 */
export function handFeatures(ink: Ink, grey: Raster, line: ReadLine): readonly number[] | undefined {
  const area = tight(ink, line.box);
  if (!area || !line.boxes || !line.certainty) return undefined;
  const height = area[3] - area[1];
  const letters = [...line.text].length;
  if (height < 8 || letters < 2) return undefined;
  const edges = edgesOf(grey, area);
  const across = runsOf(ink, area, true, height);
  const down = runsOf(ink, area, false, height);
  if (!edges || across.mean === 0 || down.mean === 0) return undefined;
  const han = evenness(ink, line, /\p{Script=Han}/u, height);
  const digits = evenness(ink, line, /[0-9A-Z]/u, height);
  const sorted = [...line.certainty].sort((a, b) => a - b);
  const worst = sorted.slice(0, Math.max(1, Math.ceil(sorted.length / 4)));
  const digitShare = (line.text.match(/[0-9A-Za-z]/gu)?.length ?? 0) / line.text.length;
  return [
    edges.level,
    edges.regular,
    edges.axis,
    across.mean / height,
    down.mean / height,
    across.vary,
    down.vary,
    Math.log(across.mean / down.mean),
    han.top,
    han.bottom,
    han.middle,
    han.pitch,
    digits.top,
    digits.bottom,
    digits.middle,
    digits.pitch,
    mean(sorted),
    mean(worst),
    digitShare,
    Math.min(1, letters / 12),
  ];
}

/** How many of the features, from the first, are also held against the page's other lines. */
export const comparedFeatures = 8;

function tight(ink: Ink, box: Box): Box | undefined {
  let [x0, y0, x1, y1] = [ink.width, ink.height, 0, 0];
  const [left, top] = [Math.max(0, Math.floor(box[0])), Math.max(0, Math.floor(box[1]))];
  const [right, bottom] = [Math.min(ink.width, Math.ceil(box[2])), Math.min(ink.height, Math.ceil(box[3]))];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      if (!ink.data[y * ink.width + x]) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      if (y >= y1) y1 = y + 1;
    }
  return x1 > x0 ? [x0, y0, x1, y1] : undefined;
}

/** Grey levels across an edge below which it is grain. */
const leastEdge = 90;

/** Directions of edges: 1 where all are level or upright (`level`), or all alike but turned (`regular`). */
function edgesOf(grey: Raster, [x0, y0, x1, y1]: Box) {
  const { width, height, data } = grey;
  let [sum, real, unreal, axis] = [0, 0, 0, 0];
  for (let y = Math.max(1, y0); y < Math.min(height - 1, y1); y++) {
    for (let x = Math.max(1, x0); x < Math.min(width - 1, x1); x++) {
      const i = y * width + x;
      const [a, b, c] = [data[i - width - 1]!, data[i - width]!, data[i - width + 1]!];
      const [d, f] = [data[i - 1]!, data[i + 1]!];
      const [g, h, k] = [data[i + width - 1]!, data[i + width]!, data[i + width + 1]!];
      const gx = c + 2 * f + k - a - 2 * d - g;
      const gy = g + 2 * h + k - a - 2 * b - c;
      const square = gx * gx + gy * gy;
      if (square < leastEdge * leastEdge) continue;
      const size = Math.sqrt(square);
      // The direction four times over: level and upright fall together.
      const [cos, sin] = [(gx * gx - gy * gy) / square, (2 * gx * gy) / square];
      sum += size;
      real += size * (cos * cos - sin * sin);
      unreal += size * 2 * cos * sin;
      if (Math.min(Math.abs(gx), Math.abs(gy)) < 0.16 * Math.max(Math.abs(gx), Math.abs(gy))) axis += size;
    }
  }
  if (sum === 0) return undefined;
  return { level: real / sum, regular: Math.hypot(real, unreal) / sum, axis: axis / sum };
}

/** Lengths of runs of ink no longer than strokes are wide. */
function runsOf(ink: Ink, [x0, y0, x1, y1]: Box, level: boolean, height: number) {
  const most = height * 0.3;
  let [count, sum, squares] = [0, 0, 0];
  const [outer, inner] = level ? [y1 - y0, x1 - x0] : [x1 - x0, y1 - y0];
  for (let i = 0; i < outer; i++) {
    let run = 0;
    for (let j = 0; j <= inner; j++) {
      const at = level ? (y0 + i) * ink.width + x0 + j : (y0 + j) * ink.width + x0 + i;
      if (j < inner && ink.data[at]) {
        run++;
        continue;
      }
      if (run > 0 && run <= most) {
        count++;
        sum += run;
        squares += run * run;
      }
      run = 0;
    }
  }
  if (count === 0) return { mean: 0, vary: 0 };
  const middle = sum / count;
  return { mean: middle, vary: Math.sqrt(Math.max(0, squares / count - middle * middle)) / middle };
}

/** How letters of one kind vary: their tops, bottoms and middles, and their distances. 0 where there are too few. */
function evenness(ink: Ink, { text, boxes }: ReadLine, kind: RegExp, height: number) {
  const tops: number[] = [];
  const bottoms: number[] = [];
  const steps: number[] = [];
  let before: { unit: number; x: number } | undefined;
  for (let unit = 0; unit < text.length; unit++) {
    const box = boxes?.[unit];
    const area = box && kind.test(text[unit]!) && text[unit] !== '一' ? tight(ink, box) : undefined;
    if (!area) continue;
    tops.push(area[1] / height);
    bottoms.push(area[3] / height);
    const x = (area[0] + area[2]) / 2 / height;
    if (before?.unit === unit - 1) steps.push(x - before.x);
    before = { unit, x };
  }
  if (tops.length < 3) return { top: 0, bottom: 0, middle: 0, pitch: 0 };
  const middles = tops.map((top, i) => (top + bottoms[i]!) / 2);
  return { top: spread(tops), bottom: spread(bottoms), middle: spread(middles), pitch: spread(steps) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}
