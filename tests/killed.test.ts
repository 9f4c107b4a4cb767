import { expect, test } from 'vitest';
import { killedAndWhole } from './killed-runs.ts';

test('runs killed at any moment lose nothing: the next one goes on and says what an undisturbed one says', async () => {
  const { killed, whole, ends, stderr } = await killedAndWhole(6, Math.random);
  expect(killed, stderr).toBe(6);
  for (const end of ends) expect(end).toEqual(whole);
});
