import { describe, expect, test } from 'vitest';
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

describe('what the rules at the break say', () => {
  const xs = [50, 100, 300, 500];
  const opened = (from: Table, edge: 'top' | 'bottom', ...places: [row: number, col: number][]): Table => ({
    ...from,
    cells: from.cells.map((cell) =>
      places.some(([row, col]) => row === cell.row && col === cell.col)
        ? { ...cell, open: { [edge]: true } }
        : cell,
    ),
  });
  const above = table(1, 700, xs, [
    [0, 0, 2, 1, '其中高'],
    [0, 1, 1, 1, '姓名'],
    [0, 2, 1, 1, '职称'],
    [1, 1, 1, 1, '陈伟'],
    [1, 2, 1, 1, '研究员'],
  ]);
  const below = table(2, 60, xs, [
    [0, 0, 1, 1, '级职称人员'],
    [0, 1, 1, 1, '冯立新'],
    [0, 2, 1, 1, '工程师'],
  ]);

  test('a label without a rule on both sides goes on, with its text; the rows beside it do not', () => {
    const [one] = join([opened(above, 'bottom', [0, 0])], [opened(below, 'top', [0, 0], [0, 1], [0, 2])]);
    expect(cellsOf(one)).toEqual([
      '0,0 3×1 其中高|级职称人员',
      '0,1 1×1 姓名',
      '0,2 1×1 职称',
      '1,1 1×1 陈伟',
      '1,2 1×1 研究员',
      '2,1 1×1 冯立新',
      '2,2 1×1 工程师',
    ]);
  });

  test('a row without a rule in any cell is one row, whatever stands in it', () => {
    const [one] = join(
      [opened(above, 'bottom', [0, 0], [1, 1], [1, 2])],
      [opened(below, 'top', [0, 0], [0, 1], [0, 2])],
    );
    expect(cellsOf(one).slice(-2)).toEqual(['1,1 1×1 陈伟|冯立新', '1,2 1×1 研究员|工程师']);
  });

  test('an empty strip beside a label that reaches further is no row', () => {
    const strip: Table = {
      ...above,
      rows: 3,
      cells: [
        ...above.cells.map((cell) => (cell.col === 0 ? { ...cell, rowSpan: 3 } : cell)),
        { row: 2, col: 1, rowSpan: 1, colSpan: 2, blocks: [], place: { page: 1, box: [100, 740, 500, 752] } },
      ],
    };
    const [one] = join(
      [opened(strip, 'bottom', [0, 0], [2, 1])],
      [opened(below, 'top', [0, 0], [0, 1], [0, 2])],
    );
    expect(cellsOf(one).slice(-2)).toEqual(['2,1 1×1 冯立新', '2,2 1×1 工程师']);
  });

  test('a heading with an empty corner is dropped where it is repeated', () => {
    const heading = (page: number, top: number, name: string) =>
      table(page, top, xs, [
        [0, 0, 1, 1, ''],
        [0, 1, 1, 1, '2020年'],
        [0, 2, 1, 1, '2021年'],
        [1, 0, 1, 1, name],
        [1, 1, 1, 1, '1'],
        [1, 2, 1, 1, '2'],
      ]);
    const [one] = join([heading(1, 700, '收入')], [heading(2, 60, '利润')]);
    expect(cellsOf(one).slice(3)).toEqual([
      '1,0 1×1 收入',
      '1,1 1×1 1',
      '1,2 1×1 2',
      '2,0 1×1 利润',
      '2,1 1×1 1',
      '2,2 1×1 2',
    ]);
  });

  test('column lines that moved a little are the same', () => {
    const moved = table(
      2,
      60,
      [50, 103, 305, 500],
      [
        [0, 0, 1, 1, '收入'],
        [0, 1, 1, 1, '冯立新'],
        [0, 2, 1, 1, '工程师'],
      ],
    );
    expect(cellsOf(join([above], [moved])[0]).slice(-1)).toEqual(['2,2 1×1 工程师']);
  });
});
