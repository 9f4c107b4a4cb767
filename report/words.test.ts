import { expect, it } from 'vitest';
import { shownVerdict } from './words.ts';

it('never shows what only informs as failed', () => {
  expect(shownVerdict({ verdict: 'fail', weight: 'info' })).toBe('noted');
  expect(shownVerdict({ verdict: 'fail', weight: 'warning' })).toBe('fail');
  expect(shownVerdict({ verdict: 'unknown', weight: 'info' })).toBe('unknown');
});
