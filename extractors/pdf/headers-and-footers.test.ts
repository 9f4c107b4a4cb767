import { expect, test } from 'vitest';
import { type Block, linesOf } from '../../core/document.ts';
import { splitMarginalia } from './headers-and-footers.ts';

const line = (page: number, text: string, y: number): Block => ({
  kind: 'paragraph',
  lines: [{ text, place: { page, box: [50, y, 200, y + 10] }, readBy: 'text-layer', confidence: 1 }],
});
const pageOf = (number: number, ...lines: [text: string, y: number][]) => ({
  number,
  height: 842,
  blocks: lines.map(([text, y]) => line(number, text, y)),
});

test('running lines are marginalia, those that count the pages too', () => {
  const { pages, marginalia } = splitMarginalia([
    pageOf(1, ['项目申报书', 30], ['正文', 400], ['申报单位盖章　1', 815]),
    pageOf(2, ['项目申报书', 30], ['金额2000万元', 815]),
    pageOf(3, ['项目申报书', 30], ['正文', 400], ['申报单位盖章　3', 815]),
    pageOf(4, ['项目申报书', 30], ['正文', 400], ['申报单位盖章　4', 815]),
  ]);
  const kept = pages.flatMap(({ blocks }) => [...linesOf(blocks)].map(({ text }) => text));
  expect(kept).toEqual(['正文', '金额2000万元', '正文', '正文']);
  expect([...linesOf(marginalia)]).toHaveLength(7);
});
