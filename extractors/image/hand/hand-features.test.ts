import { expect, test } from 'vitest';
import type { Box } from '../../../core/place.ts';
import type { Raster } from '../../raster.ts';
import type { Ink } from '../ink.ts';
import { handFeatures, type ReadLine } from './hand-features.ts';
import { byHandOnPage } from './hand-model.ts';
import { weights } from './hand-weights.ts';
import { pageFeatures } from './page-features.ts';

const [width, height] = [640, 60];
const [level, , , , , , , , , , , , digitBottom] = Array.from({ length: 20 }, (_, i) => i);

/** A line of ones, each a stroke of four pixels, leaning by `lean` and standing up to `bob` pixels off the line. */
function strokes(lean: number, bob: number): { ink: Ink; grey: Raster; line: ReadLine } {
  const data = new Uint8Array(width * height).fill(255);
  const boxes: Box[] = [];
  for (let letter = 0; letter < 10; letter++) {
    const off = Math.round(bob * Math.sin(letter * 2.3));
    const left = 20 + letter * 60;
    for (let y = 15 + off; y < 45 + off; y++)
      for (let x = 0; x < 4; x++) data[y * width + left + 15 + x + Math.round((30 - y) * lean)] = 0;
    // A foot that leans with the stroke.
    for (let x = 0; x < 20; x++)
      for (let y = 0; y < 4; y++) data[(41 + off + y - Math.round(x * lean)) * width + left + 8 + x] = 0;
    boxes.push([left, 0, left + 50, height]);
  }
  const grey: Raster = { width, height, channels: 1, data, dpi: 200 };
  const ink: Ink = { width, height, dpi: 200, data: data.map((value) => (value === 0 ? 1 : 0)) };
  const text = '1111111111';
  return { ink, grey, line: { text, box: [0, 0, width, height], boxes, certainty: boxes.map(() => 1) } };
}

const featuresOf = ({ ink, grey, line }: ReturnType<typeof strokes>) => {
  const features = handFeatures(ink, grey, line);
  if (!features) throw new Error('no features');
  return features;
};

test('strokes of print keep to upright and to their line, those of a pen do not', () => {
  const print = featuresOf(strokes(0, 0));
  const pen = featuresOf(strokes(0.35, 6));
  expect(print[level!]).toBeGreaterThan(0.75);
  expect(pen[level!]).toBeLessThan(0.4);
  expect(print[digitBottom!]).toBe(0);
  expect(pen[digitBottom!]).toBeGreaterThan(0.08);
});

test('each feature has its weight, and a line in pieces is judged whole', () => {
  const { ink, grey, line } = strokes(0.2, 3);
  const cut = (from: number, to: number): ReadLine => ({
    text: line.text.slice(from, to),
    box: [line.boxes![from]![0], 0, line.boxes![to - 1]![2], height],
    boxes: line.boxes!.slice(from, to),
    certainty: line.certainty!.slice(from, to),
  });
  const [first, second] = pageFeatures(ink, grey, [cut(0, 1), cut(1, 10)]);
  expect(first).toHaveLength(weights.features.length);
  expect(first).toEqual(second);
});

test('where a page surely bears handwriting, less is asked of its other lines', () => {
  /** Features moved along the weights until the probability is as wanted. */
  const lineOf = (chance: number) => {
    const length = weights.features.reduce((sum, [, , weight]) => sum + weight ** 2, 0);
    const step = (Math.log(chance / (1 - chance)) - weights.bias) / length;
    return weights.features.map(([mean, scale, weight]) => mean + scale * weight * step);
  };
  expect(byHandOnPage([lineOf(0.45), lineOf(0.01), undefined])).toEqual([false, false, false]);
  expect(byHandOnPage([lineOf(0.45), lineOf(0.95), lineOf(0.99), lineOf(0.01)])).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
