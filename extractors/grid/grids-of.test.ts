import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from './grid.ts';
import { gridsOf } from './grids-of.ts';

const across = (y: number, x0: number, x1: number): Rule => ({ x0, y0: y, x1, y1: y });
const down = (x: number, y0: number, y1: number): Rule => ({ x0: x, y0, x1: x, y1 });
const frame = (x0: number, y0: number, x1: number, y1: number) => [
  across(y0, x0, x1),
  across(y1, x0, x1),
  down(x0, y0, y1),
  down(x1, y0, y1),
];
const shapeOf = (grid: ReturnType<typeof gridsOf>[number] | undefined) =>
  grid?.cells.map((c) => `${c.row},${c.col} ${c.rowSpan}×${c.colSpan}`);

interface Plan {
  readonly widths: number[];
  readonly heights: number[];
  /** Areas to merge: row, column, rows, columns. */
  readonly merges: [number, number, number, number][];
}

/** Which cell owns each lattice place, merges applied where they do not overlap. */
function owners({ widths, heights, merges }: Plan): number[][] {
  const own = heights.map((_, r) => widths.map((_, c) => r * widths.length + c));
  const merged = new Set<string>();
  for (const [r0, c0, rows, cols] of merges) {
    const r1 = Math.min(heights.length, r0 + rows);
    const c1 = Math.min(widths.length, c0 + cols);
    if (r0 >= heights.length || c0 >= widths.length) continue;
    const area: [number, number][] = [];
    for (let r = r0; r < r1; r++) for (let c = c0; c < c1; c++) area.push([r, c]);
    if (area.some((at) => merged.has(String(at)))) continue;
    for (const [r, c] of area) {
      merged.add(String([r, c]));
      const row = own[r];
      if (row) row[c] = r0 * widths.length + c0;
    }
  }
  return own;
}

function sums(start: number, sizes: readonly number[]): number[] {
  const lines = [start];
  for (const size of sizes) lines.push((lines.at(-1) ?? start) + size);
  return lines;
}

