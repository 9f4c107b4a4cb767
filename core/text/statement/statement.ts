import { clauseAt, type Span } from './clauses.ts';
import { type Frame, Sentence } from './sentence.ts';
import type { Mood } from './sentence-marks.ts';
import { sentencesOf, shortLineEnds } from './sentences.ts';
import { squeezeText } from './squeezed.ts';

export type { Frame } from './sentence.ts';
export type { Mood } from './sentence-marks.ts';

/** One sentence of a text, squeezed, with the places it was taken from. What it says is told by its `sentence`. */
export class Statement {
  readonly sentence: Sentence;
  /** For each character of `text` its offset in the text it was taken from, and one more for the end. */
  readonly offsets: readonly number[];

  constructor(sentence: Sentence, offsets: readonly number[]) {
    this.sentence = sentence;
    this.offsets = offsets;
  }

  /** Squeezed, see `squeezed.ts`. */
  get text(): string {
    return this.sentence.text;
  }

  get clauses(): readonly Span[] {
    return this.sentence.clauses;
  }

  get frame(): Frame | undefined {
    return this.sentence.frame;
  }

  /** The clause that an offset stands in, by its number. */
  clauseAt(at: number): number {
    return clauseAt(this.clauses, at);
  }

  moodAt(start: number, end: number, parts?: readonly Span[]): Mood {
    return this.sentence.moodAt(start, end, parts);
  }

  speaksAgainst(): boolean {
    return this.sentence.speaksAgainst();
  }

  /** Offsets in the text it was taken from. */
  sourceOf(start: number, end: number): [start: number, end: number] {
    const from = this.offsets[start] ?? 0;
    return [from, (this.offsets[end - 1] ?? from) + 1];
  }

  /** The sentence as it is quoted, without the space of print, around an offset in it. */
  quote(around = 0, most = 60): string {
    if (this.text.length <= most) return this.text;
    const from = Math.max(0, Math.min(around - most / 2, this.text.length - most));
    const piece = this.text.slice(from, from + most);
    return `${from > 0 ? '…' : ''}${piece}${from + most < this.text.length ? '…' : ''}`;
  }
}

/**
 * The sentences of a text; `frameAt` tells what the chapter at an offset is for. Those that are the same share what
 * was found in them, so that a text that repeats itself costs its different sentences only.
 */
export function statementsOf(text: string, frameAt?: (offset: number) => Frame | undefined): Statement[] {
  const known = new Map<string, Sentence>();
  return sentencesOf(text).map(({ text: piece, start }) => {
    const squeezed = squeezeText(piece);
    const ends = shortLineEnds(piece);
    const breaks = new Set(ends.map((end) => squeezed.offsets.findIndex((offset) => offset > end)));
    const frame = frameAt?.(start);
    const key = `${frame ?? ''}\n${[...breaks].join(',')}\n${squeezed.text}`;
    const sentence = known.get(key) ?? new Sentence(squeezed.text, { breaks, ...(frame ? { frame } : {}) });
    known.set(key, sentence);
    return new Statement(
      sentence,
      squeezed.offsets.map((offset) => offset + start),
    );
  });
}
