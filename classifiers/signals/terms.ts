import { commonWords } from './dictionary.ts';
import { segment } from './segment.ts';

const word = /^[\p{Script=Han}a-z0-9+]{2,}$/u;
const number = /^[0-9.+%]+$/;
const han = /^\p{Script=Han}$/u;

/** How often each term stands in a text. */
export type Bag = ReadonlyMap<string, number>;

/** Words of two characters or more that can carry meaning. */
export function wordsOf(folded: string): string[] {
  return segment(folded).filter(means);
}

/**
 * Words, and marked with `#` single Han characters and pairs of neighbouring ones: pairs survive wrong cuts, and
 * workers' short words often share no more than one character with the office's (漏 and 泄漏). None is of a word
 * that every filing holds.
 */
export function termsOf(folded: string): string[] {
  return termsOfTokens(segment(folded));
}

/** The terms of each of some pieces that follow one another; what ends a piece is a mark, which no word holds. */
export function termsOfPieces(pieces: readonly string[]): string[][] {
  const tokens = segment(pieces.join(''));
  let next = 0;
  let at = 0;
  let end = 0;
  return pieces.map((piece) => {
    const first = next;
    end += piece.length;
    while (next < tokens.length && at < end) at += tokens[next++]?.length ?? 0;
    return termsOfTokens(tokens.slice(first, next));
  });
}

function termsOfTokens(tokens: readonly string[]): string[] {
  const terms = tokens.filter(means);
  const single: string[] = [];
  let before = '';
  for (const token of tokens) {
    if (commonWords.has(token)) {
      before = '';
      continue;
    }
    for (const char of token) {
      if (!isHan(char)) {
        before = '';
        continue;
      }
      // A character outside the basic plane is two units long and stands in no pair.
      if (before !== '' && char.length === 1) terms.push(`#${before}${char}`);
      single.push(`#${char}`);
      before = char.length === 1 ? char : '';
    }
  }
  return terms.concat(single);
}

function isHan(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x2e80) return false;
  return (code >= 0x4e00 && code <= 0x9fff) || han.test(char);
}

/** The words of a bag are the same for all schemes and all words it is read without. */
const known = new WeakMap<Bag, readonly string[]>();

export function wordsIn(bag: Bag): readonly string[] {
  const words = known.get(bag) ?? [...bag.keys()].filter((term) => !term.startsWith('#'));
  known.set(bag, words);
  return words;
}

function means(token: string): boolean {
  return word.test(token) && !number.test(token) && !commonWords.has(token);
}

export function bagOf(terms: readonly string[]): Bag {
  const bag = new Map<string, number>();
  for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + 1);
  return bag;
}
