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
  const weights = Float64Array.from({ length: size }, (_, i) => priors[i] ?? 0);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const total = observations.reduce((sum, o) => sum + o.weight, 0);
  const flat = observations.map(flatten);
  const gradient = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    for (const one of flat) addGradient(one, weights, signs.length, gradient);
    for (let i = 0; i < size; i++) {
      const w = weights[i] ?? 0;
      const pull = (i < signs.length ? ridge.label : ridge.none) * (w - (priors[i] ?? 0));
      const g = (gradient[i] ?? 0) / total - pull;
      const f = 0.9 * (first[i] ?? 0) + 0.1 * g;
      const s = 0.999 * (second[i] ?? 0) + 0.001 * g * g;
      first[i] = f;
      second[i] = s;
      const rate = 0.05 / Math.sqrt(1 + step / 300);
      const move = f / (1 - 0.9 ** step) / (Math.sqrt(s / (1 - 0.999 ** step)) + 1e-8);
      weights[i] = clip(w + rate * move, signs[i] ?? 0);
    }
  }
  return { label: [...weights.slice(0, signs.length)], none: [...weights.slice(signs.length)] };
}

/** An observation whose rows lie one after another: fitting goes over them some thousand times. */
interface Flat {
  readonly rows: Float64Array;
  readonly none: Float64Array;
  readonly answer: number;
  readonly weight: number;
  /** Probabilities, written anew in each step. */
  readonly shares: Float64Array;
}

function flatten({ of, answer, weight }: Observation): Flat {
  const rows = Float64Array.from(of.labels.flat());
  return {
    rows,
    none: Float64Array.from(of.none),
    answer,
    weight,
    shares: new Float64Array(of.labels.length + 1),
  };
}

function addGradient(one: Flat, weights: Float64Array, width: number, gradient: Float64Array): void {
  const { rows, none, answer, weight, shares } = one;
  const labels = shares.length - 1;
  let top = Number.NEGATIVE_INFINITY;
  for (let l = 0; l <= labels; l++) {
    let utility = 0;
    if (l < labels) for (let i = 0; i < width; i++) utility += rows[l * width + i]! * weights[i]!;
    else for (let i = 0; i < none.length; i++) utility += none[i]! * weights[width + i]!;
    shares[l] = utility;
    if (utility > top) top = utility;
  }
  let sum = 0;
  for (let l = 0; l <= labels; l++) {
    const power = Math.exp(shares[l]! - top);
    shares[l] = power;
    sum += power;
  }
  for (let l = 0; l <= labels; l++) {
    const push = weight * ((l === answer ? 1 : 0) - shares[l]! / sum);
    if (l < labels) for (let i = 0; i < width; i++) gradient[i]! += push * rows[l * width + i]!;
    else for (let i = 0; i < none.length; i++) gradient[width + i]! += push * none[i]!;
  }
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
