import { foldForMatching } from './fold.ts';
import type { Range } from './ranges.ts';

/** A sentence as it is compared: its letters in order, and where it stands in the original. */
export interface Sentence {
  readonly letters: string;
  readonly range: Range;
  /** Share of its letters that is not excluded, 0..1. */
  readonly own: number;
}

const shortest = 8;

/**
 * Sentences of a text; very short ones are joined to the next. What is excluded is not cut out of them, since
 * set phrases inside a sentence are recognised on one side only once it is reworded; `own` tells the rest.
 */
export function sentencesOf(text: string, excluded: readonly Range[]): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const take = (end: number) => {
    const inside = excluded
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]) => [Math.max(0, from - start), Math.min(end, to) - start] as const);
    const part = text.slice(start, end);
    const { letters: all, excluded: dropped } = foldForMatching(part, inside);
    if (all < shortest && end < text.length) return;
    if (all >= shortest) {
      const own = (all - dropped) / all;
      found.push({ letters: foldForMatching(part).text, range: trimmed(text, start, end), own });
    }
    start = end;
  };
  for (const stop of text.matchAll(/[。；;！!？?\n]/gu)) take(stop.index + 1);
  take(text.length);
  return found;
}

function trimmed(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return [from, to];
}
