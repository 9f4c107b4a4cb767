import type { Problem } from '../problem.ts';
import { findLookAlikes } from './look-alikes.ts';

/** Zero-width and bidirectional controls; not soft hyphens or variation selectors, which editors set themselves. */
const hidden = /[\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/gu;
const radical = /[\u2e80-\u2ef3\u2f00-\u2fd5]/gu;

/** One problem that counts the invisible and look-alike characters of a text, or `undefined` if it has none. */
export function oddCharacters(text: string): Problem | undefined {
  const found = [...text.matchAll(hidden), ...text.matchAll(radical)].map((match) => match[0]);
  for (const at of findLookAlikes(text).keys()) found.push(text[at] ?? '');
  if (found.length === 0) return undefined;
  const sample = [...new Set(found)].slice(0, 3).map(nameOf).join(' ');
  return { code: 'odd-characters', values: { count: found.length, sample } };
}

function nameOf(char: string): string {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{S}]/u.test(char) && !/[\u115f\u1160\u3164\uffa0]/u.test(char) ? `${char} (${code})` : code;
}
