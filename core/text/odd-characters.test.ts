import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from '../document.ts';
import type { Box } from '../place.ts';
import { foldText } from './fold.ts';
import { oddCharacters, withoutOdd } from './odd-characters.ts';

const line = (text: string, path = 'p[1]'): Line => ({
  text,
  place: { part: 'word/document.xml', path },
  readBy: 'word-xml',
  confidence: 1,
});
const box = (i: number): Box => [i * 10, 0, i * 10 + 10, 10];
const onPage = (text: string): Line => ({
  ...line(text),
  place: { page: 2, box: [0, 0, 1000, 10] },
  boxes: Array.from({ length: text.length }, (_, i) => box(i)),
});

test('odd characters are counted, named and placed', () => {
  expect(oddCharacters([line('工业互联网平台 ＭＥＳ、MES、5μm（１２）Москва')])).toBeUndefined();
  expect(oddCharacters([line('a\u200bb\u200b МЕS ⼯'), line('好'), line('\u202e倒', 'p[3]')])).toEqual({
    code: 'odd-characters',
    values: { count: 6, sample: 'U+200B М (U+041C) Е (U+0415)' },
    places: [
      { part: 'word/document.xml', path: 'p[1]' },
      { part: 'word/document.xml', path: 'p[3]' },
    ],
  });
  expect(oddCharacters([onPage('甲⼯乙')])?.places).toEqual([{ page: 2, box: box(1) }]);
});

test.each([
  ['工\u200b业\u2066互\u2069联', '工业互联'],
  ['⼯⻔\uf9d1', '工门六'],
  ['\u{2f800}', '丽'],
  ['М\u200bЕS与РLC', 'MES与PLC'],
  ['A１2', 'A12'],
  ['ＭЕS', 'MES'],
  ['ＭＥＳ（１２）', 'ＭＥＳ（１２）'],
  ['Αθήνα', 'Αθήνα'],
  ['91440604МAY2Т25С0А', '91440604MAY2T25C0A'],
  ['91440604МАХ2Т25С0А', '91440604MAX2T25C0A'],
  ['с 2019 по 2022', 'с 2019 по 2022'],
])('%j is read as %j', (written, read) => {
  expect(withoutOdd(line(written)).text).toBe(read);
});

test('boxes stay with their characters', () => {
  const plain = withoutOdd(onPage('甲\u200b⼯\u{2f800}乙'));
  expect(plain.text).toBe('甲工丽乙');
  expect(plain.boxes).toEqual([box(0), box(2), box(3), box(5)]);
});

test('property: nothing odd is left, what is compared stays the same, every character keeps one box', () => {
  const odd = fc.stringMatching(/^[工业⼀-⿕⺁-⻳А-яA-Za-z0-9０-９Ａ-ｚ\u200b\u202e豈-\ufa6d ]*$/u);
  fc.assert(
    fc.property(odd, (text) => {
      const plain = withoutOdd(onPage(text));
      expect(plain.boxes).toHaveLength(plain.text.length);
      expect(oddCharacters([plain])).toBeUndefined();
      expect(foldText(plain.text).text).toBe(foldText(text).text);
    }),
  );
});
