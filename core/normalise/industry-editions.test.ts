import { expect, test } from 'vitest';
import { industries } from './industry.ts';
import { industryLinks, industryOf2011 } from './industry-editions.ts';

test('every division of either edition is in the crosswalk: 96 then, 97 now', () => {
  expect(new Set(industryLinks.flatMap(({ from }) => from ?? [])).size).toBe(96);
  expect(new Set(industryLinks.map(({ to }) => to))).toEqual(
    new Set(industries.filter(({ code }) => code.length === 3).map(({ code }) => code)),
  );
  // The numbers of 2011 run from 01 to 96 without a gap.
  const numbers = [...new Set(industryLinks.flatMap(({ from }) => (from ? Number(from.slice(1)) : [])))];
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 96 }, (_, i) => i + 1));
  for (const { from, to, fromName, toName } of industryLinks) {
    expect(from?.charAt(0) ?? to.charAt(0)).toBe(to.charAt(0));
    expect([from !== undefined && fromName === '', toName === '']).toEqual([false, false]);
  }
});

test.each([
  ['C34', 'C34'],
  ['C', 'C'],
  ['O80', 'O79'],
  ['P83', 'P82'],
  ['T97', 'T96'],
  ['N79', undefined],
  ['G59', undefined],
  ['G58', undefined],
])('%s of 2017 is %s of 2011', (now, then) => expect(industryOf2011(now)).toBe(then));
