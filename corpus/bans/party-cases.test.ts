import { expect, test } from 'vitest';
import { outcomeOf } from './ban-case.ts';
import { partyCases } from './party-cases.ts';

test.each(partyCases)('$name → $expected', async (one) => {
  expect([one.clause, (await outcomeOf(one)).verdict]).toEqual([one.clause, one.expected]);
});
