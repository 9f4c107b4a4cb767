import type { Block, Line } from '../../core/document.ts';
import { type Box, boxAround, isPagePlace, type Place } from '../../core/place.ts';

/** All places of some blocks moved: every box through `move`, and pages and files through `page`, unchanged unless told. */
export function moveBlocks(
  blocks: readonly Block[],
  move: (box: Box) => Box,
  page: (place: Place) => Place = (place) => place,
): Block[] {
  const placeOf = (place: Place): Place =>
    page(isPagePlace(place) ? { ...place, box: move(place.box) } : place);
  const lineOf = (line: Line): Line => {
    const boxes = line.boxes?.map(move);
    const place = placeOf(line.place);
    return { ...line, place, ...(boxes ? { boxes } : {}) };
  };
  const blockOf = (block: Block): Block => {
    if (block.kind === 'paragraph') return { ...block, lines: block.lines.map(lineOf) };
    const cells = block.cells.map((cell) => ({
      ...cell,
      place: placeOf(cell.place),
      blocks: cell.blocks.map(blockOf),
    }));
    return { ...block, place: placeOf(block.place), cells };
  };
  return blocks.map(blockOf);
}

/** Lines whose place is the box around their characters, for pages on which lines do not lie level. */
export function aroundCharacters(blocks: readonly Block[]): Block[] {
  const lineOf = (line: Line): Line => {
    const box = line.boxes && boxAround(line.boxes);
    return box && isPagePlace(line.place) ? { ...line, place: { ...line.place, box } } : line;
  };
  return blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, lines: block.lines.map(lineOf) };
    return {
      ...block,
      cells: block.cells.map((cell) => ({ ...cell, blocks: aroundCharacters(cell.blocks) })),
    };
  });
}
