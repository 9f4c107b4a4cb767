import type { Raster } from '../../raster.ts';
import type { Point, Quad } from './homography.ts';

/** Share of a quadrilateral that the bright region must fill, and of its sides that must be edges. */
const leastFill = 0.9;
const leastSupport = 0.6;
/** Grey levels between both sides of an edge. */
const leastContrast = 14;
/** How far from the first guess an edge is looked for, in pixels. */
const reach = 7;
const samples = 40;

/**
 * The quadrilateral around a bright region (pixel numbers) of a picture, its sides laid on the edges found there;
 * `undefined` where the region is no sheet. Score: area times the share of the sides that are edges. A side along the
 * picture's own border is none; two sides must be.
 */
export function fitQuad(map: Raster, region: readonly number[]): { quad: Quad; score: number } | undefined {
  const hull = hullOf(region, map.width);
  const rough = cornersOf(hull);
  if (!rough) return undefined;
  const lines: Line[] = [];
  let edges = 0;
  let support = 0;
  for (let i = 0; i < 4; i++) {
    const side = sideOn(map, rough[i]!, rough[(i + 1) % 4]!);
    lines.push(side.line);
    if (side.border) continue;
    edges++;
    support += side.support;
  }
  if (edges < 2 || support / edges < leastSupport) return undefined;
  const corners = lines.map((line, i) => crossing(lines[(i + 3) % 4]!, line));
  const [a, b, c, d] = corners;
  if (!a || !b || !c || !d) return undefined;
  const quad: Quad = [a, b, c, d];
  const area = areaOf(quad);
  const margin = 0.06 * Math.max(map.width, map.height);
  const outside = quad.some(
    ([x, y]) => x < -margin || y < -margin || x > map.width + margin || y > map.height + margin,
  );
  if (outside || !isSheetLike(quad) || region.length < leastFill * area || region.length > 1.12 * area)
    return undefined;
  return { quad, score: (area * support) / edges };
}

