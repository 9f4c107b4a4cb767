/** Inches: what is larger is a seal; a pen's tick is smaller, and larger than a speck. */
const largest = 0.45;
const smallest = 0.05;
/** How far around a seal everything red is taken for a part of it, as a share of its size. */
const around = 0.15;

interface Part {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  readonly pixels: number[];
}

/**
 * The red pixels that a pen drew: strokes by themselves, of a tick's size, away from seals. `redness` is above 0
 * where a pixel is red. Seals are lifted from a page before it is read; a tick in red ink must stay.
 */
export function penStrokes(redness: Uint8Array, width: number, height: number, dpi: number): Uint8Array {
  const parts = partsOf(redness, width, height);
  const size = (part: Part) => Math.max(part.x1 - part.x0, part.y1 - part.y0);
  const seals = parts.filter((part) => size(part) > largest * dpi);
  const kept = new Uint8Array(redness.length);
  for (const part of parts) {
    if (size(part) > largest * dpi || size(part) < smallest * dpi) continue;
    if (seals.some((seal) => isNear(part, seal, size(seal) * around))) continue;
    for (const i of part.pixels) kept[i] = 1;
  }
  return kept;
}

function isNear(part: Part, seal: Part, margin: number): boolean {
  return (
    part.x1 >= seal.x0 - margin &&
    part.x0 <= seal.x1 + margin &&
    part.y1 >= seal.y0 - margin &&
    part.y0 <= seal.y1 + margin
  );
}

/** Red pixels that touch, also at corners. */
function partsOf(redness: Uint8Array, width: number, height: number): Part[] {
  const seen = new Uint8Array(redness.length);
  const parts: Part[] = [];
  const stack: number[] = [];
  for (let start = 0; start < redness.length; start++) {
    if (seen[start] || redness[start] === 0) continue;
    const part: Part = { x0: width, y0: height, x1: 0, y1: 0, pixels: [] };
    seen[start] = 1;
    stack.push(start);
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const x = i % width;
      const y = (i - x) / width;
      part.pixels.push(i);
      part.x0 = Math.min(part.x0, x);
      part.x1 = Math.max(part.x1, x + 1);
      part.y0 = Math.min(part.y0, y);
      part.y1 = Math.max(part.y1, y + 1);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (seen[next] || redness[next] === 0) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    parts.push(part);
  }
  return parts;
}
