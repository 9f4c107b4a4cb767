import type { FoldedForMatching } from '../../../core/text/fold-for-matching.ts';
import { originalRange } from '../../../core/text/fold-for-matching.ts';
import type { Range } from '../../../core/text/ranges.ts';
import { align } from './align.ts';

/** What two folded texts share, in ranges of their originals. */
export interface Shared {
  readonly passages: readonly { readonly here: Range; readonly there: Range; readonly matched: number }[];
  /** Share of each side's letters, the excluded ones not counted, that the other side has too; 0..1. */
  readonly shareHere: number;
  readonly shareThere: number;
}

export function compareFolded(here: FoldedForMatching, there: FoldedForMatching): Shared {
  const alignments = align(here.text, there.text);
  const matched = alignments.reduce((sum, alignment) => sum + alignment.matched, 0);
  return {
    passages: alignments.map((alignment) => ({
      here: originalRange(here, ...alignment.a),
      there: originalRange(there, ...alignment.b),
      matched: alignment.matched,
    })),
    shareHere: matched / Math.max(1, here.letters - here.excluded),
    shareThere: matched / Math.max(1, there.letters - there.excluded),
  };
}
