import { expect, test } from 'vitest';
import { outcomeOf } from './ban-case.ts';
import { versionCases } from './version-cases.ts';

test.each(versionCases)('$name → $expected', async (one) => {
  expect([one.clause, (await outcomeOf(one)).verdict]).toEqual([one.clause, one.expected]);
});
