import { expect, test } from 'vitest';
import type { Box } from '../../core/place.ts';
import type { PdfChar } from './engine.ts';
import { withLettersApart } from './ligatures.ts';

const char = (text: string, x0: number, x1: number): PdfChar => ({
  text,
  box: [x0, 0, x1, 10] as Box,
  fontSize: 10,
});
const told = (chars: readonly PdfChar[]) =>
  withLettersApart(chars).map(({ text, box }) => [text, box[0], box[2]]);

test('letters given in one place have each a part of it', () => {
  expect(told([char('o', 0, 6), char('f', 6, 14), char('f', 6, 14), char('i', 14, 17)])).toEqual([
    ['o', 0, 6],
    ['f', 6, 10],
    ['f', 10, 14],
    ['i', 14, 17],
  ]);
});

test('a ligature is its letters', () => {
  expect(told([char('ﬃ', 0, 12), char('c', 12, 17)])).toEqual([
    ['f', 0, 4],
    ['f', 4, 8],
    ['i', 8, 12],
    ['c', 12, 17],
  ]);
});

test('ideographs drawn twice stay so: they are bold type', () => {
  const twice = [char('工', 0, 10), char('工', 0, 10)];
  expect(withLettersApart(twice)).toEqual(twice);
});
