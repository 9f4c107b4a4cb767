import { XMLBuilder, XMLParser } from 'fast-xml-parser';

/** A small tree over well-formed XHTML: what the generator fills in and writes out as HTML or Word. */
export type Node = Element | TextNode;

export interface TextNode {
  readonly kind: 'text';
  text: string;
}

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  attributes: Record<string, string>;
  children: Node[];
}

const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  processEntities: true,
  parseTagValue: false,
  parseAttributeValue: false,
} as const;

type Raw = Record<string, unknown>;

export function parseMarkup(xhtml: string): Element {
  const raw = new XMLParser(options).parse(xhtml.replace(/^<!DOCTYPE[^>]*>\s*/i, '')) as Raw[];
  const root = raw
    .map(fromRaw)
    .find((node): node is Element => node?.kind === 'element' && node.name === 'html');
  if (!root) throw new Error('the blank form has no <html> element');
  return root;
}

function fromRaw(raw: Raw): Node | undefined {
  if ('#text' in raw) return { kind: 'text', text: String(raw['#text']) };
  const name = Object.keys(raw).find((key) => key !== ':@');
  if (!name || name.startsWith('?') || name === '#comment') return undefined;
  const children = (raw[name] as Raw[]).map(fromRaw).filter((node) => node !== undefined);
  return {
    kind: 'element',
    name,
    attributes: { ...((raw[':@'] as Record<string, string>) ?? {}) },
    children,
  };
}

export function writeMarkup(root: Element): string {
  const body = new XMLBuilder({ ...options, suppressEmptyNode: false }).build([toRaw(root)]) as string;
  return `<!DOCTYPE html>\n${body}`;
}

function toRaw(node: Node): Raw {
  if (node.kind === 'text') return { '#text': node.text };
  return { [node.name]: node.children.map(toRaw), ':@': node.attributes };
}

export function element(
  name: string,
  children: Node[] = [],
  attributes: Record<string, string> = {},
): Element {
  return { kind: 'element', name, attributes, children };
}

export function* walk(node: Node): Generator<Element> {
  if (node.kind !== 'element') return;
  yield node;
  for (const child of node.children) yield* walk(child);
}

export function textOf(node: Node): string {
  return node.kind === 'text' ? node.text : node.children.map(textOf).join('');
}

export function childrenNamed(node: Element, ...names: readonly string[]): Element[] {
  return node.children.filter(
    (child): child is Element => child.kind === 'element' && names.includes(child.name),
  );
}

/** The rows of a table, those inside thead and tbody included. */
export function rowsOf(table: Element): { row: Element; parent: Element }[] {
  const direct = childrenNamed(table, 'tr').map((row) => ({ row, parent: table }));
  const grouped = childrenNamed(table, 'thead', 'tbody', 'tfoot').flatMap((parent) =>
    childrenNamed(parent, 'tr').map((row) => ({ row, parent })),
  );
  return [...direct, ...grouped];
}
