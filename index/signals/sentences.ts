import { foldForMatching } from '../../core/text/fold-for-matching.ts';
import { mergeRanges, type Range } from '../../core/text/ranges.ts';

/** A sentence as it is compared: its letters in order, and where it stands in the original. */
export interface Sentence {
  readonly letters: string;
  readonly range: Range;
  /** Share of its letters that is not excluded, 0..1. */
  readonly own: number;
}

const shortest = 8;
/** Characters after which a sentence is cut even where nothing ends it. */
const longest = 240;
/** Stops with hardly a letter between them after which a piece is given up. */
const mostWaiting = 24;
/** A line of this share of the usual length goes on in the next one unless a stop ends it. */
const fullLine = 0.8;

/**
 * Sentences of a text; very short ones are joined to the next, or left out as headings. What is excluded is not cut out of them, since
 * set phrases inside a sentence are recognised on one side only once it is reworded; `own` tells the rest.
 */
export function sentencesOf(text: string, excluded: readonly Range[]): Sentence[] {
  const found: Sentence[] = [];
  const holes = mergeRanges(excluded);
  let hole = 0;
  let start = 0;
  let waiting = 0;
  const take = (end: number) => {
    while (hole < holes.length && (holes[hole]?.[1] ?? 0) <= start) hole++;
    const inside: Range[] = [];
    for (let i = hole; i < holes.length; i++) {
      const [from, to] = holes[i] ?? [end, end];
      if (from >= end) break;
      inside.push([Math.max(0, from - start), Math.min(end, to) - start]);
    }
    const part = text.slice(start, end);
    const folded = foldForMatching(part, inside);
    const { letters: all, excluded: dropped } = folded;
    // A short line of its own is a heading; a short sentence goes with the one after it.
    const goesOn = end < text.length && text.charAt(end - 1) !== '\n' && ++waiting < mostWaiting;
    if (all < shortest && goesOn) return;
    waiting = 0;
    if (all >= shortest) {
      const own = (all - dropped) / all;
      const letters = inside.length === 0 ? folded.text : foldForMatching(part).text;
      found.push({ letters, range: trimmed(text, start, end), own });
    }
    start = end;
  };
  for (const end of endsOf(text)) take(end);
  return found;
}

/** Where sentences end: at their stops, and at the ends of lines that the page did not break. */
function endsOf(text: string): number[] {
  const lengths = text.split('\n').map((line) => line.length);
  const usual = [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length * 0.75)] ?? 0;
  const ends: number[] = [];
  let lineStart = 0;
  let last = 0;
  const end = (at: number) => {
    for (; at - last > longest; last += longest) ends.push(last + longest);
    ends.push(at);
    last = at;
  };
  for (const stop of text.matchAll(/[。；;！!？?\n]/gu)) {
    const at = stop.index + 1;
    const isBreak = stop[0] === '\n';
    // Of stops in a row the first one ends the sentence.
    if (!isBreak && stop.index === last && last > 0) continue;
    if (!isBreak || stop.index - lineStart < fullLine * usual) end(at);
    if (isBreak) lineStart = at;
  }
  end(text.length);
  return ends;
}

function trimmed(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return [from, to];
}
