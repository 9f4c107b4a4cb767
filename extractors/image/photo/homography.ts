/** A point in pixels or points. */
export type Point = readonly [x: number, y: number];

/** Corners from the upper left, clockwise. */
export type Quad = readonly [Point, Point, Point, Point];

/** A projective map of the plane: rows of a 3 × 3 matrix whose last entry is 1 (Hartley & Zisserman, 2004, ch. 4). */
export type Homography = readonly number[];

/** The map that takes the corners of `from` to those of `to`; `undefined` where three of them are in a line. */
export function homographyOf(from: Quad, to: Quad): Homography | undefined {
  const rows: number[][] = [];
  for (let i = 0; i < 4; i++) {
    const [x, y] = from[i] ?? [0, 0];
    const [u, v] = to[i] ?? [0, 0];
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  }
  const solved = solve(rows);
  return solved && [...solved, 1];
}

export function mapPoint(h: Homography, [x, y]: Point): Point {
  const w = h[6]! * x + h[7]! * y + h[8]!;
  return [(h[0]! * x + h[1]! * y + h[2]!) / w, (h[3]! * x + h[4]! * y + h[5]!) / w];
}

/** Gaussian elimination with pivoting; each row ends in its right side. */
function solve(rows: number[][]): number[] | undefined {
  const n = rows.length;
  for (let col = 0; col < n; col++) {
    let pivot = col;
    for (let row = col + 1; row < n; row++)
      if (Math.abs(rows[row]![col]!) > Math.abs(rows[pivot]![col]!)) pivot = row;
    const lead = rows[pivot]!;
    if (Math.abs(lead[col]!) < 1e-9) return undefined;
    rows[pivot] = rows[col]!;
    rows[col] = lead;
    for (let row = 0; row < n; row++) {
      if (row === col) continue;
      const factor = rows[row]![col]! / lead[col]!;
      if (factor === 0) continue;
      for (let k = col; k <= n; k++) rows[row]![k]! -= factor * lead[k]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}
