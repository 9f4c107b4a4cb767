import { foldText } from '../fold.ts';
import type { Sentence } from './sentence.ts';
import type { Mood, Statement } from './statement.ts';

/** Where a sentence holds some words, and what it says of them. */
export interface WordsFound {
  readonly start: number;
  readonly end: number;
  readonly mood: Mood;
}

/** `a…b`: b behind a in one clause; `#` stands for a number. */
const farApart = 40;
const number = '(?:[1-9][\\d,.]*|0\\.\\d+|[一二两三四五六七八九十百千数几]+)[万亿千百]?[余多]?';

const patterns = new Map<string, RegExp>();

/** Words of a call pack as a pattern on squeezed text; each part between `…` is a group. Made once for each. */
export function patternOf(words: string): RegExp {
  const known = patterns.get(words);
  if (known) return known;
  const made = makePattern(words);
  patterns.set(words, made);
  return made;
}

function makePattern(words: string): RegExp {
  const parts = words
    .split('…')
    .map(partOf)
    .filter((part) => part !== '');
  const source = parts.map((part) => `(${part})`).join(`[^。!?;,]{0,${farApart}}?`);
  return new RegExp(source === '' ? '(?!)' : source, 'dgu');
}

function partOf(words: string): string {
  return foldText(words.replaceAll('#', '\u0002'))
    .text.replace(/\s/gu, '')
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replaceAll('\u0002', number);
}

const kept = new WeakMap<Sentence, Map<RegExp, readonly WordsFound[]>>();

/** Every place of the words in a sentence with what is said there; looked for once in sentences that are the same. */
export function findWords({ sentence }: Statement, pattern: RegExp): readonly WordsFound[] {
  const known = kept.get(sentence) ?? new Map<RegExp, readonly WordsFound[]>();
  kept.set(sentence, known);
  const found = known.get(pattern) ?? lookFor(sentence, pattern);
  known.set(pattern, found);
  return found;
}

function lookFor(sentence: Sentence, pattern: RegExp): WordsFound[] {
  return [...sentence.text.matchAll(pattern)].map(({ index, indices, 0: { length } }) => {
    const parts = [...(indices ?? [])]
      .slice(1)
      .flatMap((span) => (span ? [{ start: span[0], end: span[1] }] : []));
    return { start: index, end: index + length, mood: sentence.moodAt(index, index + length, parts) };
  });
}
