import { expect, test } from 'vitest';
import { outcomeOf } from './ban-case.ts';
import { listCases } from './list-cases.ts';

test.each(listCases)('$name → $expected', async (one) => {
  expect([one.clause, (await outcomeOf(one)).verdict]).toEqual([one.clause, one.expected]);
});
