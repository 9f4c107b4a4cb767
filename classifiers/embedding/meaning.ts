import type { Scheme } from '../../calls/schema/schemes.ts';
import { type ChoiceWeights, fitChoice, probabilities } from '../choice.ts';
import type { Model } from '../model.ts';
import { thresholdFor, weightOfStrange } from '../train/calibrate.ts';
import { type Labelled, textKey } from '../train/read-labelled.ts';
import { type Example, Nearness, type Vector } from './nearness.ts';

/** Makes vectors of texts; LangChain's `embedDocuments`, or the same with a memory. */
export type Embed = (texts: readonly string[]) => Promise<readonly Vector[]>;

/** What an office's embedder adds to the classifier of one scheme. */
export interface Meaning {
  /** Probability below which no label is given, with the embedder's say. */
  readonly threshold: number;
  /** Probabilities of the labels and of none, with the embedder's say; `vectors` are those of the text's parts. */
  weigh(shares: readonly number[], vectors: readonly Vector[]): number[];
}

/**
 * Learns what an embedder is worth for a scheme: the labelled texts are embedded, each is compared with the
 * others, and a conditional logit weighs that against what cross-validation said of the same text. An embedder
 * that knows no better is given no weight. `undefined` where the model was not trained on enough of the texts.
 */
export async function learnMeaning(
  scheme: Scheme,
  model: Pick<Model, 'judged'>,
  labelled: readonly Labelled[],
  embed: Embed,
): Promise<Meaning | undefined> {
  const byKey = new Map(labelled.map((text) => [textKey(text), text]));
  const known = model.judged.flatMap(({ text: key, ...judged }) => {
    const text = byKey.get(key);
    return text ? [{ ...judged, text }] : [];
  });
  const labels = scheme.labels.length;
  if (known.length < 3 * labels) return undefined;
  const vectors = await embed(known.map(({ text }) => [text.title, text.text].filter(Boolean).join('。')));
  const examples = known.map(({ answer }, i): Example => ({ label: answer, vector: vectors[i] ?? [] }));
  const nearness = new Nearness(examples, labels);
  const seen = known.map(({ shares, answer }, i) => ({
    of: alternatives(shares, nearness.of([examples[i]?.vector ?? []], i)),
    answer,
  }));
  const strange = weightOfStrange(seen.length, seen.filter(({ answer }) => answer === labels).length);
  const weights = fitChoice(
    seen.map((one) => ({ ...one, weight: one.answer === labels ? strange : 1 })),
    [1, 1],
    trusting,
  );
  const judged = seen.map(({ of, answer }) => ({ shares: probabilities(of, weights), answer }));
  return {
    threshold: thresholdFor(judged, labels),
    weigh: (shares, of) => probabilities(alternatives(shares, nearness.of(of)), weights as ChoiceWeights),
  };
}

/** Until the texts say otherwise the classifier is believed as it is, and the embedder not at all. */
const trusting = [1, 0, 1];

/** For each label the classifier's log-probability and how near the text is to the label's texts. */
function alternatives(shares: readonly number[], near: readonly number[]) {
  const log = (share: number | undefined) => Math.log(Math.max(share ?? 0, 5e-4));
  return { labels: near.map((value, l) => [log(shares[l]), value]), none: [log(shares[near.length])] };
}
