import { append } from '../../../core/append.ts';
import type { Block, Line, Paragraph } from '../../../core/document.ts';
import { childOf, childrenOf, type Element, textOf } from '../../markup/element.ts';
import { isPrompt } from './controls.ts';
import { paintsBehind } from './drawing.ts';
import { readInline } from './inline.ts';
import { isFlattened, isParagraphOutside } from './off-page.ts';
import { chosenBranch, type PartReading, type PictureUse, type Reading } from './reading.ts';
import { backdrop, shading } from './run-look.ts';
import { readListProperties } from './styles.ts';
import { readTable } from './table.ts';

/** A picture behind the text may lie under everything on its page: so many paragraphs, roughly. */
const paragraphsOfPage = 20;

/** Wrappers that hold blocks as if they were not there. */
const wrappers = new Set(['w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo', 'w:sdtContent', 'w:sect']);

/**
 * The blocks of a body, cell, text box, header or note. Paths count `p` and `tbl` of the container in document
 * order, those inside content controls included.
 */
export function readBlocks(container: Element, path: string, part: PartReading): Block[] {
  const blocks: Block[] = [];
  let paragraphs = 0;
  let tables = 0;
  const prefix = path === '' ? '' : `${path}/`;
  const walk = (parent: Element): void => {
    for (const child of childrenOf(parent)) {
      if (child.name === 'w:p') {
        append(blocks, readParagraph(child, `${prefix}p[${++paragraphs}]`, part));
      } else if (child.name === 'w:tbl') {
        append(blocks, readTable(child, `${prefix}tbl[${++tables}]`, part));
      } else if (child.name === 'w:sdt') {
        const content = childOf(child, 'w:sdtContent');
        if (content && isPrompt(child, part.all.styles)) {
          part.all.met.push(textOf(content));
          paragraphs += childrenOf(content, 'w:p').length;
        } else if (content) walk(content);
      } else if (child.name === 'mc:AlternateContent') {
        const branch = chosenBranch(child);
        if (branch) walk(branch);
      } else if (child.name === 'w:altChunk') {
        const target = part.relations.get(child.attributes['r:id'] ?? '')?.target;
        append(blocks, part.all.chunks.get(target ?? '') ?? []);
      } else if (wrappers.has(child.name)) walk(child);
    }
  };
  walk(container);
  return blocks;
}

/** The paragraph itself unless it is empty, then the text boxes anchored in it. */
function readParagraph(element: Element, path: string, part: PartReading): Block[] {
  const { all } = part;
  const properties = childOf(element, 'w:pPr');
  const styleId = childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? all.defaultStyle;
  const style = styleId === undefined ? undefined : all.styles.get(styleId);
  if (paintsBehind(element)) all.onPicture = paragraphsOfPage;
  const onPicture = all.onPicture > 0;
  if (onPicture) all.onPicture--;
  const hiddenBefore = all.hidden.length;
  const picturesBefore = all.pictures.length;
  const layers = [...(style?.layers ?? []), properties];
  const inline = readInline(element, {
    part,
    path,
    look: style?.look ?? {},
    behind: onPicture ? undefined : backdrop(part.behind, style?.fill, shading(childOf(properties, 'w:shd'))),
    unseen:
      part.unseen ||
      isFlattened(layers) ||
      isParagraphOutside(element, layers, all.page, part.inCell ?? false),
    readBox: readBlocks,
  });
  const number = listNumber(properties, styleId, part);
  const gone = all.hidden.length > hiddenBefore && inline.lines.every((text) => text.trim() === '');
  const first = joinNumber(gone ? '' : number, inline.lines[0] ?? '');
  const lines = [first, ...inline.lines.slice(1)].filter((text) => text.trim() !== '');
  const level = childOf(properties, 'w:outlineLvl')?.attributes['w:val'];
  const outline = level === undefined ? style?.outline : Number(level) + 1;
  const blocks: Block[] = [];
  if (lines.length > 0) {
    const paragraph: Paragraph = {
      kind: 'paragraph',
      lines: lines.map((text) => wordLine(text, part.part, path)),
      ...(outline !== undefined && outline >= 1 && outline <= 9 && { outline }),
    };
    blocks.push(paragraph);
  }
  for (const use of all.pictures.slice(picturesBefore)) {
    if (use.place.path === path) blocks.push(standIn(use, all));
  }
  return [...blocks, ...inline.boxes];
}

/** An empty block where a picture stands, for the text that may be read off it later. */
function standIn(use: PictureUse, all: Reading): Block {
  const block: Block = { kind: 'paragraph', lines: [] };
  all.standIns.set(block, use);
  return block;
}

export function wordLine(text: string, part: string, path: string): Line {
  return { text, place: { part, path }, readBy: 'word-xml', confidence: 1 };
}

function listNumber(properties: Element | undefined, styleId: string | undefined, part: PartReading): string {
  const own = readListProperties(properties);
  const style = styleId === undefined ? undefined : part.all.styles.get(styleId);
  const listId = own.listId ?? style?.listId;
  if (listId === undefined || listId === '0') return '';
  const ofStyle = styleId === undefined ? undefined : part.all.lists.levelOfStyle(listId, styleId);
  return part.all.lists.next(listId, own.listLevel ?? style?.listLevel ?? ofStyle ?? 0);
}

/** Chinese numbers need no gap behind them: `（一）企业概况`, `一、总则`, but `1. 概况`. */
function joinNumber(number: string, text: string): string {
  if (number === '' || text === '') return number + text;
  return /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef①-⑳]$/u.test(number) || /^\s/.test(text)
    ? number + text
    : `${number} ${text}`;
}
