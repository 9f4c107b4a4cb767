import { type Alternatives, type ChoiceWeights, probabilities } from './choice.ts';
import type { Hit } from './signals/cues.ts';
import { decidingWords } from './signals/deciding.ts';
import { featuresWithout, type Knowledge, readText } from './signals/features.ts';
import { partsOf } from './signals/parts.ts';
import type { Zone } from './signals/zone.ts';

/** A text as the classifier of one scheme sees it. */
export interface Reading {
  readonly of: Alternatives;
  /** The text without each of the words that speak most for a label: what of it rests on one word. */
  without(label: number): readonly Alternatives[];
  /** Its parts in order, each read alone, with their lengths in characters. */
  parts(): readonly Part[];
  /** Where phrases of a label stand in one of its zones. */
  hitsIn(zone: Zone, label: number): readonly Hit[];
}

export interface Part {
  readonly of: Alternatives;
  readonly length: number;
}

export function read(knowledge: Knowledge, zones: readonly Zone[]): Reading {
  const text = readText(knowledge, zones);
  return {
    of: text.of,
    without: (label) =>
      decidingWords(knowledge, label, text).map((word) => featuresWithout(knowledge, text, word)),
    parts: () =>
      partsOf(zones).map((part) => ({
        // A body of one part, without a title, has been read.
        of: zones.length === 1 && part === zones[0] ? text.of : readText(knowledge, [part]).of,
        length: part.text.length,
      })),
    hitsIn: (zone, label) => text.zones.find((one) => one.zone === zone)?.hits[label] ?? [],
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
      doubt = Math.min(doubt, (asLikely * ((all[top] ?? 0) - share)) / gain);
  }
  return all.map((share, l) => (1 - doubt) * share + doubt * (less[l] ?? 0));
}
const leastVote = 0.02;
/** A hair less than as likely: which of two labels comes first must not be left to rounding. */
const asLikely = 1 - 1e-6;
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
