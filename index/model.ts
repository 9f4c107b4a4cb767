import type { Signal } from '../core/judgement.ts';

/** Log-odds by the value of a signal, straight lines between the points. Points rise in value. */
type Card = readonly (readonly [value: number, logOdds: number])[];

type SignalName = Exclude<Signal['name'], 'pictures'>;

interface Model {
  readonly bias: number;
  readonly cards: Readonly<Partial<Record<SignalName, Card>>>;
}

/**
 * A logistic model written as score cards, one for each signal, so that a clerk can add up a verdict by hand.
 * `full` is for two narratives, `brief` for an award of which only title, company and perhaps a few
 * sentences are known.
 */
// biome-ignore format: one line is one card
const models: Readonly<Record<'full' | 'brief', Model>> = {
  full: {
    bias: -4.2,
    cards: {
      who: [[0, -0.6], [0.45, 0.5], [0.8, 1.5], [1, 1.9]],
      title: [[0, -0.8], [0.3, -0.4], [0.6, 1.3], [0.75, 2.7], [0.85, 4], [1, 5]],
      text: [[0, -1], [0.1, -0.6], [0.25, 1], [0.45, 3.6], [0.7, 6], [1, 7.5]],
      retold: [[0, -1], [0.2, -0.8], [0.35, 0.6], [0.5, 3], [0.7, 4.5], [1, 5]],
      meaning: [[0, -0.9], [0.2, -0.7], [0.3, 0.4], [0.5, 1.8], [0.75, 2.6], [1, 3.2]],
      facts: [[0, -0.3], [0.2, 0], [0.4, 1], [0.8, 2], [1, 2.4]],
    },
  },
  brief: {
    bias: -5,
    cards: {
      who: [
        [0, -1],
        [0.45, 0.6],
        [0.8, 2.4],
        [1, 3.2],
      ],
      title: [
        [0, -3],
        [0.4, -1.2],
        [0.6, 0.8],
        [0.8, 3],
        [0.9, 4.4],
        [1, 5.6],
      ],
      text: [
        [0, 0],
        [0.2, 0.4],
        [0.5, 2.4],
        [1, 5],
      ],
      retold: [
        [0, 0],
        [0.3, 0.4],
        [0.6, 2],
        [1, 3],
      ],
      meaning: [
        [0, -0.4],
        [0.3, 0],
        [0.6, 1],
        [1, 2],
      ],
      facts: [
        [0, 0],
        [0.3, 0.6],
        [1, 1.6],
      ],
    },
  },
};

export type SignalValues = Readonly<Record<'who' | 'title', number> & Partial<Record<SignalName, number>>>;

export interface Scored {
  /** Probability that both are the same solution. */
  readonly score: number;
  readonly signals: readonly Signal[];
}

/** Adds up the cards. A signal that could not be taken is left out and moves nothing. */
export function scoreSignals(kind: keyof typeof models, values: SignalValues): Scored {
  const { bias, cards } = models[kind];
  const signals: Signal[] = [];
  let logOdds = bias;
  for (const [name, card] of Object.entries(cards) as [SignalName, Card][]) {
    const value = values[name];
    if (value === undefined) continue;
    const weight = Math.round(readCard(card, value) * 100) / 100;
    logOdds += weight;
    signals.push({ name, value: Math.round(value * 1000) / 1000, weight });
  }
  return { score: 1 / (1 + Math.exp(-logOdds)), signals };
}

function readCard(card: Card, value: number): number {
  let before = card[0];
  for (const point of card) {
    if (before && value <= point[0]) {
      const width = point[0] - before[0];
      const along = width === 0 ? 0 : Math.max(0, value - before[0]) / width;
      return before[1] + along * (point[1] - before[1]);
    }
    before = point;
  }
  return before?.[1] ?? 0;
}
