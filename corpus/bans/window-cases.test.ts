import { expect, test } from 'vitest';
import { outcomeOf } from './ban-case.ts';
import { windowCases } from './window-cases.ts';

test.each(windowCases)('$name → $expected', async (one) => {
  expect([one.clause, (await outcomeOf(one)).verdict]).toEqual([one.clause, one.expected]);
});
