import type { Block, Cell, Document, Line } from './document.ts';
import { limits } from './limits.ts';
import type { Problem } from './problem.ts';

export interface DocumentLimits {
  readonly characters: number;
  readonly parts: number;
  readonly pictures: number;
}

/** What is left to take of a text. */
interface Left {
  characters: number;
  parts: number;
  /** Something was left out. */
  cut: boolean;
}

/**
 * A document within the limits: the same one, or its beginning with the problem `text-too-long`. Whatever comes after
 * it, no later stage has more to do than the limits allow. Pure.
 */
export function cutDocument(document: Document, to: DocumentLimits = limits): Document {
  const body = cut(document.body, to);
  const marginalia = cut(document.marginalia, to);
  const pictures = document.pictures.slice(0, to.pictures);
  const whole = !body.left.cut && !marginalia.left.cut && pictures.length === document.pictures.length;
  if (whole) return document;
  const problems = document.problems.some(({ code }) => code === 'text-too-long')
    ? document.problems
    : [...document.problems, tooLong(to)];
  return { ...document, body: body.blocks, marginalia: marginalia.blocks, pictures, problems };
}

function tooLong({ characters, parts, pictures }: DocumentLimits): Problem {
  return { code: 'text-too-long', values: { characters, parts, pictures } };
}

function cut(
  blocks: readonly Block[],
  to: DocumentLimits,
): { readonly blocks: readonly Block[]; readonly left: Left } {
  const left: Left = { characters: to.characters, parts: to.parts, cut: false };
  const kept = takeBlocks(blocks, left);
  return { blocks: left.cut ? kept : blocks, left };
}

function takeBlocks(blocks: readonly Block[], left: Left): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    if (left.cut || left.parts <= 0) {
      left.cut = true;
      break;
    }
    if (block.kind === 'paragraph') {
      left.parts--;
      kept.push({ ...block, lines: takeLines(block.lines, left) });
      continue;
    }
    const cells = takeCells(block.cells, left);
    if (cells.length === 0) continue;
    const rows = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
    kept.push(cells.length === block.cells.length ? { ...block, cells } : { ...block, cells, rows });
  }
  return kept;
}

function takeCells(cells: readonly Cell[], left: Left): Cell[] {
  const kept: Cell[] = [];
  for (const cell of cells) {
    if (left.cut || left.parts <= 0) {
      left.cut = true;
      break;
    }
    left.parts--;
    kept.push({ ...cell, blocks: takeBlocks(cell.blocks, left) });
  }
  return kept;
}

function takeLines(lines: readonly Line[], left: Left): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    if (left.characters <= 0) {
      left.cut = true;
      break;
    }
    kept.push(line.text.length <= left.characters ? line : beginning(line, left.characters));
    if (line.text.length > left.characters) left.cut = true;
    // The line's end counts too, so that empty lines come to an end.
    left.characters -= line.text.length + 1;
    if (left.cut) break;
  }
  return kept;
}

function beginning(line: Line, characters: number): Line {
  const { boxes, certainty } = line;
  return {
    ...line,
    text: line.text.slice(0, characters),
    ...(boxes ? { boxes: boxes.slice(0, characters) } : {}),
    ...(certainty ? { certainty: certainty.slice(0, characters) } : {}),
  };
}
