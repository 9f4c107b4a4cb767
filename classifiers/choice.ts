/**
 * Conditional logit (McFadden 1974): each label has a utility `weights · features(label)`, "none of them" has
 * `noneWeights · noneFeatures`, and the probability of each is its softmax. All labels share the weights, so
 * a few dozen texts fit them and they carry over to schemes without any training text.
 */
export interface Alternatives {
  /** One row of features for each label. */
  readonly labels: readonly (readonly number[])[];
  readonly none: readonly number[];
}

export interface ChoiceWeights {
  readonly label: readonly number[];
  readonly none: readonly number[];
}

/** Probabilities of the labels in order, then of "none"; they sum to 1. */
export function probabilities(of: Alternatives, weights: ChoiceWeights, temperature = 1): number[] {
  const utilities = of.labels.map((row) => dot(row, weights.label) / temperature);
  utilities.push(dot(of.none, weights.none) / temperature);
  const top = Math.max(...utilities);
  const exps = utilities.map((u) => Math.exp(u - top));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}

export interface Observation {
  readonly of: Alternatives;
  /** Index of the right label; the number of labels for "none". */
  readonly answer: number;
  readonly weight: number;
}

/** -1: the weight may not rise above 0; 1: not fall below it; 0: free. */
export type Sign = -1 | 0 | 1;

/** Pull towards the priors: of the weights of labels, and of those of none, whose priors are not known. */
const ridge = { label: 3e-3, none: 3e-4 };
const steps = 1500;

/**
 * Fits the weights by projected gradient ascent (Adam) on the penalised likelihood. Deterministic. The signs
 * keep a small sample from teaching that a cue speaks against its own label; weights it says nothing of stay
 * at their prior.
 */
export function fitChoice(
  observations: readonly Observation[],
  signs: readonly Sign[],
  priors: readonly number[] = [],
): ChoiceWeights {
  const noneCount = observations[0]?.of.none.length ?? 0;
  const size = signs.length + noneCount;
  const weights = Array.from({ length: size }, (_, i) => priors[i] ?? 0);
  const first = new Array<number>(size).fill(0);
  const second = new Array<number>(size).fill(0);
  const total = observations.reduce((sum, o) => sum + o.weight, 0);
  for (let step = 1; step <= steps; step++) {
    const gradient = gradientAt(observations, weights, signs.length);
    for (let i = 0; i < size; i++) {
      const g =
        (gradient[i] ?? 0) / total -
        (i < signs.length ? ridge.label : ridge.none) * ((weights[i] ?? 0) - (priors[i] ?? 0));
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * g;
      second[i] = 0.999 * (second[i] ?? 0) + 0.001 * g * g;
      const rate = 0.05 / Math.sqrt(1 + step / 300);
      const move =
        (first[i] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((second[i] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      weights[i] = clip((weights[i] ?? 0) + rate * move, signs[i] ?? 0);
    }
  }
  return { label: weights.slice(0, signs.length), none: weights.slice(signs.length) };
}

function gradientAt(
  observations: readonly Observation[],
  weights: readonly number[],
  width: number,
): number[] {
  const split = { label: weights.slice(0, width), none: weights.slice(width) };
  const gradient = new Array<number>(weights.length).fill(0);
  for (const { of, answer, weight } of observations) {
    const p = probabilities(of, split);
    for (let l = 0; l < of.labels.length; l++) {
      const push = weight * ((l === answer ? 1 : 0) - (p[l] ?? 0));
      const row = of.labels[l] ?? [];
      for (let i = 0; i < width; i++) gradient[i] = (gradient[i] ?? 0) + push * (row[i] ?? 0);
    }
    const push = weight * ((answer === of.labels.length ? 1 : 0) - (p[of.labels.length] ?? 0));
    for (let i = 0; i < of.none.length; i++) {
      gradient[width + i] = (gradient[width + i] ?? 0) + push * (of.none[i] ?? 0);
    }
  }
  return gradient;
}

function clip(value: number, sign: Sign): number {
  if (sign === 1) return Math.max(0, value);
  if (sign === -1) return Math.min(0, value);
  return value;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
