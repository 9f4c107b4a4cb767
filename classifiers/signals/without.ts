import type { Change } from './sums.ts';
import { type Bag, wordsIn } from './terms.ts';

/** A folded text as it would stand if the word stood nowhere in it, of the same length. */
export function textWithout(text: string, word: string): string {
  return text.replaceAll(word, '，'.repeat(word.length));
}

/**
 * How the bag of a text changes where a word (folded) stands nowhere in it. The text is not cut anew, which would
 * cost most of the time of reading it: words that hold the word or lie in it go, pairs and characters count as
 * often less as it stood there.
 */
export function changesWithout(bag: Bag, text: string, word: string): Change[] {
  const times = word === '' ? 0 : text.split(word).length - 1;
  if (times === 0) return [];
  const own = new Map<string, number>();
  for (let i = 0; i < word.length; i++) {
    for (const length of [1, 2]) {
      if (i + length > word.length) continue;
      const term = `#${word.slice(i, i + length)}`;
      own.set(term, (own.get(term) ?? 0) + times);
    }
  }
  const changes: Change[] = [];
  const change = (term: string, left: number) => {
    const before = bag.get(term) ?? 0;
    if (before > 0) changes.push({ term, before, after: Math.max(0, before - left) });
  };
  for (const [term, left] of own) change(term, left);
  for (const term of wordsIn(bag)) {
    if (term.includes(word) || word.includes(term)) change(term, Number.POSITIVE_INFINITY);
  }
  return changes;
}
