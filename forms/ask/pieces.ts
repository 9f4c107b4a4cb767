import { foldString } from '../align/stream.ts';
import type { AskableField } from './question.ts';

/** A part of a filing's text, `[start, end)`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Some lines of a form: small enough that a few of them fit the context of a small model. */
const pieceLength = 300;

/** Cuts a text into pieces at line ends; a line longer than `size` is cut where it is full. */
export function piecesOf(text: string, size = pieceLength): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    const full = start + size;
    const line = text.lastIndexOf('\n', full - 1);
    const end = full >= text.length ? text.length : line > start ? line + 1 : full;
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

/** What values of a type look like; a piece without one hardly holds the answer. */
const looks: Partial<Record<AskableField['type'], RegExp>> = {
  email: /@/u,
  phone: /\d{7}|\d{3,4}[-)]\d{4}/u,
  'credit-code': /[0-9a-z]{18}/u,
  'org-code': /[0-9a-z]{8}/u,
  count: /\d|[一二三四五六七八九十百千万]/u,
  amount: /\d.*元|[壹贰叁肆伍陆柒捌玖拾]|万元/su,
  percent: /[%‰]|百分之/u,
  date: /\d{4}|二[〇零o○]/u,
  month: /\d{4}|二[〇零o○]/u,
  span: /\d{4}|二[〇零o○]/u,
};

/**
 * The pieces that most likely hold the values of `fields`, in the order of the text and not longer than
 * `budget` characters together. Empty when no piece has anything in common with a field.
 *
 * A piece counts for the label itself, for pairs of the label's characters (a filing names things freely),
 * for the labels it should stand under, and for holding something of the value's shape. The piece behind a
 * good one comes along: a label may end one piece and its value begin the next.
 */
export function likelyPieces(
  text: string,
  pieces: readonly Piece[],
  fields: readonly AskableField[],
  budget: number,
): Piece[] {
  const folded = pieces.map(({ start, end }) => foldString(text.slice(start, end)));
  const scores = new Map<number, number>();
  for (const field of fields) {
    const ranked = folded
      .map((piece, i) => ({ i, score: scoreOf(piece, field) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    for (const { i, score } of ranked.slice(0, 3)) {
      scores.set(i, Math.max(score, scores.get(i) ?? 0));
      scores.set(i + 1, Math.max(score * 0.6, scores.get(i + 1) ?? 0));
    }
  }
  const chosen: number[] = [];
  let length = 0;
  for (const [i] of [...scores].sort((a, b) => b[1] - a[1])) {
    const piece = pieces[i];
    if (!piece || length + piece.end - piece.start > budget) continue;
    chosen.push(i);
    length += piece.end - piece.start;
  }
  return chosen.sort((a, b) => a - b).flatMap((i) => pieces[i] ?? []);
}

function scoreOf(piece: string, field: AskableField): number {
  const names = [field.label, ...field.aliases].map(foldString);
  const whole = names.some((name) => piece.includes(name)) ? 2 : 0;
  const pairs = Math.max(...names.map((name) => pairShare(name, piece)));
  if (whole === 0 && pairs < 0.3) return 0;
  const under = field.under.filter((label) => piece.includes(foldString(label))).length * 0.5;
  return whole + pairs + under + (looks[field.type]?.test(piece) ? 0.5 : 0);
}

/** Share of a name's pairs of characters that a piece holds, 0..1. */
function pairShare(name: string, piece: string): number {
  const pairs = Array.from({ length: Math.max(0, name.length - 1) }, (_, i) => name.slice(i, i + 2));
  if (pairs.length === 0) return 0;
  return pairs.filter((pair) => piece.includes(pair)).length / pairs.length;
}
