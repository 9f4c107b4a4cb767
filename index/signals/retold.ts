import type { SharedRange } from './fuse-passages.ts';
import { pairSentences, type RetoldSentence } from './pair-sentences.ts';
import type { Sentence } from './sentences.ts';

export interface Retold {
  /** In the order of the first text. */
  readonly sentences: readonly RetoldSentence[];
  /** Share of the letters of each side's own sentences that stand in such sentences, 0..1. */
  readonly shareHere: number;
  readonly shareThere: number;
}

/**
 * Share of both sentences' letters that they must have in one order. Of unrelated sentences of one trade and
 * one pattern one in fifteen reaches it, of sentences with six words in ten changed three in four.
 */
const leastKept = 0.6;
/** Own share of a sentence from which on it is evidence; the rest of it is set phrases. */
const evidence = 0.4;
/** Two texts of which so much is told again are one: less will do to show where. */
const related = 0.3;
const leastShown = { kept: 0.5, own: 0.1 };

/**
 * Sentences told again: each with at most one of the other text, the most alike first, wherever they stand.
 * Words put in, cut short or replaced leave most letters of a sentence in their order, though no run of
 * them is long enough for a fingerprint. How alike: twice the longest common subsequence by both lengths.
 */
export function findRetold(here: readonly Sentence[], there: readonly Sentence[]): Retold {
  const ownHere = here.filter(({ own }) => own >= evidence);
  const ownThere = there.filter(({ own }) => own >= evidence);
  const told = pairSentences(ownHere, ownThere, leastKept);
  const sum = (of: readonly Sentence[]) => of.reduce((all, { letters }) => all + letters.length, 0);
  const shareHere = sum(told.map((one) => one.here)) / Math.max(1, sum(ownHere));
  const shareThere = sum(told.map((one) => one.there)) / Math.max(1, sum(ownThere));
  const more = Math.max(shareHere, shareThere) >= related ? pairUpRest(here, there, told) : [];
  const sentences = [...told, ...more].sort((a, b) => a.here.range[0] - b.here.range[0]);
  return { sentences, shareHere, shareThere };
}

/** Where its sentences stand, as passages. */
export function rangesOf({ sentences }: Retold): SharedRange[] {
  return sentences.map((one) => ({ here: one.here.range, there: one.there.range, matched: one.kept }));
}

function pairUpRest(
  here: readonly Sentence[],
  there: readonly Sentence[],
  told: readonly RetoldSentence[],
): RetoldSentence[] {
  const taken = new Set(told.flatMap((one) => [one.here, one.there]));
  const rest = (of: readonly Sentence[]) => of.filter((one) => !taken.has(one));
  const shown = (of: readonly Sentence[]) => rest(of).filter(({ own }) => own >= leastShown.own);
  const more = pairSentences(shown(here), shown(there), leastShown.kept);
  return [...more, ...between(here, there, [...told, ...more])];
}

/** Set phrases that stand between sentences told again belong to the passage. */
function between(
  here: readonly Sentence[],
  there: readonly Sentence[],
  told: readonly RetoldSentence[],
): RetoldSentence[] {
  const placeThere = new Map(there.map((one, i) => [one, i]));
  const partners = new Map(told.map((one) => [one.here, placeThere.get(one.there) ?? -2]));
  const found: RetoldSentence[] = [];
  for (let i = 1; i + 1 < here.length; i++) {
    const [before, one, after] = here.slice(i - 1, i + 2);
    if (!before || !one || !after || partners.has(one)) continue;
    const at = partners.get(before) ?? -2;
    const other = there[at + 1];
    if (!other || partners.get(after) !== at + 2) continue;
    found.push(...pairSentences([one], [other], leastShown.kept));
  }
  return found;
}
