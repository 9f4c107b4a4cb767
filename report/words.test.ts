import { expect, it } from 'vitest';
import { sayState, shownVerdict } from './words.ts';

it('never shows a remark as failed', () => {
  expect(shownVerdict({ verdict: 'fail', consequence: 'remark' })).toBe('noted');
  expect(shownVerdict({ verdict: 'fail', consequence: 'mend' })).toBe('fail');
  expect(shownVerdict({ verdict: 'unknown', consequence: 'remark' })).toBe('unknown');
});

it('counts the remarks of a filing that passes with some', () => {
  expect(sayState({ state: 'remarked', remarks: 2 }, 'zh')).toBe('通过，有提示 2 处');
  expect(sayState({ state: 'mend', remarks: 2 }, 'zh')).toBe('需补正');
});
