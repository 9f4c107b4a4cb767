/** What a pair is in truth and what was made of it. */
export interface Judged {
  readonly positive: boolean;
  readonly score: number;
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function ratesOf<T extends { readonly positive: boolean }>(
  of: readonly T[],
  isFound: (one: T) => boolean,
): Rates {
  const hits = of.filter((one) => one.positive && isFound(one)).length;
  const positives = of.filter((one) => one.positive).length;
  const wrong = of.filter((one) => !one.positive && isFound(one)).length;
  return {
    precision: hits / (hits + wrong),
    recall: hits / positives,
    f1: (2 * hits) / (positives + hits + wrong),
  };
}

/** Area under the curve of precision over recall, as average precision; ties count as one step. */
export function averagePrecision(of: readonly Judged[]): number {
  const positives = of.filter(({ positive }) => positive).length;
  const steps = [...new Set(of.map(({ score }) => score))].sort((a, b) => b - a);
  let area = 0;
  let before = 0;
  for (const step of steps) {
    const { precision, recall } = ratesOf(of, ({ score }) => score >= step);
    area += (recall - before) * precision;
    before = recall;
  }
  return positives > 0 ? area : Number.NaN;
}

export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly said: number;
  readonly true: number;
}

/** Pairs by the probability they were given, with the share that is true: alike where it is calibrated. */
export function reliability(of: readonly Judged[], bins = 10): Bin[] {
  const found: Bin[] = [];
  for (let i = 0; i < bins; i++) {
    const inside = of.filter(({ score }) => Math.min(bins - 1, Math.floor(score * bins)) === i);
    if (inside.length === 0) continue;
    const mean = (of: (one: Judged) => number) =>
      inside.reduce((sum, one) => sum + of(one), 0) / inside.length;
    found.push({
      from: i / bins,
      count: inside.length,
      said: mean(({ score }) => score),
      true: mean(({ positive }) => (positive ? 1 : 0)),
    });
  }
  return found;
}

/** Mean distance of what was said and what is true, by bins weighted by their pairs. */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, bin) => sum + (bin.count / all) * Math.abs(bin.said - bin.true), 0);
}

export const percent = (value: number) => (Number.isFinite(value) ? `${(100 * value).toFixed(1)}%` : '–');
