import { expect, test } from 'vitest';
import { TextMap } from '../../core/text-map.ts';
import { legibleValue } from './legible.ts';

/** A line whose characters are all sure but those given. */
function mapOf(text: string, doubts: Readonly<Record<string, number>>): TextMap {
  const certainty = [...text].map((char) => doubts[char] ?? 0.99);
  const place = { page: 1, box: [0, 0, 99, 9] as const };
  return new TextMap([{ text, place, readBy: 'ocr', confidence: 0.9, certainty }]);
}
const legible = (type: string, text: string, doubts: Readonly<Record<string, number>> = {}) =>
  legibleValue({ type }, mapOf(text, doubts), 0, text.length);

test('what a date does not hang on may be doubtful', () => {
  expect(legible('span', '2020年1月—2021年6月', { '—': 0.49, 年: 0.6 })).toBe(0.99);
  expect(legible('span', '2020年1月—2021年6月', { 6: 0.7 })).toBe(0.7);
  expect(legible('date', '二〇二二年十月十四日', { 〇: 0.54 })).toBe(0.98);
  expect(legible('date', '二〇二二年十月十四日', { 四: 0.6 })).toBe(0.6);
});

test('a comma among digits makes no other number, a point does', () => {
  expect(legible('amount', '1,562', { ',': 0.6 })).toBe(0.99);
  expect(legible('amount', '1.562', { '.': 0.6 })).toBe(0.6);
  expect(legible('amount', '15亿元', { 亿: 0.7 })).toBe(0.7);
  expect(legibleValue({ type: 'years', of: 'count' }, mapOf('39 人', { 人: 0.5 }), 0, 4)).toBe(0.99);
});

test('brackets of a document number and quotation marks are the same in any shape', () => {
  expect(legible('text', '苏工信〔2022〕157号', { '〔': 0.7, '〕': 0.7 })).toBe(0.99);
  expect(legible('text', '苏工信〔2022〕157号', { 7: 0.7 })).toBe(0.7);
});

test('letters that may be digits and traditional characters are doubtful however sure the engine is', () => {
  expect(legible('email', 'contactl93@example.com')).toBe(0.7);
  expect(legible('email', 'liling@example.com')).toBe(0.99);
  expect(legible('person', '魏靜')).toBe(0.7);
  expect(legible('text', '软件著作权')).toBe(0.99);
});

test('typed text is as sure as it is, and what has no character of its kind as the whole', () => {
  const typed = new TextMap([
    { text: '魏靜1l', place: { page: 1, box: [0, 0, 9, 9] }, readBy: 'text-layer', confidence: 1 },
  ]);
  expect(legibleValue({ type: 'person' }, typed, 0, 4)).toBe(1);
  expect(legible('count', '若干', { 若: 0.6 })).toBe(0.6);
});
