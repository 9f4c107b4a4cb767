import { expect, test } from 'vitest';
import type { Box } from '../../core/place.ts';
import type { Rule } from './grid.ts';
import { gridsOf } from './grids-of.ts';
import { wallsBetween } from './level-tables.ts';

/** A level rule drawn piece by piece between the given places. */
const pieces = (y: number, ...xs: number[]): Rule[] =>
  xs.slice(1).map((x, i) => ({ x0: xs[i] ?? 0, y0: y, x1: x, y1: y }));
const shapeOf = (rules: readonly Rule[], ink: readonly Box[]) =>
  gridsOf([...rules, ...wallsBetween(rules, ink)])[0]?.cells.map(
    (c) => `${c.row},${c.col} ${c.rowSpan}×${c.colSpan}`,
  );

const rules = [
  ...pieces(100, 50, 100, 300, 500),
  ...pieces(130, 100, 300, 500),
  ...pieces(160, 50, 100, 300, 500),
  ...pieces(190, 50, 100, 300, 500),
];

test('columns end where the pieces of two level rules meet, a merged label over several rows', () => {
  expect(shapeOf(rules, [])).toEqual([
    '0,0 2×1',
    '0,1 1×1',
    '0,2 1×1',
    '1,1 1×1',
    '1,2 1×1',
    '2,0 1×1',
    '2,1 1×1',
    '2,2 1×1',
  ]);
});

test('writing that runs over the place keeps a cell whole, also where a character ends there', () => {
  const ink: Box[] = [
    [290, 170, 300, 180],
    [300, 170, 310, 180],
  ];
  expect(shapeOf(rules, ink)?.slice(-2)).toEqual(['2,0 1×1', '2,1 1×2']);
});

test('tables with upright rules, dashes and a few underlines get no walls', () => {
  const ruled = [...rules, { x0: 100, y0: 100, x1: 100, y1: 190 }];
  expect(wallsBetween(ruled, [])).toEqual([]);
  const dashes = [100, 130, 160].flatMap((y) =>
    pieces(y, ...Array.from({ length: 30 }, (_, i) => 50 + i * 4)),
  );
  expect(wallsBetween(dashes, [])).toEqual([]);
  expect(wallsBetween([...pieces(100, 50, 100, 300), ...pieces(130, 50, 100, 300)], [])).toEqual([]);
});
