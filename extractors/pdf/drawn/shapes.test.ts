import { expect, test } from 'vitest';
import type { Outline, Painted, Point } from './painted.ts';
import { rulesAndTicks } from './shapes.ts';

const outline = (points: Point[], closed = true): Outline => ({ points, closed, curved: false });
const box = (x0: number, y0: number, x1: number, y1: number) =>
  outline([
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]);
const filled = (fill: number, ...outlines: Outline[]): Painted => ({ outlines, fill, strokeWidth: 1 });
const stroked = (...outlines: Outline[]): Painted => ({ outlines, stroke: 0, strokeWidth: 0.75 });
const ticksOf = (...painted: Painted[]) => rulesAndTicks(painted).ticks.map((tick) => tick.text);

test('thin filled bars and strokes are rules; white ones, wide ones and slopes are not', () => {
  const { rules } = rulesAndTicks([
    filled(0, box(50, 100, 300, 100.8)),
    stroked(
      outline(
        [
          [50, 120],
          [300, 120],
        ],
        false,
      ),
    ),
    filled(1, box(50, 140, 300, 140.8)),
    filled(0.9, box(50, 160, 300, 200)),
    stroked(
      outline(
        [
          [50, 220],
          [300, 260],
        ],
        false,
      ),
    ),
  ]);
  expect(rules).toEqual([
    { x0: 50, y0: 100.4, x1: 300, y1: 100.4 },
    { x0: 50, y0: 120, x1: 300, y1: 120 },
  ]);
});

test('a border painted as the area between two boxes gives its four rules', () => {
  const { rules } = rulesAndTicks([filled(0, box(50, 50, 300, 100), box(51, 51, 299, 99))]);
  expect(rules).toHaveLength(4);
});

test('drawn squares are tick boxes: empty, with a mark, with a cross, all black', () => {
  const square = stroked(box(50, 50, 60, 60));
  const mark = stroked(
    outline(
      [
        [52, 55],
        [54, 58],
        [58, 51],
      ],
      false,
    ),
  );
  expect(ticksOf(square)).toEqual(['☐']);
  expect(ticksOf(square, mark)).toEqual(['☑']);
  expect(ticksOf(filled(1, box(50, 50, 60, 60)), square)).toEqual(['☐']);
  expect(ticksOf(filled(0, box(50, 50, 60, 60)))).toEqual(['■']);
  expect(rulesAndTicks([square]).rules).toEqual([]);
});

test('a square of four separate lines is a tick box, a corner of a table is not', () => {
  const sides = [
    stroked(
      outline(
        [
          [50, 50],
          [60, 50],
        ],
        false,
      ),
    ),
    stroked(
      outline(
        [
          [50, 60],
          [60, 60],
        ],
        false,
      ),
    ),
    stroked(
      outline(
        [
          [50, 50],
          [50, 60],
        ],
        false,
      ),
    ),
    stroked(
      outline(
        [
          [60, 50],
          [60, 60],
        ],
        false,
      ),
    ),
  ];
  expect(ticksOf(...sides)).toEqual(['☐']);
  expect(
    ticksOf(
      ...sides,
      stroked(
        outline(
          [
            [60, 60],
            [200, 60],
          ],
          false,
        ),
      ),
    ),
  ).toEqual([]);
});

test('small cells side by side are a table', () => {
  const cells = [0, 1, 2, 3].map((i) => stroked(box(50 + i * 12, 50, 62 + i * 12, 62)));
  const { rules, ticks } = rulesAndTicks(cells);
  expect(ticks).toEqual([]);
  expect(rules).toHaveLength(16);
});

test('rows of dots and dashes are rules, a few of them are not', () => {
  const dots = Array.from({ length: 40 }, (_, i) =>
    filled(0, box(50 + i * 1.5, 100, 50.75 + i * 1.5, 100.75)),
  );
  const dashes = filled(0, ...Array.from({ length: 120 }, (_, i) => box(20, 50 + i * 4, 20.8, 52 + i * 4)));
  const bullets = [0, 20, 40].map((y) => filled(0, box(60, 200 + y, 62, 202 + y)));
  const { rules } = rulesAndTicks([...dots, dashes, ...bullets]);
  expect(rules.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(Math.round))).toEqual([
    [50, 100, 109, 100],
    [20, 50, 20, 528],
  ]);
});
