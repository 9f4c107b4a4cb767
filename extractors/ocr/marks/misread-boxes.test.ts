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

test('where no other box stands in the line, what may be a character is one', () => {
  const alone = (text: string) => withMisreadBoxes(runOf(text), page, [20], false).text;
  expect(alone('三个工厂，口径统一')).toBe('三个工厂，口径统一');
  expect(alone('国轩高科')).toBe('国轩高科');
  expect(alone('□自建平台')).toBe('☐自建平台');
  expect(alone('口是 口否')).toBe('☐是 ☐否');
});

test('a box read inside a word of running text is a character that is not known', () => {
  const read = withMisreadBoxes(runOf('食品□智能车间'), page, [20], false);
  expect(read.text).toBe('食品\ufffd智能车间');
  expect(read.certainty?.[2]).toBe(0);
  expect(withMisreadBoxes(runOf('是□否□'), page, [20], false).text).toBe('是☐否☐');
});

test('a character taken for a box is not sure', () => {
  const { text, certainty } = withMisreadBoxes(runOf('□自建 口租用'), page, [20]);
  expect(text).toBe('☐自建 ☐租用');
  expect(certainty?.[4]).toBeLessThan(0.9);
  expect(certainty?.[0]).toBe(0.9);
});

test('a square alone between characters is a character', () => {
  expect(readsAsCharacter(square(1), runOf('曲回明'), true, '', true)).toBe(true);
  expect(readsAsCharacter(square(1), runOf('建国'), true, '', true)).toBe(true);
  expect(readsAsCharacter(square(0), runOf('回是'), true, '', true)).toBe(false);
});
