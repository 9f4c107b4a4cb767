import { expect, test } from 'vitest';
import { Drawing } from './drawing.ts';
import { findRoundBoxes } from './round-boxes.ts';

test('rings are empty, discs beside them ticked', () => {
  const page = new Drawing(300, 80, 200);
  page.ring(40, 40, 12);
  page.ring(120, 40, 12, true);
  page.ring(200, 40, 12);
  expect(findRoundBoxes(page.ink).map(({ ticked }) => ticked)).toEqual([false, true, false]);
});

test('discs alone are bullets', () => {
  const page = new Drawing(300, 80, 200);
  page.ring(40, 40, 12, true);
  page.ring(120, 40, 12, true);
  expect(findRoundBoxes(page.ink)).toEqual([]);
});

test('squares, characters in a ring, ovals and dots are none', () => {
  const page = new Drawing(400, 80, 200);
  page.square(20, 28, 24);
  page.ring(100, 40, 12);
  page.stroke(100, 32, 100, 46, 4);
  page.stroke(94, 40, 106, 40, 4);
  page.ring(180, 40, 4);
  for (let angle = 0; angle < 360; angle++) {
    page.dot(260 + 8 * Math.cos((angle * Math.PI) / 180), 40 + 13 * Math.sin((angle * Math.PI) / 180));
  }
  expect(findRoundBoxes(page.ink)).toEqual([]);
});
