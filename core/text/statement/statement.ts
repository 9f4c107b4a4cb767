import { clauseAt, clausesOf, type Span } from './clauses.ts';
import { type Mood, SentenceMarks } from './sentence-marks.ts';
import { sentencesOf, shortLineEnds } from './sentences.ts';
import { squeezeText } from './squeezed.ts';

export type { Mood } from './sentence-marks.ts';

/** What a chapter is for: what a chapter on the need denies is the need; what one on plans says is planned. */
export type Frame = 'need' | 'plan';

/** One sentence, squeezed. What marks it is looked for when it is first asked. */
export class Statement {
  /** Squeezed, see `squeezed.ts`. */
  readonly text: string;
  /** For each character of `text` its offset in the text it was taken from, and one more for the end. */
  readonly offsets: readonly number[];
  readonly clauses: readonly Span[];
  readonly frame: Frame | undefined;
  private found: SentenceMarks | undefined;

  constructor(
    text: string,
    offsets: readonly number[],
    more: { readonly frame?: Frame; readonly breaks?: ReadonlySet<number> } = {},
  ) {
    this.text = text;
    this.offsets = offsets;
    this.frame = more.frame;
    this.clauses = clausesOf(text, more.breaks);
  }

  /** The clause that an offset stands in, by its number. */
  clauseAt(at: number): number {
    return clauseAt(this.clauses, at);
  }

  /**
   * What is said of the characters `start` to `end`; marks that lie inside them, or inside one of their `parts`
   * where words were looked for with a gap, are part of the words.
   */
  moodAt(start: number, end: number, parts: readonly Span[] = [{ start, end }]): Mood {
    this.found ??= new SentenceMarks(this.text, this.clauses);
    const mood = this.found.moodAt(start, end, parts);
    if ((mood === 'denied' || mood === 'doubted') && this.frame === 'need') return 'elsewhere';
    const plain = mood === 'actual' || mood === 'capable' || mood === 'partly' || mood === 'named';
    return plain && this.frame === 'plan' ? 'planned' : mood;
  }

  /** Whether it denies, doubts or takes back something of its own, whatever that is. */
  speaksAgainst(): boolean {
    this.found ??= new SentenceMarks(this.text, this.clauses);
    return this.frame === undefined && this.found.speaksAgainst();
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

/** The sentences of a text; `frameAt` tells what the chapter at an offset is for. */
export function statementsOf(text: string, frameAt?: (offset: number) => Frame | undefined): Statement[] {
  return sentencesOf(text).map(({ text: sentence, start }) => {
    const squeezed = squeezeText(sentence);
    const ends = shortLineEnds(sentence);
    const breaks = new Set(ends.map((end) => squeezed.offsets.findIndex((offset) => offset > end)));
    const offsets = squeezed.offsets.map((offset) => offset + start);
    const frame = frameAt?.(start);
    return new Statement(squeezed.text, offsets, { breaks, ...(frame ? { frame } : {}) });
  });
}
