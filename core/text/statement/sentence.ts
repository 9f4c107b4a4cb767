import { clausesOf, type Span } from './clauses.ts';
import { type Mood, SentenceMarks } from './sentence-marks.ts';

/** What a chapter is for: what a chapter on the need denies is the need; what one on plans says is planned. */
export type Frame = 'need' | 'plan';

/** A squeezed sentence wherever it stands. What marks it is looked for when it is first asked. */
export class Sentence {
  readonly text: string;
  readonly clauses: readonly Span[];
  readonly frame: Frame | undefined;
  private found: SentenceMarks | undefined;

  constructor(text: string, more: { readonly frame?: Frame; readonly breaks?: ReadonlySet<number> } = {}) {
    this.text = text;
    this.frame = more.frame;
    this.clauses = clausesOf(text, more.breaks);
  }

  /**
   * What is said of the characters `start` to `end`; marks that lie inside them, or inside one of their `parts`
   * where words were looked for with a gap, are part of the words.
   */
  moodAt(start: number, end: number, parts: readonly Span[] = [{ start, end }]): Mood {
    const mood = this.marks().moodAt(start, end, parts);
    if ((mood === 'denied' || mood === 'doubted') && this.frame === 'need') return 'elsewhere';
    const plain = mood === 'actual' || mood === 'capable' || mood === 'partly' || mood === 'named';
    return plain && this.frame === 'plan' ? 'planned' : mood;
  }

  /** Whether it denies, doubts or takes back something of its own, whatever that is. */
  speaksAgainst(): boolean {
    return this.frame === undefined && this.marks().speaksAgainst();
  }

  private marks(): SentenceMarks {
    this.found ??= new SentenceMarks(this.text, this.clauses);
    return this.found;
  }
}
