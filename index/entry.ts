import { type CompanyName, parseCompany } from '../core/parties/company-name.ts';
import { type Party, partiesIn } from '../core/parties/party.ts';
import { type FoldedForMatching, foldForMatching } from '../core/text/fold-for-matching.ts';
import { mergeRanges, type Range } from '../core/text/ranges.ts';
import type { Affiliates } from '../lists/affiliates.ts';
import type { Award } from '../lists/awards/award.ts';
import type { IndexedFiling } from './indexed-filing.ts';
import { type Fingerprints, winnow } from './search/fingerprint/winnow.ts';
import { factsOf } from './signals/facts.ts';
import { type TitleTerms, titleTerms } from './signals/title.ts';
import { type TermBag, termBag } from './signals/topical-terms.ts';
import type { PlacedText } from './text/placed-text.ts';
import { boilerplateRanges } from './text/subtract.ts';

export type Source =
  | { readonly kind: 'award'; readonly award: Award }
  | { readonly kind: 'archive' | 'batch'; readonly filing: IndexedFiling };

/** One submission or award as the finder handles it; `key` is its number in the run. */
export interface Entry {
  readonly key: number;
  readonly source: Source;
  readonly party: Party;
  readonly names: readonly CompanyName[];
  readonly title: string;
  readonly terms: TitleTerms;
  readonly narrative: PlacedText;
  readonly excluded: readonly Range[];
  readonly facts: readonly string[];
  readonly pictures: readonly string[];
  readonly prints: Fingerprints;
  /** What it is about. */
  readonly topics: TermBag;
}

/** An entry whose boilerplate has been found: what is left is its own. */
export interface OwnText {
  readonly folded: FoldedForMatching;
  readonly excluded: readonly Range[];
}

export function entryOf(key: number, source: Source, affiliates?: Affiliates): Entry {
  const of = source.kind === 'award' ? partsOfAward(source.award) : source.filing;
  const parties = partiesIn(of.company);
  const affiliations = affiliates ? parties.flatMap((name) => affiliates.of(name)) : [];
  return {
    key,
    source,
    party: {
      company: of.company,
      ...(of.creditCode ? { creditCode: of.creditCode } : {}),
      ...(affiliations.length > 0 ? { affiliations } : {}),
    },
    names: parties.map(parseCompany),
    title: of.title,
    terms: titleTerms(of.title),
    narrative: of.narrative,
    excluded: of.excluded,
    facts: of.facts,
    pictures: of.pictures ?? [],
    prints: winnow(foldForMatching(of.narrative.text, of.excluded).text),
    topics: of.topics ?? termBag(of.narrative.text, of.excluded, of.company),
  };
}

function partsOfAward(
  award: Award,
): Pick<
  IndexedFiling,
  'company' | 'creditCode' | 'title' | 'narrative' | 'excluded' | 'facts' | 'pictures' | 'topics'
> {
  const text = award.text ?? '';
  const lines = text ? [{ start: 0, length: text.length, where: [] }] : [];
  return {
    company: award.company,
    ...(award.creditCode ? { creditCode: award.creditCode } : {}),
    title: award.title,
    narrative: { text, lines },
    excluded: [],
    facts: text ? factsOf(text) : [],
  };
}

/** Folds anew, since of a large archive only the few candidates are ever read. */
export function ownTextOf(entry: Entry, boilerplate: ReadonlySet<number>): OwnText {
  const { narrative, excluded, prints } = entry;
  const folded = foldForMatching(narrative.text, excluded);
  const shared = boilerplate.size > 0 ? boilerplateRanges(folded, prints, boilerplate) : [];
  if (shared.length === 0) return { folded, excluded };
  const all = mergeRanges([...excluded, ...shared]);
  return { folded: foldForMatching(narrative.text, all), excluded: all };
}
