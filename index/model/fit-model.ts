import { type Card, type Cards, pointsAt, type SignalName } from './model.ts';

/** A pair that a person or the generator has judged. */
export interface LabelledPair {
  readonly values: Readonly<Partial<Record<SignalName, number>>>;
  readonly same: boolean;
}

/** How strongly the cards are held to those set by hand, as if by so many pairs a point. */
const hold = 1;
const steps = 1500;
const rate = 0.05;

/**
 * Logistic regression of the cards' points on labelled pairs, drawn towards the cards given (ridge) and kept
 * rising (isotonic: more likeness never speaks against). Adam, full batches: the same pairs, the same cards.
 */
export function fitCards(prior: Cards, pairs: readonly LabelledPair[]): Cards {
  const names = Object.keys(prior.cards) as SignalName[];
  const starts = new Map<SignalName, number>();
  const held: number[] = [prior.bias];
  for (const name of names) {
    starts.set(name, held.length);
    held.push(...prior.cards[name].map(([, logOdds]) => logOdds));
  }
  const rows = flat(pairs.map(({ values, same }) => ({ active: activeOf(values, prior, starts), same })));
  const weights = [...held];
  const first = new Float64Array(held.length);
  const second = new Float64Array(held.length);
  for (let step = 1; step <= steps; step++) {
    const gradient = gradientAt(weights, held, rows);
    gradient.forEach((slope, i) => {
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope;
      second[i] = 0.999 * (second[i] ?? 0) + 0.001 * slope * slope;
      const [m, v] = [(first[i] ?? 0) / (1 - 0.9 ** step), (second[i] ?? 0) / (1 - 0.999 ** step)];
      weights[i] = (weights[i] ?? 0) - (rate * m) / (Math.sqrt(v) + 1e-9);
    });
    for (const name of names) keepRising(weights, starts.get(name) ?? 0, prior.cards[name].length);
  }
  const cards = Object.fromEntries(
    names.map((name) => {
      const start = starts.get(name) ?? 0;
      const card: Card = prior.cards[name].map(([at], i) => [at, round(weights[start + i] ?? 0)]);
      return [name, card];
    }),
  ) as Cards['cards'];
  return { bias: round(weights[0] ?? 0), cards };
}

interface Row {
  readonly active: readonly (readonly [weight: number, share: number])[];
  readonly same: boolean;
}

function activeOf(
  values: LabelledPair['values'],
  prior: Cards,
  starts: ReadonlyMap<SignalName, number>,
): Row['active'] {
  const active: (readonly [number, number])[] = [[0, 1]];
  for (const [name, start] of starts) {
    const value = values[name];
    if (value === undefined) continue;
    for (const [point, share] of pointsAt(prior.cards[name], value)) active.push([start + point, share]);
  }
  return active;
}

/** The rows one after another: fitting goes over them thousands of times. */
interface FlatRows {
  /** Where each row begins, and where the last ends. */
  readonly starts: Int32Array;
  readonly points: Int32Array;
  readonly shares: Float64Array;
  readonly same: Uint8Array;
}

function flat(rows: readonly Row[]): FlatRows {
  const starts = [0];
  for (const { active } of rows) starts.push((starts.at(-1) ?? 0) + active.length);
  const all = rows.flatMap(({ active }) => active);
  return {
    starts: Int32Array.from(starts),
    points: Int32Array.from(all, ([point]) => point),
    shares: Float64Array.from(all, ([, share]) => share),
    same: Uint8Array.from(rows, ({ same }) => (same ? 1 : 0)),
  };
}

function gradientAt(weights: readonly number[], held: readonly number[], rows: FlatRows): number[] {
  const { starts, points, shares, same } = rows;
  const gradient = weights.map((weight, i) => hold * (weight - (held[i] ?? 0)));
  for (let row = 0; row < same.length; row++) {
    const [from, to] = [starts[row] as number, starts[row + 1] as number];
    let logOdds = 0;
    for (let i = from; i < to; i++)
      logOdds += (shares[i] as number) * (weights[points[i] as number] as number);
    const error = 1 / (1 + Math.exp(-logOdds)) - (same[row] as number);
    for (let i = from; i < to; i++) {
      const point = points[i] as number;
      gradient[point] = (gradient[point] as number) + error * (shares[i] as number);
    }
  }
  return gradient;
}

/** Pool adjacent violators: neighbours that fall become their mean. */
function keepRising(weights: number[], start: number, length: number): void {
  const pools: { sum: number; count: number }[] = [];
  for (let i = start; i < start + length; i++) {
    pools.push({ sum: weights[i] ?? 0, count: 1 });
    for (;;) {
      const [before, last] = pools.slice(-2);
      if (pools.length < 2 || !before || !last || before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  let at = start;
  for (const { sum, count } of pools) for (let i = 0; i < count; i++) weights[at++] = sum / count;
}

const round = (value: number) => Math.round(value * 100) / 100;
