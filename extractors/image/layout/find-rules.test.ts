import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Drawing, randomOf } from '../ticks/drawing.ts';
import { findRules, findUnderlines } from './find-rules.ts';
import type { PixelRule } from './ink-runs.ts';

const dpi = 150;
const xs = [60, 200, 420, 700];
const ys = [50, 110, 150, 260];

function table(slope: number, noise: number, breaks: number, seed: number): Drawing {
  const page = new Drawing(760, 320, dpi);
  const random = randomOf(seed);
  const turn = (x: number, y: number) => [x - y * slope, y + x * slope] as const;
  for (const y of ys) page.stroke(...turn(60, y), ...turn(701, y));
  for (const x of xs) page.stroke(...turn(x, 50), ...turn(x, 261));
  for (let i = 0; i < breaks; i++) {
    const x = 80 + Math.floor(random() * 600);
    const [bx, by] = turn(x, ys[i % ys.length]!);
    for (let dx = 0; dx < 2; dx++) for (let dy = -2; dy < 5; dy++) page.dot(bx + dx, by + dy, 0);
  }
  page.noise(noise, random);
  return page;
}

const near = (rules: readonly PixelRule[], direction: PixelRule['direction'], at: number) =>
  rules.filter((rule) => rule.direction === direction && Math.abs(rule.at - at) <= 5);

test('finds each rule of a table once, with noise, breaks and a little skew', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -0.004, max: 0.004, noNaN: true }),
      fc.double({ min: 0, max: 0.01, noNaN: true }),
      fc.nat(6),
      fc.nat(1000),
      (slope, noise, breaks, seed) => {
        const rules = findRules(table(slope, noise, breaks, seed).ink);
        for (const y of ys) expect(near(rules, 'horizontal', y + 380 * slope)).toHaveLength(1);
        for (const x of xs) expect(near(rules, 'vertical', x - 155 * slope)).toHaveLength(1);
        expect(rules).toHaveLength(ys.length + xs.length);
      },
    ),
    { numRuns: 25 },
  );
});

test('sides of a tick box are no rules', () => {
  const page = new Drawing(300, 200, dpi);
  page.square(50, 50, 22);
  expect(findRules(page.ink)).toEqual([]);
});

test('feet of characters in a row are neither rules nor underlines, an underline is one', () => {
  const page = new Drawing(600, 200, dpi);
  for (let x = 50; x < 300; x += 25) page.fill(x, 60, x + 20, 62);
  page.fill(350, 60, 420, 62);
  expect(findRules(page.ink)).toEqual([]);
  expect(findUnderlines(page.ink).map(({ start, end }) => [start, end])).toEqual([[350, 420]]);
});

test('a stroke of a character between two parts of a rule does not join them', () => {
  const page = new Drawing(760, 320, dpi);
  for (const y of ys) page.stroke(60, y, 701, y);
  for (const x of [60, 700]) page.stroke(x, 50, x, 261);
  // Drawn above and below the second row, which is one merged cell with 路 standing where the rule would be.
  page.stroke(420, 50, 420, 111);
  page.stroke(420, 150, 420, 261);
  page.fill(419, 118, 422, 143);
  const middle = near(findRules(page.ink), 'vertical', 421).map(({ start, end }) => [start, end]);
  expect(middle).toHaveLength(2);
  expect(middle[0]![1]).toBeLessThan(118);
  expect(middle[1]![0]).toBeGreaterThan(143);
});
