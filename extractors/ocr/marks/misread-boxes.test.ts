import { expect, test } from 'vitest';
import type { Box } from '../../../core/place.ts';
import { Drawing } from '../../image/ticks/drawing.ts';
import { readsAsCharacter, withMisreadBoxes } from './misread-boxes.ts';

const page = new Drawing(400, 40, 200);
page.fill(105, 15, 115, 25);

/** A run whose characters stand 20 pixels apart: the one at index 5 has ink in its middle. */
function runOf(text: string) {
  const boxes = [...text].map((_, i): Box => [i * 20, 10, i * 20 + 20, 30]);
  return { text, box: [0, 10, text.length * 20, 30] as const, boxes, confidence: 0.9 };
}

test('boxes at the start of options are judged by their ink', () => {
  expect(withMisreadBoxes(runOf('□自建 口租用'), page, [20]).text).toBe('☐自建 ☐租用');
  expect(withMisreadBoxes(runOf('□自建  回租用'), page, [20]).text).toBe('☐自建  ☑租用');
  expect(withMisreadBoxes(runOf('○是的  ●否'), page, []).text).toBe('☐是的  ☑否');
});

test('characters inside words stay, and 口 on pages without tick boxes', () => {
  expect(withMisreadBoxes(runOf('数据接口'), page, [20]).text).toBe('数据接口');
  expect(withMisreadBoxes(runOf('口径说明'), page, []).text).toBe('口径说明');
  expect(withMisreadBoxes(runOf('O2O平台'), page, []).text).toBe('O2O平台');
});

const square = (at: number, more = {}) => ({
  box: [at * 20, 10, at * 20 + 20, 30] as const,
  ticked: true,
  cover: 1,
  sure: true,
  likeCharacter: false,
  ...more,
});

test('a square read as a character no box looks like is that character', () => {
  expect(readsAsCharacter(square(0), runOf('台账'), true)).toBe(true);
  expect(readsAsCharacter(square(0), runOf('回是'), true)).toBe(false);
  expect(readsAsCharacter(square(0), undefined, true)).toBe(false);
});

test('a square close behind a character that makes a word with it is no tick box', () => {
  expect(readsAsCharacter(square(1), runOf('项目建'), false)).toBe(true);
  expect(readsAsCharacter(square(1, { ticked: false }), runOf('接口'), false)).toBe(true);
  expect(readsAsCharacter(square(1), runOf('是回否'), false)).toBe(false);
  expect(readsAsCharacter(square(1), runOf('ample'), false)).toBe(true);
  expect(readsAsCharacter(square(0, { sure: false }), runOf('国家'), true)).toBe(true);
});
