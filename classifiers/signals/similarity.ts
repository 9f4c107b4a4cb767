import type { Bag } from './terms.ts';

/** How rare a term is over a set of texts: `ln((1 + n) / (1 + df)) + 1`, and for a term never seen the most. */
export interface Rarity {
  readonly of: ReadonlyMap<string, number>;
  readonly unseen: number;
}

export interface Vector {
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
}

export function rarityOf(bags: Iterable<Bag>): Rarity {
  const seen = new Map<string, number>();
  let count = 0;
  for (const bag of bags) {
    count += 1;
    for (const term of bag.keys()) seen.set(term, (seen.get(term) ?? 0) + 1);
  }
  const of = new Map<string, number>();
  for (const [term, df] of seen) of.set(term, Math.log((1 + count) / (1 + df)) + 1);
  return { of, unseen: Math.log(1 + count) + 1 };
}

/** TF-IDF with the logarithm of the count. Terms outside `known` are left out, when it is given. */
export function vectorOf(bag: Bag, rarity: Rarity, known?: ReadonlySet<string>): Vector {
  const weights = new Map<string, number>();
  let squares = 0;
  for (const [term, count] of bag) {
    if (known && !known.has(term)) continue;
    const weight = (1 + Math.log(count)) * (rarity.of.get(term) ?? rarity.unseen);
    weights.set(term, weight);
    squares += weight * weight;
  }
  return { weights, norm: Math.sqrt(squares) };
}

export function cosine(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of small.weights) dot += weight * (large.weights.get(term) ?? 0);
  return dot / (a.norm * b.norm);
}
