import type { Box } from '../../../core/place.ts';

export type Point = readonly [x: number, y: number];

/** One piece of a painted path, corners only; curves are kept by their end points. */
export interface Outline {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** A painted path in points from the top left of the upright page. */
export interface Painted {
  readonly outlines: readonly Outline[];
  /** Brightness 0 (black) to 1 (white) of what it is filled with; absent when it is not filled. */
  readonly fill?: number;
  readonly stroke?: number;
  /** Points. */
  readonly strokeWidth: number;
}

/** Whatever is brighter cannot be seen on paper. */
const white = 0.985;

export const isVisible = (brightness: number | undefined): brightness is number =>
  brightness !== undefined && brightness < white;

export function boxOf(path: Painted): Box {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { points } of path.outlines) {
    for (const [x, y] of points) {
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
  }
  return [x0, y0, x1, y1];
}

interface Edge {
  readonly level: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The level and upright edges of a path. */
export function edgesOf(path: Painted): Edge[] {
  const edges: Edge[] = [];
  for (const { points, closed } of path.outlines) {
    const ends = closed || path.fill !== undefined ? [...points, ...points.slice(0, 1)] : points;
    for (let i = 1; i < ends.length; i++) {
      const [ax, ay] = ends[i - 1] ?? [0, 0];
      const [bx, by] = ends[i] ?? [0, 0];
      const w = Math.abs(bx - ax);
      const h = Math.abs(by - ay);
      if (w > h && h <= Math.max(0.5, w * 0.01)) {
        edges.push({ level: true, at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) });
      } else if (h > w && w <= Math.max(0.5, h * 0.01)) {
        edges.push({ level: false, at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) });
      }
    }
  }
  return edges;
}
