import type { TextMap } from '../../core/text-map.ts';
import { foldChar, foldString, originalRange } from '../align/stream.ts';
import type { Answer } from './answers.ts';
import type { Piece } from './pieces.ts';

/** A filing's text folded as for matching, with the way back to the original. */
export interface FoldedText {
  readonly folded: string;
  readonly origin: Int32Array;
  readonly map: TextMap;
}

export function foldForQuotes(map: TextMap): FoldedText {
  const origin: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of map.text) {
    const kept = foldChar(char);
    for (let i = 0; i < kept.length; i++) origin.push(at);
    folded += kept;
    at += char.length;
  }
  origin.push(map.text.length);
  return { folded, origin: Int32Array.from(origin), map };
}

/**
 * Where an answer's quote stands in the pieces that the model was shown, as a range of `map.text`.
 *
 * The quote must stand there word for word, width, white space and case aside, and must not be cut out of a
 * longer number or word. Of several places the one inside the answer's passage counts, else the one right
 * behind one of `labels` (folded). `undefined` when the words are not the filing's, or it stays open which
 * of several places is meant.
 */
export function locateQuote(
  text: FoldedText,
  shown: readonly Piece[],
  answer: Answer,
  labels: readonly string[],
): [start: number, end: number] | undefined {
  const quote = foldString(answer.quote);
  const rangeOf = (at: number) => originalRange(text, at, at + quote.length);
  const places = placesOf(text, shown, quote).filter((at) => isWhole(text.map.text, ...rangeOf(at)));
  const at = choose(text, shown, places, quote, answer, labels);
  return at === undefined ? undefined : rangeOf(at);
}

function choose(
  text: FoldedText,
  shown: readonly Piece[],
  places: readonly number[],
  quote: string,
  { passage }: Answer,
  labels: readonly string[],
): number | undefined {
  if (places.length < 2) return places[0];
  const around = passage === undefined ? '' : foldString(passage);
  const inPassage = placesOf(text, shown, around).flatMap((start) =>
    places.filter((at) => at >= start && at + quote.length <= start + around.length),
  );
  if (inPassage[0] !== undefined) return inPassage[0];
  return places.find((at) => labels.some((label) => behind(text.folded, at, label)));
}

/** The label stands right before, with no more than a colon or a unit in brackets between. */
function behind(folded: string, at: number, label: string): boolean {
  const before = folded.slice(Math.max(0, at - label.length - 12), at);
  const found = before.lastIndexOf(label);
  return found >= 0 && /^(?:\([^)]*\))?[:：]?$/u.test(before.slice(found + label.length));
}

function placesOf({ folded, origin }: FoldedText, shown: readonly Piece[], words: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    const start = origin[at] ?? 0;
    const last = origin[at + words.length - 1] ?? 0;
    // Neighbouring pieces are shown as one text, so a quote may cross their border.
    if (covered(start, shown) && covered(last, shown)) places.push(at);
  }
  return places;
}

const covered = (at: number, shown: readonly Piece[]) =>
  shown.some((piece) => piece.start <= at && at < piece.end);

/**
 * Whether the quote is cut out of no longer number or word: 2000 is no quote from 12,000.5. Looked up in the
 * original, where line ends part the cells that folding joins.
 */
function isWhole(text: string, start: number, end: number): boolean {
  const head = text.slice(Math.max(0, start - 3), start).normalize('NFKC');
  const tail = text.slice(end, end + 3).normalize('NFKC');
  const quote = text.slice(start, end).normalize('NFKC');
  if (/^\d/u.test(quote) && /\d[.,]? ?$/u.test(head)) return false;
  if (/\d$/u.test(quote) && /^(?:[.,]? ?\d)/u.test(tail)) return false;
  return !(
    (/^[a-z]/iu.test(quote) && /[a-z]$/iu.test(head)) ||
    (/[a-z]$/iu.test(quote) && /^[a-z]/iu.test(tail))
  );
}
