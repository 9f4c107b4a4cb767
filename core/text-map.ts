import { type Block, type Line, linesOf } from './document.ts';
import { boxAround, isPagePlace, mergePlaces, type Place } from './place.ts';

/** UTF-16 units from which a range is a narrative. */
const longRange = 60;

/** From the expected share of wrong characters. */
const longConfidence = (error: number) => Math.max(0, 1 - 20 * error);

/** A text that knows where each of its characters stands in the document. */
export class TextMap {
  /** The lines joined with `\n`. */
  readonly text: string;
  private readonly starts: number[] = [];
  private readonly lines: readonly Line[];

  constructor(lines: Iterable<Line>) {
    this.lines = [...lines];
    let length = 0;
    for (const line of this.lines) {
      this.starts.push(length);
      length += line.text.length + 1;
    }
    this.text = this.lines.map((line) => line.text).join('\n');
  }

  static of(blocks: readonly Block[]): TextMap {
    return new TextMap(linesOf(blocks));
  }

  /** The places that the characters `start` (included) to `end` (excluded) stand in, one for each line. */
  placesOf(start: number, end: number): Place[] {
    const places: Place[] = [];
    for (let i = this.lineAt(start); i < this.lines.length; i++) {
      const line = this.lines[i];
      const from = this.starts[i];
      if (!line || from === undefined || from >= end) break;
      if (from + line.text.length <= start) continue;
      places.push(placeWithin(line, Math.max(0, start - from), Math.min(line.text.length, end - from)));
    }
    return mergePlaces(places);
  }

  /**
   * How sure it is that a range was read right, 1 for an empty one: of a short range the probability of its most
   * doubtful character, of a long one that of a text with at most one character in a hundred wrong. Lines that know
   * no single characters count as a whole.
   */
  confidenceOf(start: number, end: number): number {
    let lowest = 1;
    let doubt = 0;
    let characters = 0;
    for (let i = this.lineAt(start); i < this.lines.length; i++) {
      const line = this.lines[i];
      const from = this.starts[i];
      if (!line || from === undefined || from >= end) break;
      if (from + line.text.length <= start) continue;
      if (!line.certainty) {
        lowest = Math.min(lowest, line.confidence);
        continue;
      }
      for (const certainty of line.certainty.slice(Math.max(0, start - from), end - from)) {
        doubt += 1 - certainty;
        characters++;
        if (end - start < longRange) lowest = Math.min(lowest, certainty);
      }
    }
    return characters >= longRange ? Math.min(lowest, longConfidence(doubt / characters)) : lowest;
  }

  /** The lines that the characters `start` (included) to `end` (excluded) stand in, as a text of its own. */
  linesBetween(start: number, end: number): TextMap {
    if (end <= start) return new TextMap([]);
    return new TextMap(this.lines.slice(this.lineAt(start), this.lineAt(end - 1) + 1));
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}

/** The place of the characters `start` to `end` of a line: their boxes where known, else the whole line. */
export function placeWithin(line: Line, start: number, end: number): Place {
  if (!isPagePlace(line.place) || !line.boxes) return line.place;
  const box = boxAround(line.boxes.slice(start, end));
  return box ? { ...line.place, box } : line.place;
}
