/** What ridge regression has learned, as the model file keeps it: each text by its terms, and how it pulls. */
export interface RidgeTexts {
  readonly terms: readonly string[];
  /** Rarity of each term. */
  readonly rarity: readonly number[];
  /** For each training text the indices of its terms. */
  readonly texts: readonly (readonly number[])[];
  /** For each training text how much a text like it speaks for each label and, last, for none of them. */
  readonly pulls: readonly (readonly number[])[];
}

/** For each term its rarity, and that times how much it speaks for each label. */
export type RidgeTable = ReadonlyMap<
  string,
  { readonly rarity: number; readonly weights: readonly number[] }
>;

/**
 * The table of terms that comes from the texts: `weights(term) = rarity · Σ pull(text) · share of the term in the text`.
 * Files keep the texts because they are a tenth as large.
 */
export function ridgeTable({ terms, rarity, texts, pulls }: RidgeTexts): RidgeTable {
  const labels = pulls[0]?.length ?? 0;
  const rows = terms.map((term, t): [string, { rarity: number; weights: number[] }] => [
    term,
    { rarity: rarity[t] ?? 0, weights: new Array<number>(labels).fill(0) },
  ]);
  texts.forEach((text, i) => {
    const norm = Math.sqrt(text.reduce((sum, t) => sum + (rarity[t] ?? 0) ** 2, 0)) || 1;
    const pull = pulls[i] ?? [];
    for (const t of text) {
      const weights = rows[t]?.[1].weights;
      if (!weights) continue;
      const share = (rarity[t] ?? 0) / norm;
      for (let l = 0; l < labels; l++) weights[l] = (weights[l] ?? 0) + share * (pull[l] ?? 0);
    }
  });
  for (const [, { rarity, weights }] of rows) for (const l of weights.keys()) weights[l]! *= rarity;
  return new Map(rows);
}
