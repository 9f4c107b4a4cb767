import { type Said, sharesOf, stands, type Tempering } from '../reading.ts';
import type { Sample } from './samples.ts';

/** A sample with its probabilities by weights that were fitted without it. */
export interface Judged {
  readonly sample: Sample;
  readonly said: Said;
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

/**
 * The tempering under which the judged texts' labels are likeliest: temperatures from 0.5 to 2.5, the parts' say
 * from 0 to 1. `others`, by another hand than those that taught, count as much as all of the own together. A text
 * of two labels is right by either.
 */
export function bestTempering(judged: readonly Judged[], others: readonly Judged[] = []): Tempering {
  const isStrange = ({ said, answer }: Judged) => answer === said.whole.length - 1;
  const strange = weightOfStrange(judged.length, judged.filter(isStrange).length);
  const loss = (all: readonly Judged[], tempering: Tempering) => {
    let sum = 0;
    let weights = 0;
    for (const one of all) {
      const shares = sharesOf(one.said, tempering);
      const right = (shares[one.answer] ?? 0) + (shares[one.sample.joined?.second ?? -1] ?? 0);
      const weight = isStrange(one) ? strange : 1;
      sum -= weight * Math.log(Math.max(1e-9, right));
      weights += weight;
    }
    return sum / Math.max(1, weights);
  };
  const temperatures = Array.from({ length: 21 }, (_, i) => Math.round(50 + i * 10) / 100);
  const grid = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((parts) =>
    temperatures.map((temperature) => ({ temperature, parts })),
  );
  let best: Tempering = { temperature: 1, parts: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const tempering of grid) {
    const here = loss(judged, tempering) + loss(others, tempering);
    if (here < least) [best, least] = [tempering, here];
  }
  return best;
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
  judged: readonly (Pick<Judged, 'shares' | 'answer'> & Partial<Pick<Judged, 'said'>>)[],
  labels: number,
  { precision, refusal }: Wanted = withMargin,
): number {
  const given = judged
    .map(({ shares, answer, said }) => {
      const best = shares.slice(0, labels).reduce((b, s, l, all) => (s > (all[b] ?? 0) ? l : b), 0);
      return {
        score: said && !stands(said, [best]) ? 0 : (shares[best] ?? 0),
        right: best === answer,
        outside: answer === labels,
      };
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
