import { type Folded, foldWithOffsets } from './fold.ts';
import { blankOut, negatedRanges } from './negation.ts';
import { type Bag, bagOf, termsOf } from './terms.ts';

/** A stretch of a filing prepared once for all schemes. */
export interface Zone {
  readonly kind: 'title' | 'body';
  readonly original: string;
  readonly folded: Folded;
  /** The folded text without what the filing says it is not; same offsets as `folded.text`. */
  readonly text: string;
  readonly bag: Bag;
}

export function zoneOf(kind: Zone['kind'], original: string): Zone {
  const folded = foldWithOffsets(original);
  const text = blankOut(folded.text, negatedRanges(folded.text));
  return { kind, original, folded, text, bag: bagOf(termsOf(text)) };
}
