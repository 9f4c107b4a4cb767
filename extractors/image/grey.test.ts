import { expect, test } from 'vitest';
import type { Raster } from '../raster.ts';
import { withoutRed } from './grey.ts';

const paper = [240, 240, 240];
const seal = [210, 60, 55];
const print = [30, 28, 30];
const printUnderSeal = [32, 10, 10];

test('lifts a seal to paper and keeps the print under it', () => {
  const pixels = [...Array<number[]>(12).fill(paper), seal, seal, printUnderSeal, seal, paper, print];
  const raster: Raster = {
    width: pixels.length,
    height: 1,
    channels: 3,
    data: Uint8Array.from(pixels.flat()),
    dpi: 200,
  };
  const grey = [...withoutRed(raster).data];
  expect(grey.slice(12, 14)).toEqual([240, 240]);
  expect(grey[14]).toBeLessThan(60);
  expect(grey[15]).toBe(240);
  expect(grey[17]).toBeLessThan(40);
});

test('keeps the grey print under a seal that was pasted half transparent', () => {
  const half = (pixel: readonly number[]) => pixel.map((value, i) => (value + [225, 20, 20][i]!) / 2);
  const edge = [130, 130, 130];
  const pixels = [...Array<number[]>(300).fill(paper)];
  // A stretch of seal with a stroke of print in it, its edges grey.
  pixels.push(...Array<number[]>(60).fill(half(paper)), half(edge), half(print), half(edge));
  pixels.push(...Array<number[]>(60).fill(half(paper)), ...Array<number[]>(100).fill(paper));
  const raster: Raster = {
    width: pixels.length,
    height: 1,
    channels: 3,
    data: Uint8Array.from(pixels.flat().map(Math.round)),
    dpi: 200,
  };
  const grey = [...withoutRed(raster).data];
  expect(Math.min(...grey.slice(300, 360), ...grey.slice(363, 423))).toBeGreaterThan(232);
  expect(grey[361]).toBeLessThan(140);
  // Dark enough to be ink by the adaptive threshold.
  expect(grey[360]).toBeLessThan(240 * 0.82);
  expect(grey[362]).toBeLessThan(240 * 0.82);
});

test('keeps a tick in red pen, not the characters inside a seal', () => {
  const [width, height] = [400, 300];
  const data = new Uint8Array(width * height * 3).fill(240);
  const red = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) data.set(seal, (y * width + x) * 3);
  };
  red(20, 20, 40, 24);
  // A seal's rim as a frame, with a character in it.
  red(200, 100, 360, 106);
  red(200, 240, 360, 246);
  red(200, 100, 206, 246);
  red(354, 100, 360, 246);
  red(270, 160, 290, 180);
  const grey = withoutRed({ width, height, channels: 3, data, dpi: 200 }).data;
  expect(grey[22 * width + 30]).toBeLessThan(120);
  expect(grey[103 * width + 300]).toBe(240);
  expect(grey[170 * width + 280]).toBe(240);
});
