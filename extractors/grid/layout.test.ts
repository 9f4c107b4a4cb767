import { describe, expect, test } from 'vitest';
import { type Block, linesOf, tablesOf } from '../../core/document.ts';
import type { Box } from '../../core/place.ts';
import type { Grid } from './grid.ts';
import { layoutPage } from './layout.ts';
import type { Glyph } from './lines.ts';

/** Characters of 10 pt from a starting point, ideographs 10 wide and others 5. */
function type(text: string, x: number, y: number, step?: number): Glyph[] {
  return [...text].map((character) => {
    const width = step ?? (/[ -~]/.test(character) ? 5 : 10);
    const box: Box = [x, y, x + width, y + 10];
    x += width;
    return { text: character, box, fontSize: 10 };
  });
}

const grid: Grid = {
  rows: 1,
  cols: 2,
  cells: [
    { row: 0, col: 0, rowSpan: 1, colSpan: 1, box: [50, 100, 150, 200] },
    { row: 0, col: 1, rowSpan: 1, colSpan: 1, box: [150, 100, 350, 200] },
  ],
  box: [50, 100, 350, 200],
};

const texts = (blocks: readonly Block[]) => [...linesOf(blocks)].map((line) => line.text);
const layout = (glyphs: readonly Glyph[], grids: readonly Grid[] = []) =>
  layoutPage({ page: 1, glyphs, grids, readBy: 'text-layer' });

describe('lines', () => {
  test('wide gaps become spaces, each unit keeps a box', () => {
    const [line] = [
      ...linesOf(
        layout([
          ...type('单位', 50, 50),
          ...type('盖章', 120, 50),
          ...type('ab', 143, 50),
          ...type('c', 156, 50),
        ]),
      ),
    ];
    expect(line?.text).toBe('单位 盖章ab c');
    expect(line?.boxes).toHaveLength(9);
  });
  test('bold by double printing is one text', () => {
    expect(texts(layout([...type('初审', 50, 50), ...type('初审', 50.3, 50)]))).toEqual(['初审']);
  });
  test('columns set downwards are read from the right', () => {
    const columns = [
      ...'企业基本'.split('').flatMap((c, i) => type(c, 80, 50 + i * 11)),
      ...'信息登记'.split('').flatMap((c, i) => type(c, 60, 50 + i * 11)),
    ];
    expect(texts(layout(columns))).toEqual(['企业基本', '信息登记']);
  });
  test('private use ticks and radicals become what they look like', () => {
    expect(texts(layout(type('\uf0fe是\uf0a8否⼯⻓', 50, 50, 10)))).toEqual(['☑是☐否工长']);
  });
  test('a mark written over a box ticks it', () => {
    expect(texts(layout([...type('□是□否', 50, 50, 10), ...type('√', 52, 49)]))).toEqual(['☑是□否']);
  });
});

describe('tables', () => {
  test('text goes into its cell, the rest stands before and after', () => {
    const blocks = layout(
      [
        ...type('表后', 50, 220),
        ...type('江南', 160, 110),
        ...type('名称', 60, 110),
        ...type('表前', 50, 50),
      ],
      [grid],
    );
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(texts(blocks)).toEqual(['表前', '名称', '江南', '表后']);
  });
  test('an OCR line over a border is split by its character boxes', () => {
    const run = { text: '企业名称江南智造', box: [60, 110, 230, 122] as Box, confidence: 0.9 };
    const boxes = [...run.text].map(
      (_, i): Box => (i < 4 ? [60 + i * 12, 110, 72 + i * 12, 122] : [160 + i * 8, 110, 168 + i * 8, 122]),
    );
    const blocks = layoutPage({ page: 2, lines: [{ ...run, boxes }], grids: [grid], readBy: 'ocr' });
    const [table] = [...tablesOf(blocks)];
    expect(table?.cells.map((cell) => texts(cell.blocks))).toEqual([['企业名称'], ['江南智造']]);
    expect([...linesOf(blocks)].map((line) => line.confidence)).toEqual([0.9, 0.9]);
  });
  test('a table in a cell stays there', () => {
    const inner: Grid = {
      rows: 1,
      cols: 1,
      cells: [{ row: 0, col: 0, rowSpan: 1, colSpan: 1, box: [180, 140, 300, 170] }],
      box: [180, 140, 300, 170],
    };
    const [outer, nested] = [...tablesOf(layout(type('内', 200, 150), [grid, inner]))];
    expect(nested?.cells[0]?.blocks).toHaveLength(1);
    expect(outer?.cells[1]?.blocks[0]).toBe(nested);
  });
});

describe('a label open at the end of its page', () => {
  const open: Grid = {
    ...grid,
    cells: grid.cells.map((cell) => (cell.col === 0 ? { ...cell, open: { bottom: true as const } } : cell)),
  };

  test('takes the lines that hang out below it', () => {
    const blocks = layout(
      [...type('高', 60, 188), ...type('级', 60, 203), ...type('人员', 60, 218), ...type('表后', 60, 300)],
      [open],
    );
    expect(texts(tablesOf(blocks).next().value?.cells[0]?.blocks ?? [])).toEqual(['高', '级', '人员']);
    expect(texts(blocks).at(-1)).toBe('表后');
  });

  test('takes nothing that stands beside it, nor any line of a closed cell', () => {
    const wide = [...type('注：', 60, 203), ...type('以上均为', 145, 203)];
    expect(layout(wide, [open]).map((block) => block.kind)).toEqual(['table', 'paragraph']);
    expect(layout(type('注', 60, 203), [grid]).map((block) => block.kind)).toEqual(['table', 'paragraph']);
  });
});
