import type { Passage } from '../../core/judgement.ts';
import { foldForMatching } from '../../core/text/fold-for-matching.ts';
import { mergeRanges, type Range } from '../../core/text/ranges.ts';
import type { TextMap } from '../../core/text-map.ts';
import { compareFolded } from '../search/fingerprint/compare-folded.ts';
import { fusePassages } from './fuse-passages.ts';
import { findRetold, rangesOf } from './retold.ts';
import { sentencesOf } from './sentences.ts';

export interface Comparison {
  /** In the order of the first text. */
  readonly passages: readonly Passage[];
  /** Share of each text's letters that the other has too, 0..1; excluded letters are not counted. */
  readonly shareA: number;
  readonly shareB: number;
  /** The larger of both shares: 1 when one text is wholly in the other. */
  readonly score: number;
}

/**
 * What two documents have in common, word for word or told again, with the places on both sides. Ranges in `excludedA` and `excludedB`
 * (the blank form, quotations) are left out.
 */
export function compareTexts(
  a: TextMap,
  b: TextMap,
  excludedA: readonly Range[] = [],
  excludedB: readonly Range[] = [],
): Comparison {
  const [outA, outB] = [mergeRanges(excludedA), mergeRanges(excludedB)];
  const shared = compareFolded(foldForMatching(a.text, outA), foldForMatching(b.text, outB));
  const told = findRetold(sentencesOf(a.text, outA), sentencesOf(b.text, outB));
  const passages = fusePassages(shared.passages, rangesOf(told));
  const side = (map: TextMap, [start, end]: Range) => ({
    text: map.text.slice(start, end),
    where: map.placesOf(start, end),
  });
  return {
    passages: passages.map(({ here, there }) => ({ here: side(a, here), there: side(b, there) })),
    shareA: shared.shareHere,
    shareB: shared.shareThere,
    score: Math.max(shared.shareHere, shared.shareThere),
  };
}
