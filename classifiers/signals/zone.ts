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
  /** The text in passages of whole sentences: what decides may be one of them among much else. */
  readonly passages: readonly Bag[];
  readonly passageTexts: readonly string[];
}

/** Characters after which a passage ends with its sentence. */
const passageLength = 150;

export function zoneOf(kind: Zone['kind'], original: string): Zone {
  const folded = foldWithOffsets(original);
  const text = blankOut(folded.text, negatedRanges(folded.text));
  const passageTexts = passagesOf(text);
  const terms = passageTexts.map((passage) => termsOf(passage));
  return { kind, original, folded, text, bag: bagOf(terms.flat()), passages: terms.map(bagOf), passageTexts };
}

function passagesOf(text: string): string[] {
  const passages: string[] = [];
  let passage = '';
  for (const sentence of text.split(/(?<=[。；！？])/)) {
    passage += sentence;
    if (passage.length < passageLength) continue;
    passages.push(passage);
    passage = '';
  }
  if (passage.length > passageLength / 3 || passages.length === 0) return [...passages, passage];
  return [...passages.slice(0, -1), (passages.at(-1) ?? '') + passage];
}
