import { type Alternatives, type ChoiceWeights, fitChoice, probabilities } from '../choice.ts';
import { definingWords, definitionBags, knowledgeOf } from '../knowledge.ts';
import type { Model } from '../model.ts';
import { featurePriors, featureSigns, featuresOf, noneNames } from '../signals/features.ts';
import { foldForClassifying } from '../signals/fold.ts';
import { rarityOf } from '../signals/similarity.ts';
import { termsOf } from '../signals/terms.ts';
import { bestTemperature, type Judged, thresholdFor, warm, weightOfStrange } from './calibrate.ts';
import { countBayes, type Taught } from './count-bayes.ts';
import { fitRidge } from './fit-ridge.ts';
import { textKey } from './read-labelled.ts';
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
/** What every filing holds is neither a label's nor strange. */
const ofNoClass = -1;

/**
 * What the texts teach of a scheme: rarity of terms and counts of naive Bayes. Neutral texts are taught under
 * every label, so that their words speak for none; ridge regression takes them for neither a label's nor strange.
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
    .map(({ zones, answer, neutral }) => ({
      terms: zones.flatMap((zone) => [...zone.bag.keys()]),
      label: neutral ? ofNoClass : answer,
    }));
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

export function fit(seen: readonly Seen[]): ChoiceWeights {
  const isStrange = ({ of, answer }: Seen) => answer === of.labels.length;
  const strange = weightOfStrange(seen.length, seen.filter(isStrange).length);
  const weights = fitChoice(
    seen.map((one) => ({ of: one.of, answer: one.answer, weight: isStrange(one) ? strange : 1 })),
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
  // Filings made up of these texts are left out: they would count the same texts twice.
  const single = judged.flatMap(({ sample, shares, answer }) =>
    sample.text
      ? [{ text: textKey(sample.text), answer, shares: shares.map((share) => round(share, 3)) }]
      : [],
  );
  const model: Model = {
    scheme: known.scheme.id,
    labels,
    weights: fit(seen),
    temperature,
    threshold: thresholdFor(single, labels.length),
    rarity,
    bayes,
    ridge,
    judged: single,
  };
  if (model.weights.none.length !== noneNames.length) throw new Error('features and weights differ');
  return { model, judged };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
