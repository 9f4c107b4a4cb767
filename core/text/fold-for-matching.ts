import { foldText } from './fold.ts';
import { mergeRanges, type Range } from './ranges.ts';
import { simplifyUnit } from './simplify.ts';

/** A text as repeats are sought in it, with the way back to the original. */
export interface FoldedForMatching {
  /** Letters, ideographs and digits only, lower case; one `\n` for each excluded stretch. */
  readonly text: string;
  /** For each unit of `text` where its character begins and ends in the original. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Letters of the original, and how many of them were excluded. */
  readonly letters: number;
  readonly excluded: number;
}

/** Ideographs, ASCII in both widths and common punctuation: nearly every filing is nothing else. */
const plain = /^[\n\t -~·×–—‘’“”…\u3001-\u3003\u3007-\u3011\u3014-\u301b\u4e00-\u9fff\uff01-\uff5e]*$/u;

/** What `foldText` makes of the letters of such a text, ten times as fast. */
function foldPlain(original: string): { text: string; offsets: { [at: number]: number } } {
  const text = original.replace(/[\uff01-\uff5e]/gu, (char) =>
    String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
  return { text, offsets: identity(original.length + 1) };
}

let counted = new Uint32Array(0);

/** 0, 1, 2, …: at least `length` of them. */
function identity(length: number): Uint32Array {
  if (counted.length < length) counted = Uint32Array.from({ length: length * 2 }, (_, i) => i);
  return counted;
}

const letter = /[\p{L}\p{N}]/u;

/**
 * `foldText`, lower case, traditional characters simplified, without punctuation, spaces and invisible characters. What stands in `excluded`
 * (ranges of the original) is left out and leaves a `\n`, across which nothing matches.
 */
export function foldForMatching(original: string, excluded: readonly Range[] = []): FoldedForMatching {
  const folded = plain.test(original) ? foldPlain(original) : foldText(original);
  // Never longer than the folded text: a stretch that leaves a line break has a letter less.
  const units = new Uint16Array(folded.text.length);
  const from = new Uint32Array(folded.text.length);
  const to = new Uint32Array(folded.text.length);
  let length = 0;
  const add = (unit: number, start: number, end: number) => {
    units[length] = unit;
    from[length] = start;
    to[length++] = end;
  };
  const holes = mergeRanges(excluded);
  let hole = 0;
  let letters = 0;
  let dropped = 0;
  for (let i = 0; i < folded.text.length; ) {
    const code = folded.text.codePointAt(i) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const start = folded.offsets[i] ?? 0;
    if (isLetter(code)) {
      letters += width;
      while (hole < holes.length && (holes[hole]?.[1] ?? 0) <= start) hole++;
      const inHole = (holes[hole]?.[0] ?? Number.POSITIVE_INFINITY) <= start;
      if (inHole) {
        dropped += width;
        if (length > 0 && units[length - 1] !== lineBreak) add(lineBreak, start, start);
      } else {
        const end = Math.max(folded.offsets[i + width] ?? original.length, start + 1);
        if (code >= firstIdeograph && code <= lastIdeograph) add(simplifyUnit(code), start, end);
        else {
          const char = folded.text.slice(i, i + width);
          const lower = char.toLowerCase();
          const kept = lower.length === width ? lower : char;
          for (let unit = 0; unit < width; unit++) add(simplifyUnit(kept.charCodeAt(unit)), start, end);
        }
      }
    }
    i += width;
  }
  return {
    text: textOf(units.subarray(0, length)),
    from: from.slice(0, length),
    to: to.slice(0, length),
    letters,
    excluded: dropped,
  };
}

const lineBreak = 10;
const [firstIdeograph, lastIdeograph] = [0x4e00, 0x9fff];

/** So many arguments a function surely takes. */
const atOnce = 4096;

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += atOnce)
    text += String.fromCharCode(...units.subarray(at, at + atOnce));
  return text;
}

/** The range of the original behind `[start, end)` of the folded text. */
export function originalRange(folded: FoldedForMatching, start: number, end: number): Range {
  return [folded.from[start] ?? 0, folded.to[Math.max(start, end - 1)] ?? 0];
}

export function foldLetters(original: string): string {
  return foldForMatching(original).text;
}

function isLetter(code: number): boolean {
  if (code >= firstIdeograph && code <= lastIdeograph) return true;
  if (code < 0x80)
    return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return letter.test(String.fromCodePoint(code));
}
