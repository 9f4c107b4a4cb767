import { expect, test } from 'vitest';
import { banCases } from './cases.ts';

test('every case has a name of its own, a clause, and each kind of verdict is asked for', () => {
  const all = Object.values(banCases).flat();
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.every(({ clause }) => clause !== '')).toBe(true);
  expect(new Set(all.map(({ expected }) => expected))).toEqual(new Set(['barred', 'review', 'free']));
  expect(new Set(all.map(({ call }) => call)).size).toBe(5);
});
