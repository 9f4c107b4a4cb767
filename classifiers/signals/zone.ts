import { type Folded, foldWithOffsets } from './fold.ts';
import { blankOut, negatedRanges } from './negation.ts';
import { type Bag, bagOf, termsOfPieces } from './terms.ts';

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
  /** The sentences, of which passages and parts are made, each cut into terms once. */
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  readonly text: string;
  readonly terms: readonly string[];
}

/** Characters after which a passage ends with its sentence. */
const passageLength = 150;

export function zoneOf(kind: Zone['kind'], original: string): Zone {
  const folded = foldWithOffsets(original);
  const text = blankOut(folded.text, negatedRanges(folded.text));
  const sentences = sentencesOf(text);
  const passages = joinedTo(sentences, passageLength, passageLength / 3, endsPassage);
  return {
    kind,
    original,
    folded,
    text,
    bag: bagOf(sentences.flatMap(({ terms }) => terms)),
    passages: passages.map(bagOfSentences),
    passageTexts: passages.map(textOf),
    sentences,
  };
}

const endsPassage = /[。；！？]$/;

function sentencesOf(text: string): Sentence[] {
  const texts = text.split(/(?<=[。；！？;!?])/);
  return termsOfPieces(texts).map((terms, i) => ({ text: texts[i] ?? '', terms }));
}

export const textOf = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text).join('');
export const bagOfSentences = (sentences: readonly Sentence[]): Bag =>
  bagOf(sentences.flatMap(({ terms }) => terms));

/**
 * Sentences joined to runs of at least `length` characters, each of which ends where `ends` allows it. What is left
 * over is a run of its own only if it is longer than `least`.
 */
export function joinedTo(
  sentences: readonly Sentence[],
  length: number,
  least: number,
  ends?: RegExp,
): (readonly Sentence[])[] {
  const runs: Sentence[][] = [];
  let run: Sentence[] = [];
  let size = 0;
  for (const sentence of sentences) {
    run.push(sentence);
    size += sentence.text.length;
    if (size < length || (ends && !ends.test(sentence.text))) continue;
    runs.push(run);
    run = [];
    size = 0;
  }
  if (size > least || runs.length === 0) return [...runs, run];
  return [...runs.slice(0, -1), [...(runs.at(-1) ?? []), ...run]];
}
