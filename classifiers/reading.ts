import { type Alternatives, type ChoiceWeights, probabilities } from './choice.ts';
import { decidingWords } from './signals/deciding.ts';
import { emptyMemory, featuresOf, type Knowledge } from './signals/features.ts';
import { partsOf } from './signals/parts.ts';
import { withoutWord } from './signals/without.ts';
import type { Zone } from './signals/zone.ts';

/** A text as the classifier of one scheme sees it. */
export interface Reading {
  readonly of: Alternatives;
  /** The text without each of the words that speak most for a label: what of it rests on one word. */
  without(label: number): readonly Alternatives[];
  /** Its parts in order, each read alone, with their lengths in characters. */
  parts(): readonly Part[];
}

export interface Part {
  readonly of: Alternatives;
  readonly length: number;
}

export function read(knowledge: Knowledge, zones: readonly Zone[]): Reading {
  const memory = emptyMemory();
  const of = (all: readonly Zone[]) => featuresOf(knowledge, all, memory);
  return {
    of: of(zones),
    without: (label) =>
      decidingWords(knowledge, label, zones).map((word) => of(zones.map((zone) => withoutWord(zone, word)))),
    parts: () => partsOf(zones).map((part) => ({ of: of([part]), length: part.text.length })),
  };
}

/** What the weights say of a text, before it is tempered. Labels in order, then none. */
export interface Said {
  readonly whole: readonly number[];
  /** Without the word that the likeliest label would miss most. */
  readonly worst: readonly number[];
  /** For each label, and none, the share of the text whose parts speak for it, 0..1. */
  readonly votes: readonly number[];
  /** For each label the surest part's probability. */
  readonly surest: readonly number[];
  /** Number of parts; the votes of a single one say nothing that the whole does not. */
  readonly parts: number;
}

/** A part alone says less than it seems to. */
const partTemperature = 1.5;

export function say(reading: Reading, weights: ChoiceWeights): Said {
  const whole = probabilities(reading.of, weights);
  const top = likeliest(whole);
  let worst = whole;
  // A label that is less likely than not needs no further doubt.
  for (const of of (whole[top] ?? 0) < 0.5 ? [] : reading.without(top)) {
    const shares = probabilities(of, weights);
    if ((shares[top] ?? 0) < (worst[top] ?? 0)) worst = shares;
  }
  const parts = reading.parts();
  const votes = whole.map(() => 0);
  const surest = whole.map(() => 0);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  for (const part of parts) {
    const shares = probabilities(part.of, weights, partTemperature);
    for (const [l, share] of shares.entries()) {
      votes[l] = (votes[l] ?? 0) + (share * part.length) / length;
      surest[l] = Math.max(surest[l] ?? 0, share);
    }
  }
  return { whole, worst, surest, votes, parts: parts.length };
}

/** How what was said becomes probabilities; fitted on texts that taught nothing. */
export interface Tempering {
  readonly temperature: number;
  /** How much the parts' votes count beside the whole, 0: not at all. */
  readonly parts: number;
}

/**
 * Probabilities of the labels and of none. A part of the say, half where the text has several parts, has the text
 * without the one word that the likeliest label would miss most: so no single word, nor a cue, carries a label
 * to certainty, and a high probability takes evidence that stands without any one of its pieces. That can make
 * the likeliest label doubtful, down to as likely as the next, but not put another before it.
 */
export function sharesOf(said: Said, { temperature, parts }: Tempering): number[] {
  const { whole, worst, votes } = said;
  const most = Math.max(...votes.slice(0, -1));
  const heard = votes.map((vote, l) =>
    said.parts > 1 && most > 0 && l < votes.length - 1 ? Math.max(leastVote, vote / most) ** parts : 1,
  );
  const temper = (shares: readonly number[]) => {
    const raised = shares.map((share, l) => Math.max(share, 1e-12) ** (1 / temperature) * (heard[l] ?? 1));
    const sum = raised.reduce((a, b) => a + b, 0);
    return raised.map((value) => value / sum);
  };
  const all = temper(whole);
  const less = temper(worst);
  const top = likeliest(all);
  let doubt = said.parts > 1 ? doubtOf.several : doubtOf.one;
  for (const [l, share] of all.entries()) {
    const gain = (less[l] ?? 0) - share - ((less[top] ?? 0) - (all[top] ?? 0));
    if (l !== top && l < all.length - 1 && gain > 0)
      doubt = Math.min(doubt, ((all[top] ?? 0) - share) / gain);
  }
  return all.map((share, l) => (1 - doubt) * share + doubt * (less[l] ?? 0));
}
const leastVote = 0.02;
/** A text of one part can hardly hold two pieces of evidence. */
const doubtOf = { several: 0.5, one: 0.25 };

/** Whether what is said of these labels stands without the one word that speaks most for them; else none is given. */
export function stands({ worst }: Said, labels: readonly number[]): boolean {
  return labels.reduce((sum, label) => sum + (worst[label] ?? 0), 0) >= leastStanding;
}
const leastStanding = 0.1;

/** Index of the likeliest label, "none" aside. */
export function likeliest(shares: readonly number[]): number {
  let best = 0;
  for (let l = 1; l < shares.length - 1; l++) if ((shares[l] ?? 0) > (shares[best] ?? 0)) best = l;
  return best;
}
