import { type CompanyName, parseCompany } from '../core/parties/company-name.ts';
import { type Party, partiesIn } from '../core/parties/party.ts';
import { type FoldedForMatching, foldForMatching } from '../core/text/fold-for-matching.ts';
import { mergeRanges, type Range } from '../core/text/ranges.ts';
import type { Affiliates } from '../lists/affiliates.ts';
import type { Award } from '../lists/awards/award.ts';
import { type Digest, soughtBy } from './digest.ts';
import type { FilingCard, Narrative } from './indexed-filing.ts';
import { winnow } from './search/fingerprint/winnow.ts';
import { factKeys, factsOf } from './signals/facts.ts';
import type { TitleTerms } from './signals/title.ts';
import { boilerplateRanges } from './text/subtract.ts';

export type Source =
  | { readonly kind: 'award'; readonly award: Award }
  | { readonly kind: 'archive' | 'batch'; readonly filing: FilingCard };

/** One submission or award as the finder handles it, without its text; `key` is its number in the run. */
export interface Entry {
  readonly key: number;
  readonly source: Source;
  readonly party: Party;
  readonly names: readonly CompanyName[];
  readonly title: string;
  readonly terms: TitleTerms;
  /** By `factKeys`. */
  readonly facts: Uint32Array;
  readonly pictures: readonly string[];
  /** How many fingerprints it has. */
  readonly prints: number;
  /** How many chunks its text has; none where it has no text. */
  readonly chunks: number;
}

/** An entry whose boilerplate has been found: what is left is its own. */
export interface OwnText {
  readonly folded: FoldedForMatching;
  readonly excluded: readonly Range[];
}

/** An award as a filing's digest is: what is known of it, and what its text is sought by. */
export function digestOfAward(award: Award): Omit<Digest, 'filing'> {
  return {
    facts: award.text ? factsOf(award.text) : [],
    pictures: [],
    ...soughtBy(award, narrativeOfAward(award)),
  };
}

export function narrativeOfAward({ text = '' }: Award): Narrative {
  const lines = text ? [{ start: 0, length: text.length, where: [] }] : [];
  return { narrative: { text, lines }, excluded: [] };
}

export function entryOf(
  key: number,
  source: Source,
  digest: Omit<Digest, 'filing'>,
  affiliates?: Affiliates,
): Entry {
  const { company, creditCode, title } = source.kind === 'award' ? source.award : source.filing;
  const parties = partiesIn(company);
  const affiliations = affiliates ? parties.flatMap((name) => affiliates.of(name)) : [];
  return {
    key,
    source,
    party: {
      company,
      ...(creditCode ? { creditCode } : {}),
      ...(affiliations.length > 0 ? { affiliations } : {}),
    },
    names: parties.map(parseCompany),
    title,
    terms: digest.terms,
    facts: factKeys(digest.facts),
    pictures: digest.pictures,
    prints: digest.prints.length,
    chunks: digest.chunks.length,
  };
}

/** What is left of a text without the form's words and the passages that many have. */
export function ownTextOf({ narrative, excluded }: Narrative, boilerplate: ReadonlySet<number>): OwnText {
  const folded = foldForMatching(narrative.text, excluded);
  const shared = boilerplate.size > 0 ? boilerplateRanges(folded, winnow(folded.text), boilerplate) : [];
  if (shared.length === 0) return { folded, excluded };
  const all = mergeRanges([...excluded, ...shared]);
  return { folded: foldForMatching(narrative.text, all), excluded: all };
}
