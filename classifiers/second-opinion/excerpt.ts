import type { Classification } from '../../core/judgement.ts';
import { type Piece, piecesOf } from '../../forms/ask/pieces.ts';
import type { PlacedZone } from '../signals/evidence.ts';
import { foldForClassifying } from '../signals/fold.ts';

/** Characters of the filing in one question: with the definitions about what a small server takes. */
const budget = 1800;

/**
 * The title and the parts of the body that say most of the project, in the text's order: those that hold the
 * most phrases of any candidate, then the first ones. Nothing tells which candidate they spoke for, so that
 * the model judges for itself.
 */
export function excerptOf(zones: readonly PlacedZone[], { candidates }: Classification): string {
  const phrases = candidates.flatMap(({ evidence }) =>
    evidence.map((cue) => foldForClassifying(cue.text)).filter((phrase) => phrase !== ''),
  );
  return zones
    .map(({ kind, original }) =>
      kind === 'title' ? original.slice(0, 200) : likeliest(original, phrases).join('\n……\n'),
    )
    .join('\n');
}

function likeliest(text: string, phrases: readonly string[]): string[] {
  const pieces = piecesOf(text).filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const ranked = pieces
    .map((piece, i) => ({ i, piece, hits: hitsIn(text, piece, phrases) }))
    .sort((a, b) => b.hits - a.hits || a.i - b.i);
  const chosen: typeof ranked = [];
  let length = 0;
  for (const one of ranked) {
    const size = one.piece.end - one.piece.start;
    if (length + size > budget) continue;
    chosen.push(one);
    length += size;
  }
  return chosen.sort((a, b) => a.i - b.i).map(({ piece }) => text.slice(piece.start, piece.end).trim());
}

function hitsIn(text: string, { start, end }: Piece, phrases: readonly string[]): number {
  const folded = foldForClassifying(text.slice(start, end));
  return new Set(phrases.filter((phrase) => folded.includes(phrase))).size;
}
