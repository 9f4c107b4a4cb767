import type { Sample } from './samples.ts';

/** A sample with its probabilities by weights that were fitted without it. */
export interface Judged {
  readonly sample: Sample;
  readonly shares: readonly number[];
  readonly answer: number;
  readonly kind: Sample['kind'];
}

/**
 * Out-of-scope texts count as if they were one in so many: the labelled set holds far more of them than an
 * office meets, and a classifier that expects them doubts every short text.
 */
const strangeOneIn = 8;

/** What a text out of scope counts among texts of which so many are. */
export function weightOfStrange(texts: number, strange: number): number {
  return Math.min(1, (texts - strange) / ((strangeOneIn - 1) * Math.max(1, strange)));
}

/** The temperature under which the judged probabilities are likeliest, searched from 0.5 to 2.5. */
export function bestTemperature(judged: readonly Judged[]): number {
  const isStrange = ({ shares, answer }: Judged) => answer === shares.length - 1;
  const strange = weightOfStrange(judged.length, judged.filter(isStrange).length);
  const loss = (temperature: number) =>
    judged.reduce((sum, one) => {
      const share = warm(one.shares, temperature)[one.answer] ?? 1e-9;
      return sum - (isStrange(one) ? strange : 1) * Math.log(share);
    }, 0);
  const grid = Array.from({ length: 41 }, (_, i) => Math.round(50 + i * 5) / 100);
  return grid.reduce((best, t) => (loss(t) < loss(best) ? t : best), 1);
}

/** Softmax of the same utilities at another temperature. */
export function warm(shares: readonly number[], temperature: number): number[] {
  const powers = shares.map((share) => Math.max(share, 1e-12) ** (1 / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** No label is given that is less likely than not. */
const lowest = 0.5;
export interface Wanted {
  /** Share of the labels given that must be right. */
  readonly precision: number;
  /** Share of the texts out of scope that must get no label. */
  readonly refusal: number;
}

/**
 * What is asked of cross-validation so that 95% right and 90% refused hold elsewhere: a threshold that just
 * reaches a mark on the texts it was chosen by falls short of it on others.
 */
const withMargin: Wanted = { precision: 0.96, refusal: 0.94 };

/**
 * The lowest probability at which enough of at least ten labels given are right, texts out of scope counted as
 * wrong, and hardly a text out of scope gets a label; 0.95 where there is none.
 */
export function thresholdFor(
  judged: readonly Pick<Judged, 'shares' | 'answer'>[],
  labels: number,
  { precision, refusal }: Wanted = withMargin,
): number {
  const given = judged
    .map(({ shares, answer }) => {
      const best = shares.slice(0, labels).reduce((b, s, l, all) => (s > (all[b] ?? 0) ? l : b), 0);
      return { score: shares[best] ?? 0, right: best === answer, outside: answer === labels };
    })
    .sort((a, b) => b.score - a.score);
  const outside = given.filter((one) => one.outside).length;
  const strange = weightOfStrange(given.length, outside);
  let right = 0;
  let weight = 0;
  let labelled = 0;
  let threshold = 0.95;
  for (const [i, one] of given.entries()) {
    right += one.right ? 1 : 0;
    weight += one.outside ? strange : 1;
    labelled += one.outside ? 1 : 0;
    const last = given[i + 1];
    if (last && last.score === one.score) continue;
    if (labelled > Math.round((1 - refusal) * outside)) break;
    if (i >= 9 && right / weight >= precision) threshold = one.score;
  }
  return Math.max(lowest, Math.floor(threshold * 1000) / 1000);
}
