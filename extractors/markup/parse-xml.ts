import type { Element } from './element.ts';
import { type Attributes, tokenise } from './tokens.ts';

export interface XmlReading {
  readonly root: Element;
  /** False when tags were left open, closed out of turn or nested beyond reason: the tree is a best effort. */
  readonly whole: boolean;
  /** How many elements were read; beyond `maxElements` the rest is left out, and `whole` is false. */
  readonly elements: number;
}

/** Deeper elements become siblings: real documents stay below 100, and walking must not exhaust the stack. */
const maxDepth = 400;
/** A small archive unpacks to millions of empty elements; the longest real documents have a few hundred thousand. */
const maxElements = 2_000_000;

/**
 * Reads XML into a tree. Names come with the prefixes of `prefixes` (namespace → prefix), whatever prefixes
 * the file itself uses; unknown namespaces keep the file's. The root holds the document element as a child.
 */
export function parseXml(source: string, prefixes: ReadonlyMap<string, string>): XmlReading {
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack: { element: Element; names: NameMap }[] = [{ element: root, names: new NameMap(prefixes) }];
  let whole = true;
  let tooDeep = 0;
  let elements = 0;
  for (const token of tokenise(source)) {
    const top = stack.at(-1);
    if (!top) break;
    if (token.kind === 'text') {
      if (stack.length > 1) top.element.children.push(token.text);
    } else if (token.kind === 'open') {
      if (++elements > maxElements) {
        whole = false;
        break;
      }
      const names = top.names.within(token.attributes);
      const element = {
        name: names.of(token.name),
        attributes: names.rename(token.attributes),
        children: [],
      };
      top.element.children.push(element);
      if (token.closed) continue;
      if (stack.length < maxDepth) stack.push({ element, names });
      else {
        tooDeep++;
        whole = false;
      }
    } else if (tooDeep > 0) tooDeep--;
    else {
      const name = top.names.of(token.name);
      const depth = stack.findLastIndex((open) => open.element.name === name);
      if (depth !== stack.length - 1) whole = false;
      if (depth > 0) stack.length = depth;
    }
  }
  return { root, whole: whole && stack.length === 1 && root.children.length > 0, elements };
}

/** Turns the file's own namespace prefixes into ours. */
class NameMap {
  private readonly cache = new Map<string, string>();
  private readonly known: ReadonlyMap<string, string>;
  private readonly own: ReadonlyMap<string, string>;

  constructor(known: ReadonlyMap<string, string>, own: ReadonlyMap<string, string> = new Map()) {
    this.known = known;
    this.own = own;
  }

  within(attributes: Attributes): NameMap {
    let own: Map<string, string> | undefined;
    for (const key in attributes) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
      own ??= new Map(this.own);
      const prefix = key.slice(6);
      own.set(prefix, this.known.get(attributes[key] ?? '') ?? prefix);
    }
    return own ? new NameMap(this.known, own) : this;
  }

  of(name: string): string {
    const known = this.cache.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const ours = this.own.get(prefix) ?? prefix;
    const renamed = ours ? `${ours}:${name.slice(colon + 1)}` : name.slice(colon + 1);
    this.cache.set(name, renamed);
    return renamed;
  }

  rename(attributes: Attributes): Attributes {
    let same = true;
    for (const key in attributes) if (key.includes(':') && this.of(key) !== key) same = false;
    if (same) return attributes;
    const renamed: Record<string, string> = Object.create(null);
    for (const key in attributes) renamed[key.includes(':') ? this.of(key) : key] = attributes[key] ?? '';
    return renamed;
  }
}
