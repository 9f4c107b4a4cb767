import { foldText } from '../fold.ts';
import type { Mood, Statement } from './statement.ts';

/** Where a sentence holds some words, and what it says of them. */
export interface WordsFound {
  readonly start: number;
  readonly end: number;
  readonly mood: Mood;
}

/** `a…b`: b behind a in one sentence; `#` stands for a number. */
const farApart = 40;
const number = '(?:[1-9][\\d,.]*|0\\.\\d+|[一二两三四五六七八九十百千数几]+)[万亿千百]?[余多]?';

/** Words of a call pack as a pattern on squeezed text. */
export function patternOf(words: string): RegExp {
  const folded = foldText(words.replaceAll('…', '\u0001').replaceAll('#', '\u0002')).text;
  const escaped = folded
    .replace(/\s/gu, '')
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replaceAll('\u0001', `[^。!?;]{0,${farApart}}?`)
    .replaceAll('\u0002', number);
  return new RegExp(escaped === '' ? '(?!)' : escaped, 'gu');
}

/** Every place of the words in a sentence with what is said there. */
export function findWords(statement: Statement, pattern: RegExp): WordsFound[] {
  return [...statement.text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    mood: statement.moodAt(index, index + length),
  }));
}
