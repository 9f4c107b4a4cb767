import { expect, test } from 'vitest';
import type { Box } from '../../../core/place.ts';
import { Drawing } from '../../image/ticks/drawing.ts';
import { findRoundBoxes } from '../../image/ticks/round-boxes.ts';
import { optionBoxes } from './option-boxes.ts';

const band = { top: 20, bottom: 54 };
const region: Box = [0, 0, 400, 80];

/** A line of print: what stands for a character is a block as high as the line. */
function line(...characters: number[]): Drawing {
  const page = new Drawing(400, 80, 200);
  for (const x of characters) page.fill(x, band.top, x + 28, band.bottom);
  return page;
}

const marksOf = ({ ink }: Drawing) =>
  optionBoxes(ink, findRoundBoxes(ink), region, { ...band, pieces: [] }).map(({ box, ticked }) => [
    Math.round((box[0] + box[2]) / 2),
    ticked,
  ]);

test('round marks half as high as the line stand before their options', () => {
  const page = line(60, 92, 172, 204);
  page.ring(44, 37, 8, true);
  page.ring(156, 37, 8);
  expect(marksOf(page)).toEqual([
    [45, true],
    [157, false],
  ]);
});

test('the letter o, degrees, full stops and a ring close behind a character are none', () => {
  for (const [x, y] of [
    [44, 44],
    [44, 27],
    [44, 47],
  ] as const) {
    const page = line(60, 92);
    page.ring(x, y, 8);
    expect(marksOf(page)).toEqual([]);
  }
  const page = line(0, 60, 92);
  page.ring(38, 37, 8);
  expect(marksOf(page)).toEqual([]);
});
