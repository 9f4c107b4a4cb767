import { findLookAlikes } from './look-alikes.ts';
import { radicals } from './radicals.ts';

export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text` its offset in the original, and one more entry: the original's length. */
  readonly offsets: Uint32Array;
}

const plain = /^[\n\t -~\u3001\u3002\u4e00-\u9fff]*$/u;
/**
 * A run of characters that fold each for itself into one, none with a mark behind it: what nearly every text is made
 * of, and folded in one go. Or else a character with its marks.
 */
const piece = /([\n\t -~·×–—‘’“”\u3001\u3002\u4e00-\u9fff\uff01-\uff5e]+)(?!\p{M})|\P{M}\p{M}*|\p{M}+/gsu;
const wide = /[\uff01-\uff5e]/gu;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The text as it is compared: NFKC (full width → half width, Kangxi radicals → ideographs), radicals of the
 * supplement block, look-alike letters inside Latin words, and characters that draw nothing taken out.
 * Case and spaces stay. Any range `[a, b)` of the result stands at `[offsets[a], offsets[b])` of the original.
 */
export function foldText(original: string): FoldedText {
  if (plain.test(original)) {
    return { text: original, offsets: Uint32Array.from({ length: original.length + 1 }, (_, i) => i) };
  }
  const offsets: number[] = [];
  let text = '';
  for (const match of original.matchAll(piece)) {
    const run = match[1];
    if (run !== undefined) {
      for (let i = 0; i < run.length; i++) offsets.push(match.index + i);
      text += run.replace(wide, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
      continue;
    }
    const folded = foldCluster(match[0]);
    for (let i = 0; i < folded.length; i++) offsets.push(match.index);
    text += folded;
  }
  offsets.push(original.length);
  return { text: foldLookAlikes(text), offsets: Uint32Array.from(offsets) };
}

/** After the rest, because a full-width letter or a zero-width space may stand between the letters of a word. */
function foldLookAlikes(text: string): string {
  const found = findLookAlikes(text);
  if (found.size === 0) return text;
  return Array.from({ length: text.length }, (_, i) => found.get(i) ?? text[i]).join('');
}

function foldCluster(source: string): string {
  const visible = source.replace(invisible, '');
  return radicals.get(visible) ?? visible.normalize('NFKC').replace(invisible, '');
}
