import type { Block } from '../../../core/document.ts';
import { linesOf } from '../../../core/document.ts';
import { childOf, childrenOf, type Element } from '../../markup/element.ts';
import { isDrawingOutside } from './off-page.ts';
import { chosenBranch, type PartReading } from './reading.ts';
import { backdrop, hex } from './run-look.ts';

export interface DrawingText {
  /** The text boxes, each with its blocks. */
  readonly boxes: readonly (readonly Block[])[];
  /** How many small shapes without text it holds, or with nothing but a tick: drawn over something else. */
  readonly marks: number;
}

export interface DrawingContext {
  readonly part: PartReading;
  /** Path of the paragraph that anchors the drawing. */
  readonly path: string;
  /** How many text boxes the paragraph has had. */
  readonly boxes: number;
  /** Reads the blocks of a text box; handed in because blocks hold paragraphs and paragraphs hold boxes. */
  readonly readBox: (content: Element, path: string, part: PartReading) => Block[];
}

const tick = /^[√✓✔☑vV]$/u;
const emuPerTwip = 635;
/** Twips; a mark drawn over a tick box is about as large as a character. */
const largestMark = 900;

/** Text boxes, pictures and marks of one drawing. Boxes that nobody sees are read as hidden. */
export function readDrawing(drawing: Element, context: DrawingContext): DrawingText {
  const boxes: Block[][] = [];
  let marks = 0;
  let content = 0;
  let size: number | undefined;
  const walk = (element: Element, outer: PartReading): void => {
    for (const child of childrenOf(element)) {
      const part = within(outer, child);
      if (child.name === 'w:txbxContent') {
        const blocks = context.readBox(
          child,
          `${context.path}/txbx[${context.boxes + boxes.length + 1}]`,
          part,
        );
        const text = [...linesOf(blocks)].map((line) => line.text.trim()).join('');
        if (text !== '') content++;
        if (tick.test(text)) marks++;
        else boxes.push(blocks);
      } else if (child.name === 'mc:AlternateContent') {
        const branch = chosenBranch(child);
        if (branch) walk(branch, part);
      } else {
        const picture = pictureOf(child);
        if (picture !== undefined) {
          content++;
          addPicture(picture, part, context.path, drawing);
        }
        if (child.name === 'wp:extent') size = extentOf(child);
        walk(child, part);
      }
    }
  };
  walk(drawing, context.part);
  const floats = childOf(drawing, 'wp:anchor') !== undefined;
  if (content === 0 && floats && size !== undefined && size <= largestMark) marks++;
  return { boxes, marks };
}

/** The larger side in twips. */
const extentOf = (extent: Element) =>
  Math.max(Number(extent.attributes.cx ?? 0), Number(extent.attributes.cy ?? 0)) / emuPerTwip;

function pictureOf(element: Element): string | undefined {
  if (element.name === 'a:blip') return element.attributes['r:embed'] ?? element.attributes['r:link'];
  return element.name === 'v:imagedata' ? element.attributes['r:id'] : undefined;
}

function addPicture(id: string, part: PartReading, path: string, drawing: Element): void {
  const relation = part.relations.get(id);
  if (!relation) return;
  const { target, external } = relation;
  const size = sizeOf(drawing);
  part.all.pictures.push({
    place: { part: part.part, path },
    target,
    external,
    ...(size && !part.unseen && { size }),
  });
}

/** Width and height in twips of a drawing as it is shown. */
function sizeOf(drawing: Element): { width: number; height: number } | undefined {
  const frame = childOf(drawing, 'wp:inline') ?? childOf(drawing, 'wp:anchor');
  const extent = childOf(frame, 'wp:extent')?.attributes;
  if (extent) return { width: Number(extent.cx) / emuPerTwip, height: Number(extent.cy) / emuPerTwip };
  const style = childOf(drawing, 'v:shape')?.attributes.style ?? '';
  const points = (name: string) => Number(new RegExp(`(?:^|;)${name}:([\\d.]+)pt`).exec(style)?.[1]) * 20;
  const size = { width: points('width'), height: points('height') };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

/** What surrounds the text inside a shape. */
function within(part: PartReading, shape: Element): PartReading {
  if (isDrawingOutside(shape, part.all.page, part.inCell ?? false)) return { ...part, unseen: true };
  const fill = fillOf(shape);
  return fill === undefined ? part : { ...part, behind: backdrop(part.behind, fill), inCell: false };
}

/** What a shape paints behind its text, as `shading` gives it; `undefined` where the element is no shape. */
function fillOf(element: Element): string | undefined {
  if (element.name === 'wps:wsp') {
    const properties = childOf(element, 'wps:spPr');
    if (childOf(properties, 'a:noFill')) return 'none';
    const solid = childOf(properties, 'a:solidFill');
    if (solid) return hex(childOf(solid, 'a:srgbClr')?.attributes.val) ?? 'unknown';
    const painted = childrenOf(properties).some((child) => /Fill$/.test(child.name));
    return painted || childOf(element, 'wps:style', 'a:fillRef') ? 'unknown' : 'none';
  }
  if (!/^v:(shape|rect|roundrect|oval)$/.test(element.name)) return undefined;
  const { filled, fillcolor } = element.attributes;
  if (/^(f|false)$/.test(filled ?? '')) return 'none';
  if (fillcolor === undefined || /^white\b/.test(fillcolor)) return 'FFFFFF';
  return hex(/^#([0-9a-f]{6})/i.exec(fillcolor)?.[1]) ?? 'unknown';
}

/** Whether a paragraph anchors a drawing behind the text: what stands on it has an unknown colour behind it. */
export function paintsBehind(paragraph: Element): boolean {
  return paragraph.children.some((child) => {
    if (typeof child === 'string') return false;
    if (child.name === 'wp:anchor') return /^(1|true)$/.test(child.attributes.behindDoc ?? '');
    if (child.name.startsWith('v:')) return /z-index\s*:\s*-/i.test(child.attributes.style ?? '');
    return child.name !== 'w:txbxContent' && child.name !== 'w:t' && paintsBehind(child);
  });
}
