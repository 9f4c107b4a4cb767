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
