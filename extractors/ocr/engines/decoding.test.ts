import { expect, test } from 'vitest';
import { decodeCtc, twinsOf } from './ctc.ts';
import { boxesOfMap } from './detection.ts';
import { parseDictionary } from './dictionary.ts';
import { lineOf } from './recognition.ts';

test('the dictionary ends with one space whether the file has it or not', () => {
  expect(parseDictionary('甲\n乙')).toEqual(['', '甲', '乙', ' ']);
  expect(parseDictionary('甲\r\n乙\r\n \n')).toEqual(['', '甲', '乙', ' ']);
});

test('joins repeats, drops blanks and keeps where characters stood', () => {
  const dictionary = ['', '甲', '乙', ' '];
  const classes = [0, 1, 1, 0, 1, 2, 2, 2, 0];
  const scores = new Float32Array(classes.length * 4);
  classes.forEach((best, t) => {
    scores[t * 4 + best] = 0.9;
  });
  const chars = decodeCtc(scores, classes.length, 4, dictionary);
  expect(chars.map((char) => char.text).join('')).toBe('甲甲乙');
  expect(chars.map((char) => char.step)).toEqual([1.5, 4, 6]);
  const raster = { width: 72, height: 48, channels: 1, data: new Uint8Array(72 * 48), dpi: 200 } as const;
  const line = lineOf(chars, 1 / 8, raster, [100, 10]);
  expect(line?.confidence).toBeCloseTo(0.9);
  expect(line?.boxes).toHaveLength(3);
  expect(line?.boxes?.[0]?.[0]).toBeGreaterThanOrEqual(100);
  expect(line?.boxes?.[2]?.[2]).toBeLessThanOrEqual(172);
});

test('what is a comma in either width is sure to be a comma', () => {
  const dictionary = ['', ',', '，', '.', '甲', ' '];
  const scores = Float32Array.from([0.02, 0.4, 0.55, 0.03, 0, 0]);
  const [read] = decodeCtc(scores, 1, 6, dictionary, twinsOf(dictionary));
  expect(read?.text).toBe('，');
  expect(read?.probability).toBeCloseTo(0.95);
});

test('boxes of a probability map grow by the unclip ratio and leave out the weak', () => {
  const map = new Float32Array(100 * 60);
  for (let y = 20; y < 28; y++) for (let x = 20; x < 60; x++) map[y * 100 + x] = 0.9;
  for (let y = 40; y < 48; y++) for (let x = 20; x < 60; x++) map[y * 100 + x] = 0.35;
  const boxes = boxesOfMap(map, 100, 60);
  expect(boxes).toHaveLength(1);
  const [x0, y0, x1, y1] = boxes[0]!;
  expect(x0).toBeLessThan(17);
  expect(y0).toBeLessThan(17);
  expect(x1).toBeGreaterThan(63);
  expect(y1).toBeGreaterThan(31);
});
