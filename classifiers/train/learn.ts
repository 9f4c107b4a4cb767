import { type Alternatives, type ChoiceWeights, fitChoice, probabilities } from '../choice.ts';
import { featurePriors, featureSigns, featuresOf, noneNames } from '../features.ts';
import { foldForClassifying } from '../fold.ts';
import { definingWords, definitionBags, knowledgeOf } from '../knowledge.ts';
import type { Model } from '../model.ts';
import { rarityOf } from '../similarity.ts';
import { termsOf } from '../terms.ts';
import { countBayes, type Taught } from './count-bayes.ts';
import { fitRidge } from './fit-ridge.ts';
import type { KnownScheme } from './read-schemes.ts';
import { folds, type Sample } from './samples.ts';

/** A sample seen through knowledge that was made without it. */
export interface Seen {
  readonly sample: Sample;
  readonly of: Alternatives;
  readonly answer: number;
  readonly fold: number;
  readonly kind: Sample['kind'];
}

const smoothing = 0.2;

/**
 * What the texts teach of a scheme: rarity of terms and counts of naive Bayes. Neutral texts are taught under
 * every label, so that their words speak for none.
 */
export function learnFrom(
  { scheme, clauses }: KnownScheme,
  samples: readonly Sample[],
  borrowed: readonly Taught[] = [],
) {
  const bags = definitionBags(scheme, clauses);
  const single = samples.filter((sample) => sample.kind !== 'filing' && sample.answer < scheme.labels.length);
  const every = rarityOf([...bags, ...single.flatMap((sample) => sample.zones.map((zone) => zone.bag))]);
  const inDefinitions = new Set(bags.flatMap((bag) => [...bag.keys()]));
  const of = Object.fromEntries(
    [...every.of].filter(([term]) => inDefinitions.has(term)).map(([term, value]) => [term, round(value, 3)]),
  );
  const taught: Taught[] = [
    ...borrowed,
    ...single.map(({ zones, answer }) => ({
      terms: zones.flatMap((zone) => [...zone.bag.keys()]),
      label: answer,
    })),
    ...scheme.labels.map((label, l) => ({
      terms: termsOf(foldForClassifying(definingWords(scheme, label, clauses))),
      label: l,
    })),
  ];
  const once = [...taught];
  const strange = samples
    .filter(({ kind, answer }) => kind !== 'filing' && answer === scheme.labels.length)
    .map(({ zones, answer }) => ({ terms: zones.flatMap((zone) => [...zone.bag.keys()]), label: answer }));
  const background = samples.filter(({ neutral, kind }) => neutral && kind !== 'filing');
  for (const { zones } of background) {
    const terms = zones.flatMap((zone) => [...zone.bag.keys()]);
    for (const label of scheme.labels.keys()) taught.push({ terms, label });
  }
  return {
    bags,
    rarity: { of, unseen: round(every.unseen, 3) },
    bayes: countBayes(taught, scheme.labels.length, smoothing),
    ridge: fitRidge([...once, ...strange], scheme.labels.length),
  };
}

/**
 * Whoever curates cues has the labelled texts in mind, so these hold more cues than the texts of strangers do.
 * In each fold a share of the cues is therefore hidden from the texts judged; else cues would be trusted too
 * much and the threshold set too low. Texts that were written when the cues were settled are judged with all.
 */
function hiddenIn(fold: number): (phrase: string) => boolean {
  return (phrase) => {
    let sum = 7;
    for (const char of phrase) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
    return sum % hiddenOneOf === fold % hiddenOneOf;
  };
}
const hiddenOneOf = 3;

