import { expect, test } from 'vitest';
import { looksBeyond } from './reach.ts';

test('a check looks beyond the filing where any inside it does', () => {
  const own = { present: 'name' };
  const listed = { listed: 'summary' as const };
  expect(looksBeyond(own)).toBe(false);
  expect(looksBeyond(listed)).toBe(true);
  expect(looksBeyond({ not: own })).toBe(false);
  expect(looksBeyond({ all: [own, { any: [own, { not: listed }] }] })).toBe(true);
});
