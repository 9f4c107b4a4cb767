type Map = Uint8Array | Float32Array;

/**
 * Dark specks and strokes filled with the brightness around them: the brightest within `radius` (a square), then the
 * darkest. Values row by row.
 */
export function closed<M extends Map>(map: M, width: number, height: number, radius: number): M {
  const wide = ranked(map, width, height, radius, Math.max);
  return ranked(wide, width, height, radius, Math.min);
}

function ranked<M extends Map>(
  map: M,
  width: number,
  height: number,
  radius: number,
  of: (a: number, b: number) => number,
): M {
  let from = map;
  // A square is a row of its columns.
  for (const { step, size, place } of [
    { step: 1, size: width, place: (i: number) => i % width },
    { step: width, size: height, place: (i: number) => Math.floor(i / width) },
  ]) {
    const out = from.slice() as M;
    for (let i = 0; i < out.length; i++) {
      const at = place(i);
      let value = from[i]!;
      for (let k = Math.max(-radius, -at); k <= Math.min(radius, size - 1 - at); k++)
        value = of(value, from[i + k * step]!);
      out[i] = value;
    }
    from = out;
  }
  return from;
}
