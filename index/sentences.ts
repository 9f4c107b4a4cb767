import { Rarity } from './embed/rarity.ts';
import { mix, stretches } from './fingerprint/winnow.ts';
import { foldForMatching } from './fold.ts';
import type { Range } from './ranges.ts';

/** A text sentence by sentence, each as its pairs of characters. */
export interface Sentences {
  readonly pairs: readonly (readonly number[])[];
}

const shortest = 8;

/** Sentences and clauses of a text, what is excluded left out; very short ones joined to the next. */
export function sentencesOf(text: string, excluded: readonly Range[]): Sentences {
  const pairs: number[][] = [];
  let start = 0;
  const take = (end: number) => {
    const inside = excluded
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]) => [Math.max(0, from - start), Math.min(end, to) - start] as const);
    const folded = foldForMatching(text.slice(start, end), inside).text;
    if (folded.length < shortest && end < text.length && inside.length === 0) return;
    if (folded.length >= shortest) pairs.push(pairsOf(folded));
    start = end;
  };
  for (const stop of text.matchAll(/[。；;！!？?\n]/gu)) take(stop.index + 1);
  take(text.length);
  return { pairs };
}

function pairsOf(folded: string): number[] {
  const found = new Set<number>();
  for (const [from, to] of stretches(folded)) {
    for (let i = from; i + 1 < to; i++)
      found.add(mix((folded.charCodeAt(i) * 65536 + folded.charCodeAt(i + 1)) | 0));
  }
  return [...found];
}

/** How rare pairs of characters are, and how alike texts are sentence by sentence. */
export class SentenceScale {
  private readonly rarity = new Rarity();

  add(sentences: Sentences): void {
    this.rarity.add(new Set(sentences.pairs.flat()));
  }

  /**
   * Mean, over the sentences of the text that has fewer, of the most alike sentence of the other: by the
   * weight of the pairs of characters that both have. It sees a text told again in other order with other
   * words between, of which no run is left. 0..1; unrelated texts of one trade reach about 0.25.
   */
  compare(a: Sentences, b: Sentences): number {
    const [few, many] = a.pairs.length <= b.pairs.length ? [a.pairs, b.pairs] : [b.pairs, a.pairs];
    if (few.length === 0) return 0;
    const owners = new Map<number, number[]>();
    many.forEach((pairs, i) => {
      for (const pair of pairs) {
        const list = owners.get(pair);
        if (list) list.push(i);
        else owners.set(pair, [i]);
      }
    });
    const totals = many.map((pairs) => this.weightOf(pairs));
    let sum = 0;
    let weights = 0;
    for (const pairs of few) {
      const shared = new Float64Array(many.length);
      for (const pair of pairs) {
        const list = owners.get(pair);
        if (!list) continue;
        const weight = this.rarity.weightOf(pair);
        for (const owner of list) shared[owner] = (shared[owner] ?? 0) + weight;
      }
      const total = this.weightOf(pairs);
      let best = 0;
      for (let i = 0; i < many.length; i++)
        best = Math.max(best, (2 * (shared[i] ?? 0)) / (total + (totals[i] ?? 0) || 1));
      sum += best * pairs.length;
      weights += pairs.length;
    }
    return sum / weights;
  }

  private weightOf(pairs: readonly number[]): number {
    let sum = 0;
    for (const pair of pairs) sum += this.rarity.weightOf(pair);
    return sum;
  }
}