/** a·x + b·y = c, with (a, b) of length 1. */
interface Line {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Convex hull of a region by its first and last pixel of each row (Andrew, 1979), clockwise. */
function hullOf(region: readonly number[], width: number): Point[] {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const i of region) {
    const x = i % width;
    const y = (i - x) / width;
    first.set(y, Math.min(first.get(y) ?? x, x));
    last.set(y, Math.max(last.get(y) ?? x, x));
  }
  const points: Point[] = [];
  for (const [y, x] of first)
    points.push([x, y], [x, y + 1], [(last.get(y) ?? x) + 1, y], [(last.get(y) ?? x) + 1, y + 1]);
  points.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (sorted: readonly Point[]) => {
    const chain: Point[] = [];
    for (const p of sorted) {
      while (chain.length > 1 && cross(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop();
      chain.push(p);
    }
    chain.pop();
    return chain;
  };
  return [...half(points), ...half(points.toReversed())];
}

const cross = (o: Point, p: Point, q: Point) => (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0]);

/** The four corners of a hull: the corner that changes it least is taken away until four are left. */
function cornersOf(hull: readonly Point[]): Quad | undefined {
  const left = [...hull];
  while (left.length > 4) {
    let least = Number.POSITIVE_INFINITY;
    let at = 0;
    for (let i = 0; i < left.length; i++) {
      const area = Math.abs(cross(left.at(i - 1)!, left[i]!, left[(i + 1) % left.length]!));
      if (area < least) {
        least = area;
        at = i;
      }
    }
    left.splice(at, 1);
  }
  if (left.length < 4) return undefined;
  // From the corner nearest the upper left, clockwise on a screen (y grows downwards).
  if (cross(left[0]!, left[1]!, left[2]!) < 0) left.reverse();
  const from = left.reduce((best, p, i) => (p[0] + p[1] < left[best]![0] + left[best]![1] ? i : best), 0);
  const at = (i: number): Point => left[(from + i) % 4]!;
  return [at(0), at(1), at(2), at(3)];
}

/** The line on which the edge between two corners lies, by the steepest step across it, outliers left out. */
function sideOn(map: Raster, p: Point, q: Point): { line: Line; support: number; border: boolean } {
  const { width, height } = map;
  const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
  // Outward normal of a clockwise quadrilateral.
  const n: Point = [(q[1] - p[1]) / length, (p[0] - q[0]) / length];
  const rough: Line = { a: n[0], b: n[1], c: n[0] * p[0] + n[1] * p[1] };
  const near = (x: number, y: number) => x < 3 || y < 3 || x > width - 3 || y > height - 3;
  if ([0.25, 0.5, 0.75].every((t) => near(p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)))
    return { line: rough, support: 0, border: true };
  const points: Point[] = [];
  for (let i = 0; i < samples; i++) {
    const t = 0.06 + (0.88 * i) / (samples - 1);
    const [x, y] = [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
    let most = leastContrast;
    let at: number | undefined;
    for (let k = -reach; k <= reach; k += 0.5) {
      const inside = valueAt(map, x + n[0] * (k - 1.5), y + n[1] * (k - 1.5));
      const outside = valueAt(map, x + n[0] * (k + 1.5), y + n[1] * (k + 1.5));
      if (inside - outside > most) {
        most = inside - outside;
        at = k;
      }
    }
    if (at !== undefined) points.push([x + n[0] * at, y + n[1] * at]);
  }
  let kept = points;
  let line = rough;
  for (let round = 0; round < 3 && kept.length >= 6; round++) {
    line = lineThrough(kept, n);
    const distances = kept.map(([x, y]) => Math.abs(line.a * x + line.b * y - line.c));
    const limit = Math.max(0.7, 2.5 * (distances.toSorted((a, b) => a - b)[distances.length >> 1] ?? 0));
    kept = kept.filter((_, i) => distances[i]! <= limit);
  }
  return { line, support: kept.length / samples, border: false };
}

/** Total least squares; the normal points as `n`. */
function lineThrough(points: readonly Point[], n: Point): Line {
  const mx = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const my = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  let [a, b] = [-Math.sin(angle), Math.cos(angle)];
  if (a * n[0] + b * n[1] < 0) [a, b] = [-a, -b];
  return { a, b, c: a * mx + b * my };
}

function crossing(p: Line, q: Line): Point | undefined {
  const det = p.a * q.b - q.a * p.b;
  if (Math.abs(det) < 0.2) return undefined;
  return [(p.c * q.b - q.c * p.b) / det, (p.a * q.c - q.a * p.c) / det];
}

/** Pixel (i, j) covers the square from (i, j) to (i + 1, j + 1). */
function valueAt({ width, height, data }: Raster, x: number, y: number): number {
  const ix = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const iy = Math.min(height - 1, Math.max(0, Math.floor(y)));
  return data[iy * width + ix]!;
}

function areaOf(quad: Quad): number {
  let sum = 0;
  for (let i = 0; i < 4; i++) {
    const [p, q] = [quad[i]!, quad[(i + 1) % 4]!];
    sum += p[0] * q[1] - q[0] * p[1];
  }
  return Math.abs(sum) / 2;
}

/** Corners between 60° and 120°, opposite sides at most 1.7 of each other. */
function isSheetLike(quad: Quad): boolean {
  const side = (i: number) => {
    const [p, q] = [quad[i % 4]!, quad[(i + 1) % 4]!];
    return [q[0] - p[0], q[1] - p[1]] as const;
  };
  const lengths = [0, 1, 2, 3].map((i) => Math.hypot(...side(i)));
  const ratio = (i: number) => Math.max(lengths[i]! / lengths[i + 2]!, lengths[i + 2]! / lengths[i]!);
  if (ratio(0) > 1.7 || ratio(1) > 1.7) return false;
  return [0, 1, 2, 3].every((i) => {
    const [[ux, uy], [vx, vy]] = [side(i), side(i + 1)];
    const cosine = (ux * vx + uy * vy) / (lengths[i]! * lengths[(i + 1) % 4]!);
    return Math.abs(cosine) <= 0.5;
  });
}
