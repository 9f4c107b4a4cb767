import type { Bag } from './terms.ts';
import type { Zone } from './zone.ts';

/** The zone as it would be read if a word (folded) stood nowhere in it. Its original and offsets stay. */
export function withoutWord(zone: Zone, word: string): Zone {
  if (word === '' || !zone.text.includes(word)) return zone;
  return {
    ...zone,
    text: blanked(zone.text, word),
    bag: bagWithout(zone.bag, zone.text, word),
    passages: zone.passages.map((bag, i) => bagWithout(bag, zone.passageTexts[i] ?? '', word)),
    passageTexts: zone.passageTexts.map((text) => blanked(text, word)),
  };
}

function blanked(text: string, word: string): string {
  return text.replaceAll(word, '，'.repeat(word.length));
}

/**
 * The bag less the word's own terms. The text is not cut anew, which would cost most of the time of reading it:
 * words that hold the word or lie in it go, pairs and characters count as often less as it stood there.
 */
function bagWithout(bag: Bag, text: string, word: string): Bag {
  const times = text.split(word).length - 1;
  if (times === 0) return bag;
  const own = new Map<string, number>();
  for (let i = 0; i < word.length; i++) {
    for (const length of [1, 2]) {
      if (i + length > word.length) continue;
      const term = `#${word.slice(i, i + length)}`;
      own.set(term, (own.get(term) ?? 0) + times);
    }
  }
  const kept = new Map<string, number>();
  for (const [term, count] of bag) {
    if (!term.startsWith('#')) {
      if (!term.includes(word) && !word.includes(term)) kept.set(term, count);
      continue;
    }
    const left = count - (own.get(term) ?? 0);
    if (left > 0) kept.set(term, left);
  }
  return kept;
}
