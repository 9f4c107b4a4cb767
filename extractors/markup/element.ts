import type { Attributes } from './tokens.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: (Element | string)[];
}

export function childrenOf(element: Element | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

export function childOf(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  let here = element;
  for (const name of path) {
    here = here?.children.find((child): child is Element => typeof child !== 'string' && child.name === name);
  }
  return here;
}

/** All elements below one, in document order, that carry a name. */
export function* descendantsOf(element: Element, name: string): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
