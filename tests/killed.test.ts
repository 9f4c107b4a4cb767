import { expect, test } from 'vitest';
import { killAndGoOn, quickBatch } from './killed-runs.ts';

test('runs killed at any moment lose nothing: the next one goes on and says what an undisturbed one says', async () => {
  const call = 'miit-2022-application-cases';
  const trials = await killAndGoOn(5, { folder: quickBatch(call), call, random: Math.random });
  expect(trials).toHaveLength(5);
  for (const { same, lost, stderr } of trials)
    expect({ same, lost }, stderr).toEqual({ same: true, lost: [] });
});