const plan = fc.record({
  widths: fc.array(fc.integer({ min: 14, max: 120 }), { minLength: 1, maxLength: 6 }),
  heights: fc.array(fc.integer({ min: 12, max: 90 }), { minLength: 1, maxLength: 8 }),
  merges: fc.array(
    fc.tuple(fc.nat(7), fc.nat(5), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    { maxLength: 4 },
  ),
});

test('any table of merged cells comes back from its walls, crooked, doubled and broken', () => {
  fc.assert(
    fc.property(
      plan,
      fc.array(fc.double({ min: -0.6, max: 0.6, noNaN: true }), { minLength: 40 }),
      (p, noise) => {
        fc.pre(p.widths.length * p.heights.length > 1);
        const own = owners(p);
        const xs = sums(60, p.widths);
        const ys = sums(80, p.heights);
        let n = 0;
        const jitter = () => noise[n++ % noise.length] ?? 0;
        const rules: Rule[] = [];
        const wall = (rule: Rule) => {
          const level = rule.y0 === rule.y1;
          const length = level ? rule.x1 - rule.x0 : rule.y1 - rule.y0;
          const cut = n % 3 === 0 ? length / 2 : length;
          for (const [from, to] of [
            [0, cut - 1],
            [cut + 1, length],
          ] as const) {
            if (to <= from) continue;
            const d = jitter();
            rules.push(
              level
                ? across(rule.y0 + d, rule.x0 + from, rule.x0 + to)
                : down(rule.x0 + d, rule.y0 + from, rule.y0 + to),
            );
          }
          if (n % 5 === 0)
            rules.push({
              ...rule,
              x0: rule.x0 + 0.5,
              y0: rule.y0 + 0.5,
              x1: rule.x1 + 0.5,
              y1: rule.y1 + 0.5,
            });
        };
        const at = (r: number, c: number) => own[r]?.[c];
        for (let r = 0; r <= p.heights.length; r++) {
          for (let c = 0; c < p.widths.length; c++) {
            if (at(r - 1, c) !== at(r, c)) wall(across(ys[r] ?? 0, xs[c] ?? 0, xs[c + 1] ?? 0));
          }
        }
        for (let c = 0; c <= p.widths.length; c++) {
          for (let r = 0; r < p.heights.length; r++) {
            if (at(r, c - 1) !== at(r, c)) wall(down(xs[c] ?? 0, ys[r] ?? 0, ys[r + 1] ?? 0));
          }
        }
        const expected = new Map<number, { x0: number; y0: number; x1: number; y1: number }>();
        own.forEach((row, r) => {
          row.forEach((id, c) => {
            const box = expected.get(id) ?? { x0: xs[c] ?? 0, y0: ys[r] ?? 0, x1: 0, y1: 0 };
            expected.set(id, {
              ...box,
              x1: Math.max(box.x1, xs[c + 1] ?? 0),
              y1: Math.max(box.y1, ys[r + 1] ?? 0),
            });
          });
        });
        const grids = gridsOf(rules);
        if (expected.size === 1) return;
        expect(grids).toHaveLength(1);
        const cells = grids[0]?.cells ?? [];
        expect(cells).toHaveLength(expected.size);
        for (const box of expected.values()) {
          const close = (a: number, b: number) => Math.abs(a - b) < 2;
          const found = cells.some(
            (c) =>
              close(c.box[0], box.x0) &&
              close(c.box[1], box.y0) &&
              close(c.box[2], box.x1) &&
              close(c.box[3], box.y1),
          );
          expect(found).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

describe('what is no table', () => {
  test('underlines, lone rules and tick boxes', () => {
    expect(gridsOf([across(100, 50, 300), across(120, 50, 300), ...frame(50, 200, 60, 210)])).toEqual([]);
  });
  test('a frame around the page', () => {
    expect(gridsOf(frame(20, 20, 575, 822), { width: 595, height: 842 })).toEqual([]);
  });
  test('an underline inside a cell does not split it', () => {
    const rules = [
      ...frame(50, 50, 350, 150),
      across(100, 50, 350),
      across(80, 53, 200),
      across(130, 60, 345),
    ];
    expect(shapeOf(gridsOf(rules)[0])).toEqual(['0,0 1×1', '1,0 1×1']);
  });
});

test('tables open at the sides or cut at the bottom are closed', () => {
  const sides = [across(50, 50, 350), across(80, 50, 350), across(110, 50, 350), down(150, 50, 110)];
  expect(shapeOf(gridsOf(sides)[0])).toEqual(['0,0 1×1', '0,1 1×1', '1,0 1×1', '1,1 1×1']);
  const cut = [
    across(50, 50, 350),
    across(80, 50, 350),
    down(50, 50, 400),
    down(150, 50, 400),
    down(350, 50, 400),
  ];
  expect(shapeOf(gridsOf(cut)[0])).toEqual(['0,0 1×1', '0,1 1×1', '1,0 1×1', '1,1 1×1']);
});

test('a narrow table on a wide one is one grid without cells beside it', () => {
  const rules = [...frame(50, 50, 150, 80), ...frame(50, 80, 350, 110)];
  expect(shapeOf(gridsOf(rules)[0])).toEqual(['0,0 1×1', '1,0 1×2']);
});

test('several tables of a page, from top to bottom', () => {
  const rules = [
    ...frame(50, 300, 350, 330),
    down(200, 300, 330),
    ...frame(50, 50, 350, 80),
    down(100, 50, 80),
  ];
  expect(gridsOf(rules).map((grid) => grid.box[1])).toEqual([50, 300]);
});

describe('a page that ends inside cells', () => {
  const open = (grid: ReturnType<typeof gridsOf>[number] | undefined) =>
    grid?.cells.map((cell) => Object.keys(cell.open ?? {}).join());

  test('a label whose rule is missing at the end is open, the cells beside it are not', () => {
    const rules = [
      across(700, 50, 350),
      across(730, 100, 350),
      across(760, 100, 350),
      ...[50, 100, 350].map((x) => down(x, 700, 760)),
    ];
    const [grid] = gridsOf(rules);
    expect(shapeOf(grid)).toEqual(['0,0 2×1', '0,1 1×1', '1,1 1×1']);
    expect(open(grid)).toEqual(['bottom', '', '']);
  });

  test('a label that hangs below the last row makes no row of its own', () => {
    const rules = [
      across(700, 50, 350),
      across(730, 100, 350),
      down(50, 700, 760),
      down(100, 700, 760),
      down(350, 700, 730),
    ];
    expect(shapeOf(gridsOf(rules)[0])).toEqual(['0,0 1×1', '0,1 1×1']);
  });

  test('a row cut at the top of a table without side rules keeps its outer cells', () => {
    const rules = [
      ...[80, 110, 140].map((y) => across(y, 50, 350)),
      ...[150, 250].map((x) => down(x, 50, 140)),
    ];
    const [grid] = gridsOf(rules);
    expect(grid?.rows).toBe(3);
    expect(grid?.cells).toHaveLength(9);
    expect(open(grid)?.slice(0, 3)).toEqual(['top', 'top', 'top']);
  });

  test('the outer rule of a label column that nothing crosses belongs to the table', () => {
    const rules = [
      ...[50, 300, 500].map((x) => down(x, 60, 780)),
      ...[100, 200].map((y) => across(y, 300, 500)),
      down(100, 60, 780),
    ];
    expect(gridsOf(rules)[0]?.box).toEqual([50, 60, 500, 780]);
  });

  test('a row over the whole width of a table without side rules belongs to it', () => {
    const rules = [...[80, 110, 180].map((y) => across(y, 50, 350)), down(150, 80, 110)];
    expect(shapeOf(gridsOf(rules)[0])).toEqual(['0,0 1×1', '0,1 1×1', '1,0 1×2']);
  });
});
