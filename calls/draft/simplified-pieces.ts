import { simplify } from '../../core/text/simplify.ts';
import type { Piece } from './pieces.ts';

/** Share of characters that simplifying changes, from which a text is written in traditional ones: in others 著 and 乾 stand here and there. */
const traditionalShare = 0.05;

/** A notice in traditional characters written in simplified ones, so that one set of words reads both. */
export function inSimplified(pieces: readonly Piece[]): { pieces: readonly Piece[]; traditional: boolean } {
  const text = pieces.map((piece) => (piece.kind === 'para' ? piece.text : '')).join('');
  const simple = simplify(text);
  let changed = 0;
  for (let i = 0; i < text.length; i++) if (text[i] !== simple[i]) changed++;
  if (changed <= traditionalShare * text.length) return { pieces, traditional: false };
  return { pieces: pieces.map(simplifiedPiece), traditional: true };
}

function simplifiedPiece(piece: Piece): Piece {
  if (piece.kind === 'para') return { ...piece, text: simplify(piece.text) };
  return {
    ...piece,
    rows: piece.rows.map((row) => row.map((cell) => ({ ...cell, paras: cell.paras.map(simplify) }))),
  };
}
