import { commonWords } from './dictionary.ts';
import { segment } from './segment.ts';

const word = /^[\p{Script=Han}a-z0-9+]{2,}$/u;
const number = /^[0-9.+%]+$/;
const han = /^\p{Script=Han}$/u;
const hanPair = /^\p{Script=Han}{2}$/u;

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
  const tokens = segment(folded);
  const terms = tokens.filter(means);
  const rest = tokens.map((token) => (commonWords.has(token) ? '，' : token)).join('');
  for (let i = 0; i + 1 < rest.length; i++) {
    const pair = rest.slice(i, i + 2);
    if (hanPair.test(pair)) terms.push(`#${pair}`);
  }
  for (const char of rest) if (han.test(char)) terms.push(`#${char}`);
  return terms;
}

function means(token: string): boolean {
  return word.test(token) && !number.test(token) && !commonWords.has(token);
}

export function bagOf(terms: readonly string[]): Bag {
  const bag = new Map<string, number>();
  for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + 1);
  return bag;
}
