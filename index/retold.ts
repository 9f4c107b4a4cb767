import { subsequence } from './fingerprint/subsequence.ts';
import type { Sentence } from './sentences.ts';

/** Two sentences that say the same in nearly the same order; `kept` letters of it are in both. */
export interface RetoldSentence {
  readonly here: Sentence;
  readonly there: Sentence;
  readonly kept: number;
}

export interface Retold {
  readonly sentences: readonly RetoldSentence[];
  /** Share of each side's letters that stand in such sentences, 0..1. */
  readonly shareHere: number;
  readonly shareThere: number;
}

/**
 * Share of both sentences' letters that they must have in one order. Of unrelated sentences of one trade and
 * one pattern one in fifteen reaches it, of sentences with six words in ten changed three in four.
 */
const leastKept = 0.6;

/**
 * Sentences told again: each with at most one of the other text, the most alike first, wherever they stand.
 * Words put in, cut short or replaced leave most letters of a sentence in their order, though no run of
 * them is long enough for a fingerprint. How alike: twice the longest common subsequence by both lengths.
 */
export function findRetold(here: readonly Sentence[], there: readonly Sentence[]): Retold {
  const places = there.map(({ letters }) => placesOf(letters));
  const owners = new Map<string, number[]>();
  places.forEach((of, i) => {
    for (const char of of.keys()) {
      const list = owners.get(char);
      if (list) list.push(i);
      else owners.set(char, [i]);
    }
  });
  const alike: { here: number; there: number; kept: number; share: number }[] = [];
  const common = new Uint16Array(there.length);
  here.forEach(({ letters }, i) => {
    // Letters that the other has at all bound the subsequence from above; few sentences get past this.
    common.fill(0);
    for (const char of letters) {
      for (const owner of owners.get(char) ?? []) common[owner] = (common[owner] ?? 0) + 1;
    }
    there.forEach((other, j) => {
      const both = letters.length + other.letters.length;
      const bound = Math.min(common[j] ?? 0, other.letters.length);
      if (2 * bound < leastKept * both) return;
      const kept = subsequence(letters, places[j] ?? new Map());
      const share = (2 * kept) / both;
      if (share >= leastKept) alike.push({ here: i, there: j, kept, share });
    });
  });
  return chosen(here, there, alike);
}

function chosen(
  here: readonly Sentence[],
  there: readonly Sentence[],
  alike: readonly { here: number; there: number; kept: number; share: number }[],
): Retold {
  const takenHere = new Set<number>();
  const takenThere = new Set<number>();
  const sentences: RetoldSentence[] = [];
  let lettersHere = 0;
  let lettersThere = 0;
  for (const one of [...alike].sort((a, b) => b.share - a.share || a.here - b.here || a.there - b.there)) {
    const [a, b] = [here[one.here], there[one.there]];
    if (!a || !b || takenHere.has(one.here) || takenThere.has(one.there)) continue;
    takenHere.add(one.here);
    takenThere.add(one.there);
    lettersHere += a.letters.length;
    lettersThere += b.letters.length;
    sentences.push({ here: a, there: b, kept: one.kept });
  }
  return {
    sentences: sentences.sort((a, b) => a.here.range[0] - b.here.range[0]),
    shareHere: lettersHere / Math.max(1, total(here)),
    shareThere: lettersThere / Math.max(1, total(there)),
  };
}

function placesOf(letters: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  // Last place first: the subsequence may then take at most one of them in one step.
  for (let i = letters.length - 1; i >= 0; i--) {
    const char = letters.charAt(i);
    const list = places.get(char);
    if (list) list.push(i);
    else places.set(char, [i]);
  }
  return places;
}

const total = (sentences: readonly Sentence[]) =>
  sentences.reduce((sum, { letters }) => sum + letters.length, 0);
