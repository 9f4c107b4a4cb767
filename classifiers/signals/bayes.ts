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
