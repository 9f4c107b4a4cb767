import { type ChoiceWeights, fitChoice } from '../choice.ts';
import { definingWords, definitionBags, knowledgeOf } from '../knowledge.ts';
import type { Model } from '../model.ts';
import { type Reading, read, say, sharesOf } from '../reading.ts';
import { featurePriors, featureSigns, noneNames } from '../signals/features.ts';
import { foldForClassifying } from '../signals/fold.ts';
import { rarityOf } from '../signals/similarity.ts';
import { termsOf } from '../signals/terms.ts';
import { bestTempering, type Judged, thresholdFor, weightOfStrange } from './calibrate.ts';
import { countBayes, type Taught } from './count-bayes.ts';
import { fitRidge } from './fit-ridge.ts';
import { textKey } from './read-labelled.ts';
import type { KnownScheme } from './read-schemes.ts';
import { folds, type Sample } from './samples.ts';

/** A sample seen through knowledge that was made without it. */
export interface Seen {
  readonly sample: Sample;
  readonly reading: Reading;
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
function learnFrom(
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
      if (sample.fold === fold) seen.push({ sample, reading: read(knowledge, zones), answer, fold, kind });
    }
  }
  return seen;
}

export function fit(seen: readonly Seen[]): ChoiceWeights {
  const isStrange = ({ reading, answer }: Seen) => answer === reading.of.labels.length;
  const strange = weightOfStrange(seen.length, seen.filter(isStrange).length);
  const weights = fitChoice(
    seen.map((one) => ({ of: one.reading.of, answer: one.answer, weight: isStrange(one) ? strange : 1 })),
    featureSigns,
    featurePriors,
  );
  return { label: weights.label.map((w) => round(w, 4)), none: weights.none.map((w) => round(w, 4)) };
}

const taughtBy = (seen: readonly Seen[]) => seen.filter(({ sample }) => !sample.onlyJudged);

/** Every sample judged by weights fitted on the other folds, its probabilities not yet tempered. */
export function judgeAcrossFolds(seen: readonly Seen[]): Judged[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const weights = fit(taughtBy(seen.filter((one) => one.fold !== fold)));
    return seen.filter((one) => one.fold === fold).map((one) => judge(one, weights));
  });
}

function judge({ sample, reading, answer, kind }: Omit<Seen, 'fold'>, weights: ChoiceWeights): Judged {
  const said = say(reading, weights);
  return { sample, said, shares: sharesOf(said, untempered), answer, kind };
}
const untempered = { temperature: 1, parts: 0 };

/**
 * Learns a scheme. `others` are texts by another hand than the samples': they teach nothing, and how sure the
 * model may be is fitted on them as much as on cross-validation over its own. `ofTwo` are only judged, as `others` are.
 */
export function modelOf(
  known: KnownScheme,
  samples: readonly Sample[],
  borrowed: readonly Taught[],
  others: readonly Sample[] = [],
  ofTwo: readonly Sample[] = [],
): { model: Model; judged: Judged[]; told: Judged[] } {
  const seen = seeAcrossFolds(known, samples, borrowed);
  const cold = judgeAcrossFolds(seen);
  const { bags, ...learned } = learnFrom(
    known,
    samples.filter((sample) => !sample.onlyJudged),
    borrowed,
  );
  const weights = fit(taughtBy(seen));
  const knowledge = knowledgeOf(known.scheme, bags, learned);
  const judgeOnly = (sample: Sample) => {
    const { zones, answer, kind } = sample;
    return judge({ sample, reading: read(knowledge, zones), answer, kind }, weights);
  };
  const coldOthers = others.map(judgeOnly);
  const tempering = bestTempering(
    cold.filter(({ sample }) => !sample.joined),
    coldOthers,
  );
  const temper = (one: Judged): Judged => ({ ...one, shares: sharesOf(one.said, tempering) });
  const judged = cold.map(temper);
  const told = [...coldOthers, ...ofTwo.map(judgeOnly)].map(temper);
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
    weights,
    ...tempering,
    threshold: thresholdFor(
      judged.filter(({ sample }) => sample.text),
      labels.length,
    ),
    ...learned,
    judged: single,
  };
  if (model.weights.none.length !== noneNames.length) throw new Error('features and weights differ');
  return { model, judged, told };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
