import type { SharedTerm } from '../../core/judgement.ts';
import { mergeRanges, type Range } from '../../core/text/ranges.ts';
import { type PlacedText, placesIn } from '../text/placed-text.ts';
import type { SharedRange } from './fuse-passages.ts';
import { amount, lengthOf, normalised, type TopicalIndex } from './topical-index.ts';
import { namesToLeaveOut, type PlacedTerm } from './topical-terms.ts';

/** One side of a comparison. */
export interface TopicalSide {
  readonly key: number;
  readonly company: string;
  readonly narrative: PlacedText;
  /** The terms of its own text: without the form's, the notice's and what vendors have set. */
  readonly terms: () => readonly PlacedTerm[];
}

export interface Topical {
  /** How much of what is rare both have, beyond what many others have too, 0..1. */
  readonly value: number;
  /** The rare terms that both use, most telling first. */
  readonly terms: readonly SharedTerm[];
}

/** Below this the bags share nothing that is worth reading for. */
const worthReading = 0.03;
/** Different terms a side must have left once passages in common are taken out; fewer say nothing. */
const fewestTerms = 25;
/** Two entries this many times as like one another as the filing is to one of them are one thing twice. */
const copies = 1.5;
/** As near as its next so many neighbours come, a theme in common brings two filings. */
const common = 5;
/** So near filings of one trade come anyhow. */
const usual = 0.03;
const mostTerms = 12;
const mostPlaces = 3;

/**
 * How alike two filings are by what they are about: rare words and terms in common, whatever the sentences. What
 * both have word for word or sentence by sentence is taken out first, since it is told by other signals and may
 * be the applicant's set text about itself; so this is what speaks for a solution told again in other words.
 * `undefined`: too little is left to say anything.
 */
export function compareTopics(
  here: TopicalSide,
  there: TopicalSide,
  passages: readonly SharedRange[],
  index: TopicalIndex,
): Topical | undefined {
  const rough = index.likeness(here.key, there.key);
  if (rough < worthReading) return { value: 0, terms: [] };
  const names = new Set([...namesToLeaveOut(here.company), ...namesToLeaveOut(there.company)]);
  const restHere = restOf(
    here,
    passages.map((one) => one.here),
    names,
  );
  const restThere = restOf(
    there,
    passages.map((one) => one.there),
    names,
  );
  if (Math.min(restHere.size, restThere.size) < fewestTerms) return undefined;
  const shared = [...restHere].flatMap(([term, ranges]) => {
    const others = restThere.get(term);
    if (!others) return [];
    const weight = index.weightBetween(term, here.key, there.key) ** 2;
    return [{ term, ranges, others, weight: weight * amount(ranges.length) * amount(others.length) }];
  });
  const dot = shared.reduce((sum, { weight }) => sum + weight, 0);
  const alike = normalised(dot, lengthIn(restHere, index), lengthIn(restThere, index));
  const level = Math.max(0, levelOf(here.key, there.key, rough, index) - usual);
  const telling = shared.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return {
    value: Math.max(0, (alike - level) / (1 - level)),
    terms: wholeWords(telling)
      .slice(0, mostTerms)
      .map(({ term, ranges, others }) => ({
        term,
        here: placesOf(here, ranges),
        there: placesOf(there, others),
      })),
  };
}

/** How near the filing's next neighbours come that are not the same thing once more. */
function levelOf(here: number, there: number, value: number, index: TopicalIndex): number {
  const others = index
    .neighboursOf(here)
    .filter(({ key }) => key !== there && index.likeness(there, key) < copies * value);
  return others[common - 1]?.value ?? 0;
}

type Rest = ReadonlyMap<string, readonly Range[]>;

function restOf(side: TopicalSide, passages: readonly Range[], names: ReadonlySet<string>): Rest {
  const rest = new Map<string, Range[]>();
  const holes = mergeRanges(passages);
  let hole = 0;
  for (const { term, range } of side.terms()) {
    while (hole < holes.length && (holes[hole]?.[1] ?? 0) <= range[0]) hole++;
    if ((holes[hole]?.[0] ?? Number.POSITIVE_INFINITY) < range[1] || names.has(term)) continue;
    const ranges = rest.get(term);
    if (ranges) ranges.push(range);
    else rest.set(term, [range]);
  }
  return rest;
}

function lengthIn(rest: Rest, index: TopicalIndex): number {
  return lengthOf([...rest].map(([term, ranges]) => [index.backgroundOf(term), ranges.length]));
}

type Telling = { readonly term: PlacedTerm['term']; readonly ranges: readonly Range[] };

/** Without the parts of longer words that are told as well. */
function wholeWords<T extends Telling>(telling: readonly T[]): T[] {
  return telling.filter(
    ({ term }) => !telling.some((other) => other.term !== term && other.term.includes(term)),
  );
}

function placesOf({ narrative }: TopicalSide, ranges: readonly Range[]): SharedTerm['here'] {
  const places = ranges.flatMap((range) => placesIn(narrative, range));
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()].slice(0, mostPlaces);
}
