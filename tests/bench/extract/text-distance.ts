import { foldText } from '../../../core/text/fold.ts';

/** Text as it is compared: width folded, white space and tick boxes out, quotation marks alike. */
export function folded(text: string): string {
  return foldText(text)
    .text.replace(/[\s\u200b□☐☑☒■√✓●○]+/gu, '')
    .replace(/[“”„"]/gu, '"')
    .toLowerCase();
}

/** Levenshtein distance in UTF-16 units; two rows of memory. */
export function distance(a: string, b: string): number {
  let before = Uint32Array.from({ length: b.length + 1 }, (_, i) => i);
  let now = new Uint32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    now[0] = i;
    const char = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const swap = before[j - 1]! + (char === b.charCodeAt(j - 1) ? 0 : 1);
      now[j] = Math.min(swap, before[j]! + 1, now[j - 1]! + 1);
    }
    [before, now] = [now, before];
  }
  return before[b.length]!;
}

/** How many characters of `wanted` are not in `got`, wherever they stand. */
export function missing(wanted: string, got: string): number {
  const left = new Map<string, number>();
  for (const char of got) left.set(char, (left.get(char) ?? 0) + 1);
  let count = 0;
  for (const char of wanted) {
    const have = left.get(char) ?? 0;
    if (have > 0) left.set(char, have - 1);
    else count++;
  }
  return count;
}
