type Map = Uint8Array | Float32Array;

/**
 * Dark specks and strokes filled with the brightness around them: the brightest within `radius` (a square), then the
 * darkest. Values row by row.
 */
export function closed<M extends Map>(map: M, width: number, height: number, radius: number): M {
  return ranked(ranked(map, width, height, radius, true), width, height, radius, false);
}

/** The brightest (or darkest) within a square: within a row first, then those of a column. */
function ranked<M extends Map>(map: M, width: number, height: number, radius: number, bright: boolean): M {
  const across = map.slice() as M;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      across[y * width + x] = extreme(map, y * width, 1, x, width, radius, bright);
  const down = map.slice() as M;
  for (let x = 0; x < width; x++)
    for (let y = 0; y < height; y++)
      down[y * width + x] = extreme(across, x, width, y, height, radius, bright);
  return down;
}

function extreme(
  map: Map,
  base: number,
  step: number,
  at: number,
  size: number,
  radius: number,
  bright: boolean,
): number {
  let value = map[base + at * step]!;
  const end = Math.min(size - 1, at + radius);
  for (let i = Math.max(0, at - radius); i <= end; i++) {
    const other = map[base + i * step]!;
    if (bright ? other > value : other < value) value = other;
  }
  return value;
}
