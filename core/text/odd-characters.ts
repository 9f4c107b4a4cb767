import type { Line } from '../document.ts';
import { type Box, mergePlaces, type Place } from '../place.ts';
import type { Problem } from '../problem.ts';
import { placeWithin } from '../text-map.ts';
import { findLookAlikes } from './look-alikes.ts';
import { radicals } from './radicals.ts';

/** Zero-width and bidirectional controls; not soft hyphens or variation selectors, which editors set themselves. */
const invisible =
  /[\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const alike = /[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;
/** Full-width letters and digits in one word with half-width ones; a word wholly in one width is a habit. */
const mixed = /(?=[a-z0-9]*[０-９Ａ-Ｚａ-ｚ])(?=[０-９Ａ-Ｚａ-ｚ]*[a-z0-9])[a-z0-9０-９Ａ-Ｚａ-ｚ]+/giu;
const wide = /[０-９Ａ-Ｚａ-ｚ]/u;
/** Most lines have nothing of all this: CJK, ASCII and punctuation. */
const ordinary =
  /^[\t -~\u00a0-\u00ff\u2010-\u2027\u2030-\u205e\u2190-\u26ff\u3000-\u3126\u3400-\u9fff\uff01-\uff0f]*$/u;

const namedKinds = 3;
const maxPlaces = 20;

interface Odd {
  readonly start: number;
  readonly char: string;
  /** What it stands for; `''` for what cannot be seen. */
  readonly plain: string;
}

/** The odd characters of one line in order. */
function oddOf(text: string): Odd[] {
  if (ordinary.test(text)) return [];
  const found = new Map<number, Odd>();
  const add = (start: number, char: string, plain: string) => found.set(start, { start, char, plain });
  for (let start = 0; start < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(start) ?? 0);
    if (invisible.test(char)) add(start, char, '');
    else if (alike.test(char)) {
      const plain = radicals.get(char) ?? char.normalize('NFKC');
      if (plain !== char) add(start, char, plain);
    }
    start += char.length;
  }
  for (const [start, plain] of withinWords(text)) add(start, text[start] ?? '', plain);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Characters that are odd for the word they stand in, which invisible ones may cut; by their offsets. */
function withinWords(text: string): [number, string][] {
  const offsets: number[] = [];
  const seen: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (invisible.test(text[i] ?? '')) continue;
    seen.push(text[i] ?? '');
    offsets.push(i);
  }
  const found: [number, string][] = [];
  const put = (at: number, plain: string) => {
    seen[at] = plain;
    found.push([offsets[at] ?? 0, plain]);
  };
  const half = seen.map((char) => (wide.test(char) ? char.normalize('NFKC') : char)).join('');
  for (const [at, plain] of findLookAlikes(half)) put(at, plain);
  for (const word of seen.join('').matchAll(mixed)) {
    for (const [i, char] of [...word[0]].entries())
      if (wide.test(char)) put(word.index + i, char.normalize('NFKC'));
  }
  return found;
}

/** One problem that counts the invisible and look-alike characters of some lines and says where they are. */
export function oddCharacters(lines: Iterable<Line>): Problem | undefined {
  let count = 0;
  const kinds = new Set<string>();
  const places: Place[] = [];
  for (const line of lines) {
    const found = oddOf(line.text);
    count += found.length;
    for (const { start, char } of found) {
      if (kinds.size < namedKinds) kinds.add(char);
      if (places.length < maxPlaces * 5) places.push(placeWithin(line, start, start + char.length));
    }
  }
  if (count === 0) return undefined;
  const values = { count, sample: [...kinds].map(nameOf).join(' ') };
  return { code: 'odd-characters', values, places: mergePlaces(places).slice(0, maxPlaces) };
}

/**
 * The line as its reader sees it: without what draws nothing, look-alikes as the characters they pass for. The
 * same line when it has none of them. Boxes follow their characters.
 */
export function withoutOdd(line: Line): Line {
  const odd = oddOf(line.text);
  if (odd.length === 0) return line;
  let text = '';
  const boxes: Box[] = [];
  const take = (piece: string, from: number, step: 0 | 1) => {
    for (let i = 0; i < piece.length; i++) {
      const box = line.boxes?.[from + i * step];
      if (box) boxes.push(box);
    }
    text += piece;
  };
  let at = 0;
  for (const { start, char, plain } of odd) {
    take(line.text.slice(at, start), at, 1);
    take(plain, start, 0);
    at = start + char.length;
  }
  take(line.text.slice(at), at, 1);
  return { ...line, text, ...(line.boxes && { boxes }) };
}

function nameOf(char: string): string {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{S}\p{N}]/u.test(char) && !invisible.test(char) ? `${char} (${code})` : code;
}
