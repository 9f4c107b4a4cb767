import { isWide } from '../../grid/characters.ts';
import { childOf, childrenOf, descendantsOf, type Element, textOf } from '../../markup/element.ts';

/** Twips: 1/20 point. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  /** Where text begins. */
  readonly left: number;
  readonly right: number;
}

const a4: PageSize = { width: 11_906, height: 16_838, left: 1800, right: 1800 };
const emuPerTwip = 635;
const usualHalfPoints = 21;

/** The largest page of a document's sections, with the margins of the last one. */
export function readPageSize(body: Element): PageSize {
  const sections = [...descendantsOf(body, 'w:sectPr')];
  const sizes = sections.map((section) => childOf(section, 'w:pgSz')?.attributes);
  const largest = (name: string, otherwise: number) => {
    const found = sizes.map((size) => Number(size?.[name])).filter((size) => size > 0);
    return found.length > 0 ? Math.max(...found) : otherwise;
  };
  const margins = childOf(sections.at(-1), 'w:pgMar')?.attributes;
  const margin = (name: string, otherwise: number) => twips(margins?.[name]) ?? otherwise;
  return {
    width: largest('w:w', a4.width),
    height: largest('w:h', a4.height),
    left: margin('w:left', a4.left),
    right: margin('w:right', a4.right),
  };
}

function twips(value: string | undefined): number | undefined {
  const read = Number(value ?? Number.NaN);
  return Number.isFinite(read) ? read : undefined;
}

/** Where the left edge of the text's column may stand on the page. */
type Origin = readonly [least: number, most: number];

const originOf = (page: PageSize, inCell: boolean): Origin =>
  inCell ? [0, page.width] : [page.left, page.left];

/** Whether a range of `x` stands wholly beside the page, wherever its column begins. */
const beside = (from: number, to: number, origin: Origin, extent: number) =>
  origin[1] + to <= 0 || origin[0] + from >= extent;

/** Whether a paragraph's indents or its frame put all of its text beside the page. */
export function isParagraphOutside(
  paragraph: Element,
  layers: readonly (Element | undefined)[],
  page: PageSize,
  inCell: boolean,
): boolean {
  const indent = Object.assign({}, ...layers.map((layer) => childOf(layer, 'w:ind')?.attributes ?? {}));
  const origin = originOf(page, inCell);
  const own = layers.at(-1);
  const frame = childOf(own, 'w:framePr')?.attributes;
  if (frame) {
    const x = twips(frame['w:x']) ?? 0;
    const y = twips(frame['w:y']) ?? 0;
    const width = twips(frame['w:w']) ?? widthOf(paragraph);
    if (beside(x, x + width, frame['w:hAnchor'] === 'page' ? [0, 0] : origin, page.width)) return true;
    if (y >= page.height || y <= -page.height) return true;
  }
  const left = twips(indent['w:left'] ?? indent['w:start']) ?? 0;
  const right = twips(indent['w:right'] ?? indent['w:end']) ?? 0;
  if (left === 0 && right === 0) return false;
  if (beside(left, left, [origin[0], Number.POSITIVE_INFINITY], page.width)) return true;
  if (!inCell && page.width - page.right - right <= 0) return true;
  const alignment = childOf(own, 'w:jc')?.attributes['w:val'] ?? 'left';
  if (!/^(left|start|both)$/.test(alignment)) return false;
  const first = Math.max(0, twips(indent['w:firstLine']) ?? 0);
  return origin[1] + left + first + widthOf(paragraph) <= 0;
}

/** Lines of this height (twips) show nothing of what is written in them. */
const flattest = 40;

/** Whether a paragraph's lines are set so low that nothing of them shows. */
export function isFlattened(layers: readonly (Element | undefined)[]): boolean {
  const spacing = Object.assign({}, ...layers.map((layer) => childOf(layer, 'w:spacing')?.attributes ?? {}));
  const height = twips(spacing['w:line']);
  return spacing['w:lineRule'] === 'exact' && height !== undefined && height <= flattest;
}

/** Twips that a paragraph takes in one line, at the size its runs name or the usual one. */
function widthOf(paragraph: Element): number {
  const sizes = [...descendantsOf(paragraph, 'w:sz')].map((size) => Number(size.attributes['w:val']) || 0);
  const em = Math.max(usualHalfPoints, ...sizes) * 10;
  let width = 0;
  for (const char of [...textOf(paragraph)].slice(0, 1000)) width += isWide(char) ? em : em / 2;
  return width;
}

/** Whether a floating drawing (`wp:anchor` or VML) is hidden or stands wholly beside the page. */
export function isDrawingOutside(drawing: Element, page: PageSize, inCell: boolean): boolean {
  if (drawing.name === 'wp:anchor') return isAnchorOutside(drawing, page, inCell);
  const style = drawing.attributes.style;
  if (!drawing.name.startsWith('v:') || style === undefined) return false;
  if (/visibility\s*:\s*hidden/i.test(style)) return true;
  if (!/position\s*:\s*absolute/i.test(style)) return false;
  const length = (name: string) => {
    const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(-?[\\d.]+)(pt|in|cm|mm|px)?`, 'i').exec(style);
    const unit = { pt: 20, in: 1440, cm: 567, mm: 56.7, px: 15 }[found?.[2]?.toLowerCase() ?? 'pt'] ?? 20;
    return found ? Number(found[1]) * unit : undefined;
  };
  const x = length('margin-left') ?? length('left') ?? 0;
  const y = length('margin-top') ?? length('top') ?? 0;
  const onPage = /mso-position-horizontal-relative\s*:\s*page/i.test(style);
  const origin = onPage ? ([0, 0] as const) : originOf(page, inCell);
  if (beside(x, x + (length('width') ?? 0), origin, page.width)) return true;
  return y >= page.height || y + (length('height') ?? 0) <= -page.height;
}

function isAnchorOutside(anchor: Element, page: PageSize, inCell: boolean): boolean {
  if (/^(1|true)$/.test(childOf(anchor, 'wp:docPr')?.attributes.hidden ?? '')) return true;
  const extent = childOf(anchor, 'wp:extent')?.attributes;
  const reach = (name: string, size: string) => {
    const position = childOf(anchor, name);
    const offset = childrenOf(position, 'wp:posOffset')[0];
    const at = offset ? Number(textOf(offset)) / emuPerTwip : Number.NaN;
    const length = Number(extent?.[size] ?? 0) / emuPerTwip;
    return { at, end: at + length, from: position?.attributes.relativeFrom ?? 'column' };
  };
  const x = reach('wp:positionH', 'cx');
  const y = reach('wp:positionV', 'cy');
  const origin = x.from === 'page' ? ([0, 0] as const) : originOf(page, inCell);
  if (beside(x.at, x.end, origin, page.width)) return true;
  const top: Origin = y.from === 'page' ? [0, 0] : [0, page.height];
  return beside(y.at, y.end, top, page.height);
}
