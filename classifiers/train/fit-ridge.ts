import type { RidgeTexts } from '../signals/ridge.ts';
import type { Taught } from './count-bayes.ts';

/** How much of a text counts as chance; from 0.3 to 1.5 cross-validation finds hardly a difference. */
const ridge = 0.7;

/**
 * Ridge regression on the cosine of TF-IDF vectors in its dual form (Saunders et al. 1998): the pulls are
 * `(K + ridge · I)⁻¹ Y`, `K` how alike the texts are and `Y` 1 for a text's own label. Where naive Bayes counts
 * every term alone, this knows that terms come together. Texts out of scope, whose label is the number of labels,
 * are a class of their own: so another line of work is told from a text that is merely short. Texts of a negative
 * label pull towards 0 everywhere.
 */
export function fitRidge(taught: readonly Taught[], labels: number): RidgeTexts {
  const index = new Map<string, number>();
  const frequency: number[] = [];
  const texts = taught.map(({ terms }) =>
    [...new Set(terms)].map((term) => {
      const t = index.get(term) ?? index.size;
      index.set(term, t);
      frequency[t] = (frequency[t] ?? 0) + 1;
      return t;
    }),
  );
  const rarity = frequency.map((df) => round(Math.log((1 + texts.length) / (1 + df)) + 1));
  const kernel = likeness(texts, rarity);
  for (const [i, row] of kernel.entries()) row[i] = (row[i] ?? 0) + ridge;
  const targets = taught.map(({ label }) =>
    Array.from({ length: labels + 1 }, (_, l) => (l === label ? 1 : 0)),
  );
  const pulls = solve(kernel, targets).map((row) => row.map(round));
  return { terms: [...index.keys()], rarity, texts, pulls };
}

/** Cosine of every pair of texts. */
function likeness(texts: readonly (readonly number[])[], rarity: readonly number[]): Float64Array[] {
  const square = (t: number) => (rarity[t] ?? 0) ** 2;
  const norms = texts.map((text) => Math.sqrt(text.reduce((sum, t) => sum + square(t), 0)) || 1);
  const holding: number[][] = rarity.map(() => []);
  const rows = texts.map(() => new Float64Array(texts.length));
  texts.forEach((text, i) => {
    const row = rows[i];
    if (!row) return;
    for (const t of text) {
      holding[t]?.push(i);
      for (const j of holding[t] ?? []) row[j] = (row[j] ?? 0) + square(t);
    }
    for (let j = 0; j <= i; j++) {
      const cosine = (row[j] ?? 0) / ((norms[i] ?? 1) * (norms[j] ?? 1));
      row[j] = cosine;
      const other = rows[j];
      if (other) other[i] = cosine;
    }
  });
  return rows;
}

/** Solves `A X = Y` for a symmetric positive definite `A`, which is overwritten (Cholesky). */
function solve(a: readonly Float64Array[], y: readonly (readonly number[])[]): number[][] {
  const n = a.length;
  for (let i = 0; i < n; i++) {
    const row = a[i]!;
    for (let j = 0; j <= i; j++) {
      const other = a[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
  }
  const x = y.map((row) => [...row]);
  const width = y[0]?.length ?? 0;
  for (let l = 0; l < width; l++) {
    for (let i = 0; i < n; i++) {
      let sum = x[i]![l]!;
      for (let k = 0; k < i; k++) sum -= a[i]![k]! * x[k]![l]!;
      x[i]![l] = sum / a[i]![i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i]![l]!;
      for (let k = i + 1; k < n; k++) sum -= a[k]![i]! * x[k]![l]!;
      x[i]![l] = sum / a[i]![i]!;
    }
  }
  return x;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
