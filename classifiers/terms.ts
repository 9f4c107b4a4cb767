import { commonWords } from './dictionary.ts';
import { segment } from './segment.ts';

const word = /^[\p{Script=Han}a-z0-9+]{2,}$/u;
const number = /^[0-9.+%]+$/;
const hanPair = /^\p{Script=Han}{2}$/u;

/** How often each term stands in a text. */
export type Bag = ReadonlyMap<string, number>;

/** Words of two characters or more that can carry meaning. */
export function wordsOf(folded: string): string[] {
  return segment(folded).filter(means);
}

/**
 * Words, and pairs of neighbouring Han characters marked with `#`, which survive wrong cuts. No pair touches a
 * word that every filing holds.
 */
export function termsOf(folded: string): string[] {
  const tokens = segment(folded);
  const terms = tokens.filter(means);
  const rest = tokens.map((token) => (commonWords.has(token) ? '，' : token)).join('');
  for (let i = 0; i + 1 < rest.length; i++) {
    const pair = rest.slice(i, i + 2);
    if (hanPair.test(pair)) terms.push(`#${pair}`);
  }
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
