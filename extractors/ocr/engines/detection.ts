import type { Box } from '../../../core/place.ts';
import { resizeGrey } from '../../image/resize.ts';
import type { Raster } from '../../raster.ts';

/** PP-OCR's detector was trained on ImageNet-normalised colour. */
const mean = [0.485, 0.456, 0.406] as const;
const deviation = [0.229, 0.224, 0.225] as const;

export interface DetectionInput {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** A grey page scaled so that its longer side is at most `side`, both sides multiples of 32. */
export function detectionInput(raster: Raster, side: number): DetectionInput {
  const scale = Math.min(1, side / Math.max(raster.width, raster.height));
  const width = Math.max(32, Math.round((raster.width * scale) / 32) * 32);
  const height = Math.max(32, Math.round((raster.height * scale) / 32) * 32);
  const small = resizeGrey(raster, width, height);
  const plane = width * height;
  const data = new Float32Array(plane * 3);
  for (let c = 0; c < 3; c++) {
    const table = new Float32Array(256);
    for (let v = 0; v < 256; v++) table[v] = (v / 255 - mean[c]!) / deviation[c]!;
    for (let i = 0; i < plane; i++) data[c * plane + i] = table[small.data[i]!]!;
  }
  return { data, width, height };
}

export interface DetectionOptions {
  /** Probability from which a pixel counts as text. */
  readonly threshold: number;
  /** Mean probability from which a box counts. */
  readonly boxThreshold: number;
  /** How far a box grows: area × unclip ÷ perimeter (Liao et al., DB, AAAI 2020). */
  readonly unclip: number;
}

export const detectionDefaults: DetectionOptions = { threshold: 0.3, boxThreshold: 0.5, unclip: 2 };

/** Upright boxes of text in pixels of the probability map, grown to hold whole characters. */
export function boxesOfMap(
  map: Float32Array,
  width: number,
  height: number,
  options: DetectionOptions = detectionDefaults,
): Box[] {
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const boxes: Box[] = [];
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || map[start]! < options.threshold) continue;
    let [x0, y0, x1, y1] = [width, height, 0, 0];
    let sum = 0;
    let count = 0;
    seen[start] = 1;
    stack.push(start);
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const x = i % width;
      const y = (i - x) / width;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
      sum += map[i]!;
      count++;
      const visit = (j: number) => {
        if (seen[j] || map[j]! < options.threshold) return;
        seen[j] = 1;
        stack.push(j);
      };
      if (x > 0) visit(i - 1);
      if (x < width - 1) visit(i + 1);
      if (y > 0) visit(i - width);
      if (y < height - 1) visit(i + width);
    }
    const w = x1 - x0 + 1;
    const h = y1 - y0 + 1;
    if (Math.min(w, h) < 3 || sum / count < options.boxThreshold) continue;
    const grow = (w * h * options.unclip) / (2 * (w + h));
    boxes.push([
      Math.max(0, x0 - grow),
      Math.max(0, y0 - grow),
      Math.min(width, x1 + 1 + grow),
      Math.min(height, y1 + 1 + grow),
    ]);
  }
  return boxes;
}
