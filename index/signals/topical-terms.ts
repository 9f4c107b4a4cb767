import { segment, wordsWithin } from '../../classifiers/signals/segment.ts';
import { parseCompany } from '../../core/parties/company-name.ts';
import { partiesIn } from '../../core/parties/party.ts';
import { foldText } from '../../core/text/fold.ts';
import { mergeRanges, type Range } from '../../core/text/ranges.ts';
import { simplify } from '../../core/text/simplify.ts';

/** A word where it stands in the original. */
export interface PlacedTerm {
  readonly term: string;
  readonly range: Range;
}

/**
 * The terms of a filing's own text, each with how often it stands there. Plain data that depends on nothing but
 * the filing; how rare a term is, is asked when filings are compared.
 */
export interface TermBag {
  /** Different terms, a space between them. */
  readonly terms: string;
  readonly counts: readonly number[];
}

const letter = /\p{L}/u;
const numeral = /^[一二三四五六七八九十百千万亿零两第几多余约点半\d]+[个台套年月日家人项次件种条吨倍成]?$/u;
const within = new Map<string, readonly string[]>();
/** Words taken apart that are remembered. */
const mostRemembered = 50_000;

/**
 * Words of two characters and more in the order of the text: folded, lower case, simplified; names of products
 * and techniques in Latin letters too. Words of the dictionary inside longer ones are terms of their own, since
 * the same thing may be named longer or shorter. Numbers are none: they change from year to year. Words in `not`
 * (the applicant's own name) are left out, and what touches `excluded`.
 */
export function termsIn(
  text: string,
  excluded: readonly Range[] = [],
  not: ReadonlySet<string> = new Set(),
): PlacedTerm[] {
  const folded = foldText(text);
  const holes = mergeRanges(excluded);
  const found: PlacedTerm[] = [];
  let at = 0;
  let hole = 0;
  for (const word of segment(simplify(folded.text).toLowerCase())) {
    const range: Range = [folded.offsets[at] ?? 0, folded.offsets[at + word.length] ?? text.length];
    at += word.length;
    while (hole < holes.length && (holes[hole]?.[1] ?? 0) <= range[0]) hole++;
    if ((holes[hole]?.[0] ?? Number.POSITIVE_INFINITY) < range[1]) continue;
    for (const term of partsOf(word)) if (!not.has(term)) found.push({ term, range });
  }
  return found;
}

function partsOf(word: string): readonly string[] {
  const known = within.get(word);
  if (known) return known;
  const parts = [word, ...wordsWithin(word)].filter(
    (part) => part.length > 1 && letter.test(part) && !numeral.test(part),
  );
  if (within.size >= mostRemembered) within.clear();
  within.set(word, parts);
  return parts;
}

/** Words of the names of all applicants of a filing: they tell who it is of, not what it is about. */
export function namesToLeaveOut(company: string): Set<string> {
  const names = partiesIn(company).flatMap((name) => {
    const { core, readings } = parseCompany(name);
    return [name, core, ...readings.map((reading) => reading.core)];
  });
  return new Set(names.flatMap((name) => termsIn(name).map(({ term }) => term)));
}

export function termBag(text: string, excluded: readonly Range[], company: string): TermBag {
  return bagOf(termsIn(text, excluded, namesToLeaveOut(company)));
}

export function bagOf(terms: readonly PlacedTerm[]): TermBag {
  const counts = new Map<string, number>();
  for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { terms: [...counts.keys()].join(' '), counts: [...counts.values()] };
}