/** Features of every sample, each from knowledge learned on the other folds; `bare`: no knowledge learned. */
export function seeAcrossFolds(
  known: KnownScheme,
  samples: readonly Sample[],
  borrowed: readonly Taught[],
  bare = false,
): Seen[] {
  const seen: Seen[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const learned = learnFrom(
      known,
      samples.filter((sample) => sample.fold !== fold && !sample.onlyJudged),
      borrowed,
    );
    const teaching = bare ? undefined : learned;
    const all = knowledgeOf(known.scheme, learned.bags, teaching);
    const fewer = knowledgeOf(known.scheme, learned.bags, teaching, hiddenIn(fold));
    for (const sample of samples) {
      const { zones, answer, kind } = sample;
      const knowledge = sample.text?.afterCues ? all : fewer;
      if (sample.fold === fold) seen.push({ sample, of: featuresOf(knowledge, zones), answer, fold, kind });
    }
  }
  return seen;
}

export interface Judged {
  readonly sample: Sample;
  readonly shares: readonly number[];
  readonly answer: number;
  readonly kind: Sample['kind'];
}

export function fit(seen: readonly Seen[]): ChoiceWeights {
  const weights = fitChoice(
    seen.map(({ of, answer }) => ({ of, answer, weight: 1 })),
    featureSigns,
    featurePriors,
  );
  return { label: weights.label.map((w) => round(w, 4)), none: weights.none.map((w) => round(w, 4)) };
}

/** Probabilities of every sample by weights fitted on the other folds. */
export function judgeAcrossFolds(seen: readonly Seen[]): Judged[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const weights = fit(seen.filter((one) => one.fold !== fold && !one.sample.onlyJudged));
    return seen
      .filter((one) => one.fold === fold)
      .map(({ sample, of, answer, kind }) => ({ sample, shares: probabilities(of, weights), answer, kind }));
  });
}

/** The temperature under which the judged probabilities are likeliest, searched from 0.5 to 2.5. */
export function bestTemperature(judged: readonly Judged[]): number {
  const loss = (temperature: number) =>
    judged.reduce((sum, { shares, answer }) => sum - Math.log(warm(shares, temperature)[answer] ?? 1e-9), 0);
  const grid = Array.from({ length: 41 }, (_, i) => round(0.5 + i * 0.05, 2));
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
/** Share of the texts out of scope that must get no label. */
const refusal = 0.92;

/**
 * The lowest probability at which 95% of at least ten labels given are right, texts out of scope counted as
 * wrong, and hardly a text out of scope gets a label; 0.95 where there is none.
 */
export function thresholdFor(judged: readonly Judged[], labels: number, precision = 0.95): number {
  const given = judged
    .map(({ shares, answer }) => {
      const best = shares.slice(0, labels).reduce((b, s, l, all) => (s > (all[b] ?? 0) ? l : b), 0);
      return { score: shares[best] ?? 0, right: best === answer, outside: answer === labels };
    })
    .sort((a, b) => b.score - a.score);
  const outside = given.filter((one) => one.outside).length;
  let right = 0;
  let labelled = 0;
  let threshold = 0.95;
  for (const [i, one] of given.entries()) {
    right += one.right ? 1 : 0;
    labelled += one.outside ? 1 : 0;
    const last = given[i + 1];
    if (last && last.score === one.score) continue;
    if (labelled > (1 - refusal) * outside) break;
    if (i >= 9 && right / (i + 1) >= precision) threshold = one.score;
  }
  return Math.max(lowest, Math.floor(threshold * 1000) / 1000);
}

export function modelOf(
  known: KnownScheme,
  samples: readonly Sample[],
  borrowed: readonly Taught[],
): { model: Model; judged: Judged[] } {
  const seen = seeAcrossFolds(known, samples, borrowed);
  const cold = judgeAcrossFolds(seen);
  const temperature = bestTemperature(cold);
  const judged = cold.map((one) => ({ ...one, shares: warm(one.shares, temperature) }));
  const { rarity, bayes, ridge } = learnFrom(known, samples, borrowed);
  const labels = known.scheme.labels.map((label) => label.name);
  const model: Model = {
    scheme: known.scheme.id,
    labels,
    weights: fit(seen),
    temperature,
    threshold: thresholdFor(judged, labels.length),
    rarity,
    bayes,
    ridge,
  };
  if (model.weights.none.length !== noneNames.length) throw new Error('features and weights differ');
  return { model, judged };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
