import type { Element } from '../markup/element.ts';
import { tokenise } from '../markup/tokens.ts';

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const raw = new Set(['script', 'style', 'noscript', 'template', 'xmp', 'textarea', 'title']);
const maxDepth = 300;

/** Opening one of these ends the open elements named with it, up to the barrier. */
const closes: readonly (readonly [
  opens: ReadonlySet<string>,
  ends: ReadonlySet<string>,
  barrier: ReadonlySet<string>,
])[] = [
  [
    new Set(
      'address article aside blockquote center div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
        ' ',
      ),
    ),
    new Set(['p']),
    new Set(['table', 'td', 'th', 'li', 'div', 'body', 'caption', 'blockquote', 'section', 'center']),
  ],
  [new Set(['li']), new Set(['li']), new Set(['ul', 'ol', 'table'])],
  [new Set(['dt', 'dd']), new Set(['dt', 'dd']), new Set(['dl', 'table'])],
  [new Set(['td', 'th']), new Set(['td', 'th', 'caption', 'colgroup']), new Set(['table', 'tr'])],
  [new Set(['tr']), new Set(['td', 'th', 'tr', 'caption', 'colgroup']), new Set(['table'])],
  [
    new Set(['tbody', 'thead', 'tfoot']),
    new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption', 'colgroup']),
    new Set(['table']),
  ],
  [new Set(['option']), new Set(['option']), new Set(['select'])],
];

export interface HtmlTree {
  readonly root: Element;
  /** False when elements were nested so deep that text may be missing. */
  readonly whole: boolean;
}

/**
 * Reads HTML into a tree the way browsers forgive it: tags left open, tags closed out of turn, cells without
 * rows. Names are lower case; whatever is deeper than any page should be becomes flat.
 */
export function parseHtml(source: string): HtmlTree {
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack: Element[] = [root];
  let tooDeep = 0;
  let whole = true;
  for (const token of tokenise(source, raw)) {
    const top = stack.at(-1) ?? root;
    if (token.kind === 'text') {
      top.children.push(token.text);
      continue;
    }
    // Word writes `o:p`; other prefixes are dropped alike.
    const name = token.name.toLowerCase().replace(/^(?:x?html|[a-z]):(?=[a-z])/, '');
    if (token.kind === 'open') {
      closeImplied(stack, name);
      const element: Element = { name, attributes: lowered(token.attributes), children: [] };
      (stack.at(-1) ?? root).children.push(element);
      if (token.closed || voids.has(name)) continue;
      if (stack.length < maxDepth) stack.push(element);
      else {
        tooDeep++;
        whole = false;
      }
    } else if (tooDeep > 0) tooDeep--;
    else closeNamed(stack, name);
  }
  return { root, whole };
}

function lowered(attributes: Element['attributes']): Element['attributes'] {
  const names = Object.keys(attributes);
  if (names.every((name) => name === name.toLowerCase())) return attributes;
  return Object.fromEntries(names.map((name) => [name.toLowerCase(), attributes[name] ?? '']));
}

function closeImplied(stack: Element[], name: string): void {
  for (const [opens, ends, barrier] of closes) {
    if (!opens.has(name)) continue;
    let cut = -1;
    for (let i = stack.length - 1; i > 0 && !barrier.has(stack[i]?.name ?? ''); i--) {
      if (ends.has(stack[i]?.name ?? '')) cut = i;
    }
    if (cut > 0) stack.length = cut;
  }
}

/** An end tag reaches through what was left open inside it, but a stray one never closes a table from within. */
function closeNamed(stack: Element[], name: string): void {
  const inTable = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th']);
  for (let i = stack.length - 1; i > 0; i--) {
    const open = stack[i]?.name ?? '';
    if (open === name) {
      stack.length = i;
      return;
    }
    if (open === 'table' || (inTable.has(open) && !inTable.has(name))) return;
  }
}
