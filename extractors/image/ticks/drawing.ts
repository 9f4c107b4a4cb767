import type { Raster } from '../../raster.ts';
import type { Ink } from '../ink.ts';

/** A page to draw planted shapes on, for the tests of this folder. */
export class Drawing {
  readonly ink: Ink;

  constructor(width: number, height: number, dpi: number) {
    this.ink = { width, height, data: new Uint8Array(width * height), dpi };
  }

  /** The same page in grey: black on white. */
  get grey(): Raster {
    const { width, height, data, dpi } = this.ink;
    return { width, height, dpi, channels: 1, data: data.map((inked) => (inked ? 0 : 255)) };
  }

  dot(x: number, y: number, value = 1): void {
    const { width, height, data } = this.ink;
    const [ix, iy] = [Math.round(x), Math.round(y)];
    if (ix >= 0 && iy >= 0 && ix < width && iy < height) data[iy * width + ix] = value;
  }

  fill(x0: number, y0: number, x1: number, y1: number): void {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) this.dot(x, y);
  }

  /** A stroke of `thick` pixels. */
  stroke(x0: number, y0: number, x1: number, y1: number, thick = 2): void {
    const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 2);
    for (let i = 0; i <= steps; i++) {
      const x = x0 + ((x1 - x0) * i) / steps;
      const y = y0 + ((y1 - y0) * i) / steps;
      for (let a = 0; a < thick; a++) for (let b = 0; b < thick; b++) this.dot(x + a, y + b);
    }
  }

  square(x: number, y: number, side: number, thick = 2): void {
    this.fill(x, y, x + side, y + thick);
    this.fill(x, y + side - thick, x + side, y + side);
    this.fill(x, y, x + thick, y + side);
    this.fill(x + side - thick, y, x + side, y + side);
  }

  /** A ring round a middle, or a disc. */
  ring(cx: number, cy: number, radius: number, filled = false): void {
    for (let y = -radius; y <= radius; y++) {
      for (let x = -radius; x <= radius; x++) {
        const distance = Math.hypot(x, y);
        if (distance <= radius && (filled || distance > radius - 2.2)) this.dot(cx + x, cy + y);
      }
    }
  }

  /** Turns every pixel over with probability `share`; `random` gives 0..1. */
  noise(share: number, random: () => number): void {
    const { data } = this.ink;
    for (let i = 0; i < data.length; i++) if (random() < share) data[i] = 1 - data[i]!;
  }
}

/** Numbers 0..1 that repeat for a seed (a linear congruence). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
