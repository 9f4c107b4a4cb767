import { foldForMatching } from '../core/text/fold-for-matching.ts';
import type { FilingCard, IndexedFiling, Narrative } from './indexed-filing.ts';
import { comparedChunks } from './search/embed/chunks.ts';
import { textKey } from './search/embed/embed-remembered.ts';
import { winnow } from './search/fingerprint/winnow.ts';
import { type TitleTerms, titleTerms } from './signals/title.ts';
import { type TermBag, termBag } from './signals/topical-terms.ts';

/** What one filing is sought by: all of it but its text, and a tenth of its size. */
export interface Digest {
  readonly filing: FilingCard;
  readonly terms: TitleTerms;
  readonly facts: readonly string[];
  readonly pictures: readonly string[];
  /** Hashes of its fingerprints, in the order of the text. */
  readonly prints: Uint32Array;
  /** Which texts its chunks are (`textKey`): their vectors are kept under that. */
  readonly chunks: readonly string[];
  /** The terms of its own text. */
  readonly topics: TermBag;
}

/** Pure. Folding, winnowing and cutting into words cost a thousand times what reading a digest costs. */
export function digestOf(indexed: IndexedFiling): Digest {
  const { narrative, excluded, facts, pictures = [], ...filing } = indexed;
  return { filing, facts, pictures, ...soughtBy(filing, { narrative, excluded }) };
}

/** The part of a digest that is computed. */
export function soughtBy(
  { title, company }: Pick<FilingCard, 'title' | 'company'>,
  { narrative, excluded }: Narrative,
): Pick<Digest, 'terms' | 'prints' | 'chunks' | 'topics'> {
  return {
    terms: titleTerms(title),
    prints: winnow(foldForMatching(narrative.text, excluded).text).hashes,
    chunks: comparedChunks(narrative.text).map(textKey),
    topics: termBag(narrative.text, excluded, company),
  };
}
