import { type Alternatives, type ChoiceWeights, probabilities } from './choice.ts';
import { likeliest, type Said } from './reading.ts';

/** The label that a text tells of beside its first. */
export interface Second {
  /** Indices of the two labels. */
  readonly first: number;
  readonly second: number;
  /** Probability that the text is of both. */
  readonly both: number;
  /** Share of the second in what speaks for the two, 0..1. */
  readonly share: number;
}

/**
 * From this probability on a text is shown as of two: on descriptions by another hand a lower one finds no more of
 * them and shows more texts of one as two.
 */
export const likelyTwo = 0.5;

/** Whether a text is of two labels, as the features of an event and of its contrary. */
export const twoSigns = [1, 1, 1, 1] as const;
export const twoPriors = [4, 3, 2, 0.3] as const;

/** The two labels that most of the text speaks for, with what tells whether it is of both. */
export function pairOf(said: Said, shares: readonly number[]): Omit<Second, 'both'> & { of: Alternatives } {
  const labels = shares.length - 1;
  const first = likeliest(shares);
  const ofLabels = said.votes.slice(0, labels);
  const total = Math.max(
    1e-9,
    ofLabels.reduce((a, b) => a + b, 0),
  );
  const vote = (label: number) => (ofLabels[label] ?? 0) / total;
  let second = first === 0 ? 1 : 0;
  for (let l = 0; l < labels; l++) if (l !== first && vote(l) > vote(second)) second = l;
  const share = vote(second) / Math.max(1e-9, vote(first) + vote(second));
  const floor = (value: number | undefined) => Math.log(Math.max(1e-4, value ?? 0));
  return {
    first,
    second,
    share,
    of: {
      labels: [
        [
          Math.min(vote(first), vote(second)),
          Math.min(share, 1 - share),
          said.surest[second] ?? 0,
          floor(said.whole[second]),
        ],
      ],
      none: [1],
    },
  };
}

/** The second label of a text and how likely the text is of both; one sentence or two are of one label at most. */
export function secondOf(said: Said, shares: readonly number[], weights: ChoiceWeights): Second {
  const { of, ...pair } = pairOf(said, shares);
  const none = shares.at(-1) ?? 0;
  return { ...pair, both: said.parts > 1 ? (1 - none) * (probabilities(of, weights)[0] ?? 0) : 0 };
}

/** Probabilities in which a text that is likely of two labels gives each its share. */
export function shared(shares: readonly number[], { first, second, both, share }: Second): number[] {
  const sum = (shares[first] ?? 0) + (shares[second] ?? 0);
  return shares.map((own, l) => {
    if (l !== first && l !== second) return own;
    return (1 - both) * own + both * sum * (l === second ? share : 1 - share);
  });
}
