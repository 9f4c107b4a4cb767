import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, tablesOf } from '../../core/document.ts';
import { readText } from './read-text.ts';

test('lines, rows of tabs and bars, headings and boxes', () => {
  const document = readText(
    '# 通知\n甲 < 乙 & 丙\n名称\t\n\n代码\t☐ 有\n<input type="checkbox"> 是\n| a | b |\n|---|---|\n| c | d |',
  );
  const [first, second] = [...tablesOf(document.body)];
  expect([...linesOf(document.body)].map((line) => line.text.trim())).toEqual([
    '通知',
    '甲 < 乙 & 丙',
    '名称',
    '代码',
    '☐ 有',
    '☐ 是',
    'a',
    'b',
    'c',
    'd',
  ]);
  expect(document.body[0]).toMatchObject({ kind: 'paragraph', outline: 1 });
  expect([first?.rows, first?.cols, second?.rows]).toEqual([2, 2, 2]);
});

test('any text can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'一<>&\t\n|#*[]_ap/') }), (text) => {
      expect(() => readText(text)).not.toThrow();
    }),
  );
});
