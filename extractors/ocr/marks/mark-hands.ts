import type { Block, Line } from '../../../core/document.ts';
import type { Box } from '../../../core/place.ts';
import type { TextRun } from '../../grid/layout.ts';
import { byHandOnPage } from '../../image/hand/hand-model.ts';
import { pageFeatures } from '../../image/hand/page-features.ts';
import type { PageScan } from '../page-scan.ts';

/** The runs of a page that are written by hand, in pixels of the straightened page. */
export function writtenByHand({ ink, grey }: PageScan, runs: readonly TextRun[]): Box[] {
  const lines = runs.filter(({ text }) => text !== '☐' && text !== '☑');
  const byHand = byHandOnPage(pageFeatures(ink, grey, lines));
  return lines.flatMap(({ box }, i) => (byHand[i] ? [box] : []));
}

/** Lines most of whose characters stand in one of the boxes (in the lines' own points) are marked as by hand. */
export function markHands(blocks: readonly Block[], hands: readonly Box[]): Block[] {
  if (hands.length === 0) return [...blocks];
  const inHand = ([x0, y0, x1, y1]: Box) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return hands.some((hand) => x >= hand[0] && x <= hand[2] && y >= hand[1] && y <= hand[3]);
  };
  const lineOf = (line: Line): Line => {
    const { boxes = [] } = line;
    return boxes.filter(inHand).length * 2 > boxes.length ? { ...line, byHand: true } : line;
  };
  return blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, lines: block.lines.map(lineOf) };
    const cells = block.cells.map((cell) => ({ ...cell, blocks: markHands(cell.blocks, hands) }));
    return { ...block, cells };
  });
}
