import { decodeEntities } from './entities.ts';

export type Attributes = Readonly<Record<string, string>>;

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: Attributes;
      readonly closed: boolean;
    }
  | { readonly kind: 'close'; readonly name: string };

const nameChar = /[^\s/>=<]/;
const attribute = /([^\s=/>"'<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;
const none: Attributes = Object.freeze({});

/**
 * Cuts XML or HTML into tokens in one pass, without ever failing: what is not well formed becomes text or is
 * left out. No DTD is read, so no entity of the file's own can expand.
 * `rawText` names elements whose content is not markup (`script`, `style`).
 */
export function* tokenise(source: string, rawText: ReadonlySet<string> = new Set()): Generator<Token> {
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open !== at) {
      const text = source.slice(at, open < 0 ? source.length : open);
      yield { kind: 'text', text: decodeEntities(text) };
      if (open < 0) return;
    }
    const special = endOfSpecial(source, open);
    if (special) {
      if (special.text !== undefined) yield { kind: 'text', text: special.text };
      at = special.end;
      continue;
    }
    const closing = source[open + 1] === '/';
    const start = open + (closing ? 2 : 1);
    if (!/[A-Za-z_:]/.test(source[start] ?? '')) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const end = endOfTag(source, start);
    let nameEnd = start;
    while (nameEnd < end && nameChar.test(source[nameEnd] ?? '')) nameEnd++;
    const name = source.slice(start, nameEnd);
    at = end + 1;
    if (closing) {
      yield { kind: 'close', name };
      continue;
    }
    const closed = source[end - 1] === '/';
    yield { kind: 'open', name, attributes: attributesOf(source.slice(nameEnd, end)), closed };
    if (!closed && rawText.has(name.toLowerCase())) {
      const stop = endOfRawText(source, at, name);
      yield { kind: 'text', text: source.slice(at, stop) };
      at = stop;
    }
  }
}

function endOfSpecial(source: string, open: number): { end: number; text?: string } | undefined {
  const upTo = (mark: string, from: number) => {
    const found = source.indexOf(mark, from);
    return found < 0 ? source.length : found + mark.length;
  };
  if (source.startsWith('<!--', open)) return { end: upTo('-->', open + 4) };
  if (source.startsWith('<![CDATA[', open)) {
    const end = upTo(']]>', open + 9);
    return { end, text: source.slice(open + 9, end).replace(/\]\]>$/, '') };
  }
  if (source[open + 1] === '?') return { end: upTo('>', open + 2) };
  if (source[open + 1] !== '!') return undefined;
  // A DOCTYPE with an internal subset ends after its bracket.
  const close = upTo('>', open + 2);
  const bracket = source.indexOf('[', open);
  return {
    end:
      bracket > 0 && bracket < close && /^<!DOCTYPE/i.test(source.slice(open, open + 9))
        ? upTo(']>', bracket)
        : close,
  };
}

/** Offset of the `>` of a tag, quotes respected; a tag that never ends reaches to the next `<` or the end. */
function endOfTag(source: string, from: number): number {
  let quote = '';
  for (let i = from; i < source.length; i++) {
    const char = source[i] ?? '';
    if (quote) {
      if (char === quote) quote = '';
      else if (char === '<') return endOfBrokenTag(source, from);
    } else if (char === '>') return i;
    else if (char === '<') return i - 1;
    else if ((char === '"' || char === "'") && source[i - 1] === '=') quote = char;
  }
  return endOfBrokenTag(source, from);
}

function endOfBrokenTag(source: string, from: number): number {
  const close = source.indexOf('>', from);
  return close < 0 ? source.length : close;
}

function endOfRawText(source: string, from: number, name: string): number {
  const close = new RegExp(`</${name.replace(/[^\w]/g, '\\$&')}`, 'gi');
  close.lastIndex = from;
  return close.exec(source)?.index ?? source.length;
}

function attributesOf(source: string): Attributes {
  if (!source.includes('=') && !/\w/.test(source)) return none;
  const found: Record<string, string> = Object.create(null);
  for (const [, name, double, single, bare] of source.matchAll(attribute)) {
    if (name && !(name in found)) found[name] = decodeEntities(double ?? single ?? bare ?? '');
  }
  return found;
}
