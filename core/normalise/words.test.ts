import { describe, expect, it } from 'vitest';
import { countWords } from './words.ts';

describe('countWords', () => {
  it.each([
    ['', 0, 0, 0],
    ['工业互联网', 5, 5, 5],
    ['工业互联网APP。', 7, 5, 9],
    ['接入5G设备 1,200 台（套）', 10, 6, 15],
    ['a b  c\n', 3, 0, 3],
    ['“强链”', 4, 2, 4],
    ['　全　角空格', 4, 4, 4],
  ])('%j', (text, word, han, characters) => {
    expect(countWords(text, 'word')).toBe(word);
    expect(countWords(text, 'han')).toBe(han);
    expect(countWords(text, 'characters')).toBe(characters);
  });
});
