import { childOf, childrenOf, descendantsOf, type Element } from '../../markup/element.ts';
import { type Look, readLook, shading } from './run-look.ts';

/** What a style says about reading, its ancestors included. */
export interface Style {
  readonly outline?: number;
  readonly listId?: string;
  readonly listLevel?: number;
  readonly look: Look;
  /** Behind whole paragraphs or tables, as `shading` gives it. */
  readonly fill?: string;
  /** `w:pPr` of the style and, before it, of its ancestors: for what is seldom asked. */
  readonly layers: readonly Element[];
  readonly name: string;
}

export type Styles = ReadonlyMap<string, Style>;

export function readStyles(styles: Element | undefined): Styles {
  const elements = new Map<string, Element>();
  for (const element of childrenOf(styles, 'w:style'))
    elements.set(element.attributes['w:styleId'] ?? '', element);
  const defaults = readLook(childOf(styles, 'w:docDefaults', 'w:rPrDefault'));
  const resolved = new Map<string, Style>();
  const resolve = (id: string, below: ReadonlySet<string>): Style | undefined => {
    const known = resolved.get(id);
    const element = elements.get(id);
    if (known || !element || below.has(id) || below.size > 50) return known;
    const base = childOf(element, 'w:basedOn')?.attributes['w:val'];
    const parent = base === undefined ? undefined : resolve(base, new Set([...below, id]));
    // A character style stands above the paragraph's: the defaults are below both.
    const under = element.attributes['w:type'] === 'character' ? {} : defaults;
    const own = readStyle(element);
    const style: Style = {
      ...parent,
      ...own,
      look: { ...(parent?.look ?? under), ...own.look },
      layers: [...(parent?.layers ?? []), ...own.layers],
    };
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
  const fill = fillOf(element, properties);
  const outline = level === undefined ? named && Number(named) : Number(level) + 1;
  return {
    name,
    ...(outline && { outline }),
    ...readListProperties(properties),
    look: readLook(element),
    ...(fill !== undefined && { fill }),
    layers: properties ? [properties] : [],
  };
}

/** A table style paints by rows and columns: whatever it paints, what stands behind a cell is not known. */
function fillOf(element: Element, properties: Element | undefined): string | undefined {
  if (element.attributes['w:type'] !== 'table') return shading(childOf(properties, 'w:shd'));
  for (const found of descendantsOf(element, 'w:shd')) {
    if (shading(found) !== 'none') return 'unknown';
  }
  return undefined;
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
