import { foldText } from '../fold.ts';

/** A text as its words are looked for: folded, small letters, without spaces and line ends. */
export interface Squeezed {
  readonly text: string;
  /** For each character its offset in the original, and the original's length behind the last. */
  readonly offsets: readonly number[];
}

/** Options whose box is not ticked say nothing; they end at the next box or stop. */
const unticked = /[□☐][^□☐☑☒√■✓✔●;。,)]*/gu;

/** A round box is one only where another is filled; else ○ is a nought. */
const untickedRounds = /[□☐○](?!\/)[^□☐○☑☒√■✓✔●◉;。,)]*/gu;

/** Squeezes a text; the words of boxes that are not ticked become underscores. */
export function squeezeText(original: string): Squeezed {
  const folded = foldText(original);
  const offsets: number[] = [];
  let text = '';
  for (let i = 0; i < folded.text.length; i++) {
    const letter = folded.text.charAt(i);
    if (/\s/u.test(letter)) continue;
    text += letter.toLowerCase();
    offsets.push(folded.offsets[i] ?? 0);
  }
  offsets.push(original.length);
  const options = /[●◉]/u.test(text) ? untickedRounds : unticked;
  return { text: text.replace(options, (option) => '_'.repeat(option.length)), offsets };
}
