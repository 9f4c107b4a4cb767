import { type Sequence, sequenceOf, subsequence } from '../search/fingerprint/subsequence.ts';
import type { Sentence } from './sentences.ts';

/** Two sentences that say the same in nearly the same order; `kept` letters of it are in both. */
export interface RetoldSentence {
  readonly here: Sentence;
  readonly there: Sentence;
  readonly kept: number;
}

/** Texts of up to so many sentences are compared each with each; filings seldom have more than 400. */
export const eachWithEach = 600;
/** Of such texts so many may answer a sentence by their letters, on average of both; unrelated filings have one or two. */
const likelyPartners = 30;
/** Of longer texts a sentence is compared with so many: those with most pairs of letters in common. */
const mostPartners = 12;
/** Sentences remembered for one pair of letters: what comes back more often tells no two sentences apart. */
const mostOwners = 32;

/** What pairing has cost: comparisons letter by letter, and look-ups of a letter or of a pair of letters. */
export interface PairingCost {
  comparisons: number;
  lookups: number;
}

interface Alike {
  readonly here: number;
  readonly there: number;
  readonly kept: number;
  readonly share: number;
}

/** For each sentence of one text the places of those of the other that may answer it. */
type Partners = (here: number) => readonly number[];

/**
 * Sentences of which at least `least` of both is the same in order, each with at most one of the other text, the
 * most alike first. Two long texts cost no more than a constant for each sentence.
 */
export function pairSentences(
  here: readonly Sentence[],
  there: readonly Sentence[],
  least: number,
  cost: PairingCost = { comparisons: 0, lookups: 0 },
): RetoldSentence[] {
  if (here.length <= eachWithEach && there.length <= eachWithEach) {
    const all = byLetters(here, there, least, cost);
    if (all) return pairAmong(here, there, least, all, cost);
  }
  // The same words word for word need no comparing, however often they come back.
  const same = pairSame(here, there);
  const taken = new Set(same.flatMap((pair) => [pair.here, pair.there]));
  const restHere = here.filter((one) => !taken.has(one));
  const restThere = there.filter((one) => !taken.has(one));
  const partners = byLetterPairs(restHere, restThere, cost);
  return [...same, ...pairAmong(restHere, restThere, least, partners, cost)];
}

function pairAmong(
  here: readonly Sentence[],
  there: readonly Sentence[],
  least: number,
  partnersOf: Partners,
  cost: PairingCost,
): RetoldSentence[] {
  const sequences = new Map<number, Sequence>();
  const alike: Alike[] = [];
  here.forEach(({ letters }, i) => {
    for (const j of partnersOf(i)) {
      const other = there[j]?.letters ?? '';
      const both = letters.length + other.length;
      if (2 * Math.min(letters.length, other.length) < least * both) continue;
      const known = sequences.get(j) ?? sequenceOf(other);
      sequences.set(j, known);
      cost.comparisons++;
      const kept = subsequence(letters, known);
      const share = (2 * kept) / both;
      if (share >= least) alike.push({ here: i, there: j, kept, share });
    }
  });
  return mostAlikeFirst(here, there, alike);
}

/**
 * Each with each: letters that the other has at all bound the subsequence from above, and few get past that. Nothing
 * where many do, as among texts of a few letters.
 */
function byLetters(
  here: readonly Sentence[],
  there: readonly Sentence[],
  least: number,
  cost: PairingCost,
): Partners | undefined {
  const owners = new Map<string, number[]>();
  there.forEach(({ letters }, j) => {
    for (const char of new Set(letters)) push(owners, char, j);
  });
  const common = new Uint16Array(there.length);
  let left = likelyPartners * (here.length + there.length);
  const partners: number[][] = [];
  for (const { letters } of here) {
    common.fill(0);
    for (const char of letters) {
      const of = owners.get(char) ?? [];
      cost.lookups += of.length;
      for (const owner of of) common[owner] = (common[owner] ?? 0) + char.length;
    }
    const likely: number[] = [];
    there.forEach((other, j) => {
      const bound = Math.min(common[j] ?? 0, other.letters.length);
      if (2 * bound >= least * (letters.length + other.letters.length)) likely.push(j);
    });
    left -= likely.length;
    if (left < 0) return undefined;
    partners.push(likely);
  }
  return (i) => partners[i] ?? [];
}

/** Those that share most pairs of neighbouring letters, by an index that forgets what all sentences have. */
function byLetterPairs(here: readonly Sentence[], there: readonly Sentence[], cost: PairingCost): Partners {
  const owners = new Map<string, number[]>();
  there.forEach(({ letters }, j) => {
    for (const pair of pairsOf(letters)) {
      const list = owners.get(pair);
      if (!list) owners.set(pair, [j]);
      else if (list.length < mostOwners) list.push(j);
    }
  });
  return (i) => {
    const votes = new Map<number, number>();
    for (const pair of pairsOf(here[i]?.letters ?? '')) {
      const of = owners.get(pair) ?? [];
      cost.lookups += of.length;
      for (const owner of of) votes.set(owner, (votes.get(owner) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostPartners);
    return best.map(([j]) => j);
  };
}

function pairsOf(letters: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
  return pairs;
}

/** The first of one text with the first of the other, the second with the second. */
function pairSame(here: readonly Sentence[], there: readonly Sentence[]): RetoldSentence[] {
  const waiting = new Map<string, { readonly of: Sentence[]; next: number }>();
  for (const one of there) {
    const list = waiting.get(one.letters);
    if (list) list.of.push(one);
    else waiting.set(one.letters, { of: [one], next: 0 });
  }
  return here.flatMap((one) => {
    const list = waiting.get(one.letters);
    const other = list?.of[list.next++];
    return other ? [{ here: one, there: other, kept: one.letters.length }] : [];
  });
}

function mostAlikeFirst(
  here: readonly Sentence[],
  there: readonly Sentence[],
  alike: readonly Alike[],
): RetoldSentence[] {
  const taken = new Set<Sentence>();
  const found: RetoldSentence[] = [];
  for (const { here: i, there: j, kept } of [...alike].sort(
    (a, b) => b.share - a.share || a.here - b.here || a.there - b.there,
  )) {
    const [a, b] = [here[i], there[j]];
    if (!a || !b || taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    found.push({ here: a, there: b, kept });
  }
  return found;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
