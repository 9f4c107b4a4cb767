import type { Bag } from './terms.ts';

/** What naive Bayes has counted, as the model file keeps it. */
export interface BayesCounts {
  /** Term → label index, count, label index, count, … of the training texts that hold the term. */
  readonly terms: Readonly<Record<string, readonly number[]>>;
  /** Training texts of each label, one added. */
  readonly totals: readonly number[];
  readonly smoothing: number;
}

/** For each term its log-probability under each label, above their mean. */
export type BayesTable = ReadonlyMap<string, readonly number[]>;

export function bayesTable({ terms, totals, smoothing }: BayesCounts): BayesTable {
  const rows = Object.entries(terms).map(([term, sparse]): [string, number[]] => {
    const counts = totals.map(() => smoothing);
    for (let i = 0; i + 1 < sparse.length; i += 2) counts[sparse[i] ?? 0] = sparse[i + 1] ?? 0;
    const logs = counts.map((count, l) => Math.log(count / (totals[l] ?? 1)));
    const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
    return [term, logs.map((log) => log - mean)];
  });
  return new Map(rows);
}

export interface BayesScores {
  /** For each label: log-likelihood above the mean of the labels, over the root of the known terms. */
  readonly scores: readonly number[];
  /** Share of the text's terms that the training texts hold. */
  readonly known: number;
}

/**
 * Scores a text. `natural` does the counting but not this: it multiplies probabilities, and for a text of a
 * few hundred terms the product is 0 for every label.
 */
export function scoreBayes(table: BayesTable, labels: number, bag: Bag): BayesScores {
  const scores = new Array<number>(labels).fill(0);
  let found = 0;
  for (const term of bag.keys()) {
    const row = table.get(term);
    if (!row) continue;
    found += 1;
    for (let l = 0; l < labels; l++) scores[l] = (scores[l] ?? 0) + (row[l] ?? 0);
  }
  const scale = Math.sqrt(found + 4);
  return { scores: scores.map((score) => score / scale), known: found / Math.max(1, bag.size) };
}
