import { expect, test } from 'vitest';
import { killedAndWhole } from './killed-runs.ts';

test('runs killed at any moment lose nothing: the next one goes on and says what an undisturbed one says', async () => {
  const { killed, whole, disturbed, stderr } = await killedAndWhole(6, Math.random);
  expect(killed, stderr).toBeGreaterThan(0);
  expect(disturbed).toEqual(whole);
});
