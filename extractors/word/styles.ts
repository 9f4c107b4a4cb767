import { childOf, childrenOf, type Element } from '../markup/element.ts';
import { isOn } from './namespaces.ts';

/** What a style says about reading, its ancestors included. */
export interface Style {
  readonly outline?: number;
  readonly listId?: string;
  readonly listLevel?: number;
  readonly hidden?: boolean;
  readonly font?: string;
  readonly name: string;
}

export type Styles = ReadonlyMap<string, Style>;

export function readStyles(styles: Element | undefined): Styles {
  const elements = new Map<string, Element>();
  for (const element of childrenOf(styles, 'w:style'))
    elements.set(element.attributes['w:styleId'] ?? '', element);
  const resolved = new Map<string, Style>();
  const resolve = (id: string, below: ReadonlySet<string>): Style | undefined => {
    const known = resolved.get(id);
    const element = elements.get(id);
    if (known || !element || below.has(id) || below.size > 50) return known;
    const base = childOf(element, 'w:basedOn')?.attributes['w:val'];
    const parent = base === undefined ? undefined : resolve(base, new Set([...below, id]));
    const { name: _, ...inherited } = parent ?? { name: '' };
    const style = { ...inherited, ...readStyle(element) };
    resolved.set(id, style);
    return style;
  };
  for (const id of elements.keys()) resolve(id, new Set());
  return resolved;
}

function readStyle(element: Element): Style {
  const name = childOf(element, 'w:name')?.attributes['w:val'] ?? '';
  const properties = childOf(element, 'w:pPr');
  const level = childOf(properties, 'w:outlineLvl')?.attributes['w:val'];
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  const outline = level === undefined ? named && Number(named) : Number(level) + 1;
  return {
    name,
    ...(outline && { outline }),
    ...readListProperties(properties),
    ...readRunProperties(element),
  };
}

/** List of a paragraph's or a style's properties. */
export function readListProperties(properties: Element | undefined): { listId?: string; listLevel?: number } {
  const list = childOf(properties, 'w:numPr');
  const listId = childOf(list, 'w:numId')?.attributes['w:val'];
  const level = childOf(list, 'w:ilvl')?.attributes['w:val'];
  return {
    ...(listId !== undefined && { listId }),
    ...(level !== undefined && { listLevel: Number(level) || 0 }),
  };
}

/** Hiding and font of the `w:rPr` below an element. */
export function readRunProperties(element: Element): { hidden?: boolean; font?: string } {
  const properties = childOf(element, 'w:rPr');
  if (!properties) return {};
  const vanish = childOf(properties, 'w:vanish');
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
  return { ...(vanish && { hidden: isOn(vanish.attributes['w:val']) }), ...(font !== undefined && { font }) };
}
