/** Pieces of our text that may stand between two pieces of a paragraph: a text box, a field, a deletion. */
const maxSkips = 2000;
/** How far ahead of the last paragraph the next one is looked for before the whole text is searched. */
const window = 4000;
/** Characters and pieces that searches out of turn may look at in all, so that no file takes for ever. */
const patience = 3_000_000_000;
const piecePatience = 50_000_000;

/**
 * The text one reader found, to ask whether another reader's paragraphs are in it. Both read the file from top
 * to bottom, so that each paragraph nearly always follows the last one found: asking for all paragraphs takes
 * time in proportion to the text. All texts are bare: letters and digits alone.
 */
export class FoundText {
  private readonly pieces: readonly string[];
  private readonly shown: string;
  private readonly met: string;
  private readonly starts = new Map<string, number[]>();
  private shownAt = 0;
  private metAt = 0;
  private pieceAt = 0;
  private spent = 0;
  private piecesSpent = 0;

  /**
   * @param pieces all text met in document order, shown or not
   * @param shown the text as the reader gave it
   */
  constructor(pieces: readonly string[], shown: string) {
    this.pieces = pieces;
    this.shown = shown;
    this.met = pieces.join('');
    for (const [i, piece] of pieces.entries()) {
      const key = piece.slice(0, 2);
      const known = this.starts.get(key);
      if (known) known.push(i);
      else this.starts.set(key, [i]);
    }
  }

  has(wanted: string): boolean {
    if (this.inShown(wanted) || this.inMet(wanted) || this.inPieces(wanted)) return true;
    // Where nothing more may be looked at, the paragraph is called ours: a doubled text would be the worse guess.
    return this.spent > patience || this.piecesSpent > piecePatience;
  }

  private inShown(wanted: string): boolean {
    const at = this.search(this.shown, wanted, this.shownAt);
    if (at < 0) return false;
    this.shownAt = at + wanted.length;
    return true;
  }

  private inMet(wanted: string): boolean {
    const at = this.search(this.met, wanted, this.metAt);
    if (at < 0) return false;
    this.metAt = at + wanted.length;
    return true;
  }

  private search(text: string, wanted: string, from: number): number {
    const near = text.slice(from, from + wanted.length + window).indexOf(wanted);
    if (near >= 0) return from + near;
    if (this.spent > patience) return -1;
    this.spent += text.length;
    return text.indexOf(wanted);
  }

  /** A paragraph that is our text with whole pieces left out: fields, deletions and boxes between its runs. */
  private inPieces(wanted: string): boolean {
    const near = Math.max(0, this.pieceAt - 1);
    for (let start = near; start < Math.min(this.pieces.length, near + 40); start++) {
      if (this.follows(wanted, start)) return true;
    }
    for (const starts of this.startsOf(wanted)) {
      for (const start of starts) {
        if (this.piecesSpent > piecePatience) return false;
        if (this.follows(wanted, start)) return true;
      }
    }
    return false;
  }

  private startsOf(wanted: string): (readonly number[])[] {
    const keys = [...new Set([wanted.slice(0, 2), wanted.slice(0, 1)])];
    return keys.map((key) => this.starts.get(key) ?? []);
  }

  private follows(wanted: string, start: number): boolean {
    this.piecesSpent++;
    if (!wanted.startsWith(this.pieces[start] ?? '')) return false;
    let at = 0;
    for (let i = start, skips = 0; i < this.pieces.length && skips < maxSkips; i++) {
      const piece = this.pieces[i] ?? '';
      this.piecesSpent++;
      if (!wanted.startsWith(piece, at)) skips++;
      else {
        at += piece.length;
        if (at === wanted.length) {
          this.pieceAt = i;
          return true;
        }
      }
    }
    return false;
  }
}
