import { type Digest, digestOf } from './digest.ts';
import type { IndexedFiling, Narrative } from './indexed-filing.ts';

/** Earlier filings that a batch is held against, however many there are and wherever they lie. */
export interface Archive {
  /** Of every filing, in an order that is the same in every run. */
  digests(): AsyncIterable<Digest>;
  /** What some of them say, in the order asked for; `at`: their places among the digests. */
  narratives(at: readonly number[]): AsyncIterable<Narrative>;
}

/** Filings that are in memory as they are. */
export function archiveOf(filings: readonly IndexedFiling[]): Archive {
  return {
    async *digests() {
      for (const filing of filings) yield digestOf(filing);
    },
    async *narratives(at) {
      for (const place of at) yield filings[place] ?? nothingSaid;
    },
  };
}

/** Of a filing whose text is there no more: it is compared by the rest. */
export const nothingSaid: Narrative = { narrative: { text: '', lines: [] }, excluded: [] };
