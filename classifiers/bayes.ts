import type { Bag } from './terms.ts';

/** What the trained naive Bayes knows: for each term its log-probability under each label, in label order. */
export interface BayesTable {
  readonly terms: Readonly<Record<string, readonly number[]>>;
}

export interface BayesScores {
  /** For each label: log-likelihood above the mean of the labels, over the root of the known terms. */
  readonly scores: readonly number[];
  /** Share of the text's terms that the training texts hold. */
  readonly known: number;
}

/**
 * Scores a text. `natural` trains the table but does not score: its product of probabilities is 0 for any
 * text of more than a few hundred terms.
 */
export function scoreBayes(table: BayesTable, labels: number, bag: Bag): BayesScores {
  const sums = new Array<number>(labels).fill(0);
  let found = 0;
  for (const term of bag.keys()) {
    const row = Object.hasOwn(table.terms, term) ? table.terms[term] : undefined;
    if (!row) continue;
    found += 1;
    for (let l = 0; l < labels; l++) sums[l] = (sums[l] ?? 0) + (row[l] ?? 0);
  }
  const mean = sums.reduce((a, b) => a + b, 0) / labels;
  const scale = Math.sqrt(found + 4);
  return { scores: sums.map((sum) => (sum - mean) / scale), known: found / Math.max(1, bag.size) };
}
