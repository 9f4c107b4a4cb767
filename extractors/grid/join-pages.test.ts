import { expect, test } from 'vitest';
import { type Block, type Cell, linesOf, type Table } from '../../core/document.ts';
import type { Box } from '../../core/place.ts';
import { joinPages } from './join-pages.ts';

const paragraph = (page: number, text: string, box: Box): Block => ({
  kind: 'paragraph',
  lines: [{ text, place: { page, box }, readBy: 'text-layer', confidence: 1 }],
});

/** A table with rows of 20 pt; a cell is `[row, col, rowSpan, colSpan, text]`, columns at `xs`. */
function table(
  page: number,
  top: number,
  xs: readonly number[],
  cells: readonly [number, number, number, number, string][],
): Table {
  const rows = Math.max(...cells.map(([row, , span]) => row + span));
  const made = cells.map(([row, col, rowSpan, colSpan, text]): Cell => {
    const box: Box = [xs[col] ?? 0, top + row * 20, xs[col + colSpan] ?? 0, top + (row + rowSpan) * 20];
    const blocks =
      text === ''
        ? []
        : [paragraph(page, text, [box[0] + 2, box[1] + 4, box[0] + 2 + text.length * 10, box[1] + 14])];
    return { row, col, rowSpan, colSpan, blocks, place: { page, box } };
  });
  const box: Box = [xs[0] ?? 0, top, xs.at(-1) ?? 0, top + rows * 20];
  return { kind: 'table', rows, cols: xs.length - 1, cells: made, place: { page, box } };
}

const join = (above: Block[], below: Block[]) =>
  joinPages([
    { number: 1, height: 842, blocks: above },
    { number: 2, height: 842, blocks: below },
  ]);
const cellsOf = (block: Block | undefined) =>
  block?.kind === 'table'
    ? block.cells.map(
        (c) =>
          `${c.row},${c.col} ${c.rowSpan}×${c.colSpan} ${[...linesOf(c.blocks)].map((l) => l.text).join('|')}`,
      )
    : [];

test('rows go on under other column lines, a merged label goes on with them', () => {
  const above = table(
    1,
    700,
    [50, 100, 300, 500],
    [
      [0, 0, 2, 1, '信息'],
      [0, 1, 1, 1, '名称'],
      [0, 2, 1, 1, '甲'],
      [1, 1, 1, 1, '地区'],
      [1, 2, 1, 1, '乙'],
    ],
  );
  const below = table(
    2,
    72,
    [50, 100, 200, 500],
    [
      [0, 0, 2, 1, ''],
      [0, 1, 1, 1, '年份'],
      [0, 2, 1, 1, '丙'],
      [1, 1, 1, 1, '月份'],
      [1, 2, 1, 1, '丁'],
    ],
  );
  const [one, ...rest] = join([above], [below, paragraph(2, '后', [50, 200, 60, 210])]);
  expect(cellsOf(one)).toEqual([
    '0,0 4×1 信息',
    '0,1 1×2 名称',
    '0,3 1×1 甲',
    '1,1 1×2 地区',
    '1,3 1×1 乙',
    '2,1 1×1 年份',
    '2,2 1×2 丙',
    '3,1 1×1 月份',
    '3,2 1×2 丁',
  ]);
  expect(rest).toHaveLength(1);
});

test('tables that differ in width, stand apart or end early stay apart', () => {
  const above = table(
    1,
    700,
    [50, 500],
    [
      [0, 0, 1, 1, '一'],
      [1, 0, 1, 1, '二'],
    ],
  );
  const same = table(2, 72, [50, 500], [[0, 0, 1, 1, '三']]);
  expect(join([above], [same])).toHaveLength(1);
  expect(join([above], [table(2, 72, [50, 400], [[0, 0, 1, 1, '三']])])).toHaveLength(2);
  expect(join([above], [paragraph(2, '题', [50, 50, 60, 60]), same])).toHaveLength(3);
  expect(join([table(1, 100, [50, 500], [[0, 0, 1, 1, '一']])], [same])).toHaveLength(2);
});

test('a new row below a filled one is no rest of it', () => {
  const xs = [50, 200, 500];
  const above = table(1, 700, xs, [
    [0, 0, 1, 1, '收入（万元）'],
    [0, 1, 1, 1, '100'],
    [1, 0, 1, 1, '税金（万'],
    [1, 1, 1, 1, ''],
  ]);
  const next = table(2, 72, xs, [
    [0, 0, 1, 1, '利润'],
    [0, 1, 1, 1, ''],
  ]);
  expect(cellsOf(join([above], [next])[0])).toContain('2,0 1×1 利润');
  const rest = table(2, 72, xs, [
    [0, 0, 1, 1, '元）'],
    [0, 1, 1, 1, ''],
  ]);
  expect(cellsOf(join([above], [rest])[0])).toContain('1,0 1×1 税金（万|元）');
});
