import type { Raster } from '../../raster.ts';
import { closed } from './closed.ts';

/** What paper becomes. */
const paper = 245;
/** Light that varies less than this over the page, darkest to brightest, is even. */
const evenFrom = 0.88;

/**
 * The page with its light evened: each channel divided by the paper's own brightness around, so that shadows, a lamp
 * on one side and its colour are gone. A page in even light is given back as it is.
 */
export function evenLight(raster: Raster): Raster {
  const { width, height, channels, data, dpi } = raster;
  // Blocks larger than a character, so that paper shows in each.
  const block = Math.max(12, Math.round(dpi / 5));
  const cols = Math.max(2, Math.ceil(width / block));
  const rows = Math.max(2, Math.ceil(height / block));
  const maps = Array.from({ length: channels }, (_, c) =>
    // Filled cells and seals are bridged.
    smoothed(closed(brightest(c), cols, rows, 1), cols, rows),
  );
  if (maps.every(isEven)) return raster;
  const out = new Uint8Array(data.length);
  const line = new Float32Array(cols);
  for (const [c, map] of maps.entries()) {
    for (let y = 0; y < height; y++) {
      const [row, fy] = cell(y, height, rows);
      for (let col = 0; col < cols; col++) {
        const top = map[row * cols + col]!;
        line[col] = top + (map[(row + 1) * cols + col]! - top) * fy;
      }
      for (let x = 0; x < width; x++) {
        const [col, fx] = cell(x, width, cols);
        const light = line[col]! + (line[col + 1]! - line[col]!) * fx;
        const i = (y * width + x) * channels + c;
        out[i] = Math.min(255, (data[i]! * paper) / Math.max(24, light) + 0.5);
      }
    }
  }
  return { ...raster, data: out };

  /** Brightness that a sixth of each block's pixels exceed. */
  function brightest(channel: number): Float32Array {
    const map = new Float32Array(cols * rows);
    const counts = new Uint32Array(256);
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++) {
        counts.fill(0);
        const [x0, x1] = span(col, cols, width);
        const [y0, y1] = span(row, rows, height);
        let seen = 0;
        // A quarter of the pixels tell as much.
        for (let y = y0; y < y1; y += 2)
          for (let x = x0; x < x1; x += 2, seen++) counts[data[(y * width + x) * channels + channel]!]! += 1;
        let left = seen / 6;
        let value = 255;
        while (value > 0 && left > counts[value]!) left -= counts[value--]!;
        map[row * cols + col] = value;
      }
    }
    return map;
  }
}

const span = (i: number, parts: number, size: number): [number, number] => [
  Math.floor((i * size) / parts),
  Math.max(Math.floor((i * size) / parts) + 1, Math.floor(((i + 1) * size) / parts)),
];

/** Between which two block middles a pixel lies, and how far. */
function cell(at: number, size: number, parts: number): [number, number] {
  const place = Math.min(parts - 1, Math.max(0, ((at + 0.5) * parts) / size - 0.5));
  const low = Math.min(parts - 2, Math.floor(place));
  return [low, place - low];
}

function isEven(map: Float32Array): boolean {
  const sorted = map.toSorted();
  const low = sorted[Math.floor(sorted.length * 0.03)]!;
  const high = sorted[Math.floor(sorted.length * 0.97)]!;
  return low >= high * evenFrom && high > 200;
}

function smoothed(map: Float32Array, cols: number, rows: number): Float32Array {
  return map.map((value, i) => {
    let sum = value;
    let count = 1;
    for (const j of neighbours(i, cols, rows)) {
      sum += map[j]!;
      count++;
    }
    return sum / count;
  });
}

function* neighbours(i: number, cols: number, rows: number): Generator<number> {
  const col = i % cols;
  const row = (i - col) / cols;
  for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
    for (let c = Math.max(0, col - 1); c <= Math.min(cols - 1, col + 1); c++)
      if (r !== row || c !== col) yield r * cols + c;
}
