import type { Block, Line } from '../../../core/document.ts';
import type { Place } from '../../../core/place.ts';

/** The same blocks, with every place told anew; character boxes go, for they belong to the old places. */
export function placedAnew(blocks: readonly Block[], place: (old: Place) => Place): Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'paragraph') {
      const lines = block.lines.map(({ boxes: _, ...line }): Line => ({ ...line, place: place(line.place) }));
      return { ...block, lines };
    }
    const cells = block.cells.map((cell) => ({
      ...cell,
      place: place(cell.place),
      blocks: placedAnew(cell.blocks, place),
    }));
    return { ...block, place: place(block.place), cells };
  });
}

/** The same blocks with some exchanged for others, in cells as well. */
export function exchanged(blocks: readonly Block[], by: ReadonlyMap<Block, readonly Block[]>): Block[] {
  if (by.size === 0) return [...blocks];
  return blocks.flatMap((block): readonly Block[] => {
    const other = by.get(block);
    if (other) return other;
    if (block.kind === 'paragraph') return [block];
    return [
      { ...block, cells: block.cells.map((cell) => ({ ...cell, blocks: exchanged(cell.blocks, by) })) },
    ];
  });
}
