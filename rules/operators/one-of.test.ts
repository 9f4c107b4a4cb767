import { expect, test } from 'vitest';
import type { FieldValue } from '../../core/filing.ts';
import { type FieldDraft, run, scopeOf } from '../testing.ts';

const ask = (value: FieldValue | FieldDraft) =>
  run({ oneOf: { field: 'grade', values: ['A', '3', '流程 行业'] } }, scopeOf({ fields: { grade: value } }));

test.each<[string, FieldValue | FieldDraft, string]>([
  ['a text of any width and spacing', ' Ａ ', 'pass'],
  ['another text', 'B', 'fail'],
  ['a number, whatever unit stands behind it', { value: 3, raw: '3级' }, 'pass'],
  ['another number', { value: 4, raw: '3' }, 'fail'],
  ['a ticked option', ['流程行业'], 'pass'],
  ['one of several ticked options', ['其他', '流程行业'], 'pass'],
  ['rows of a table', [{ name: 'A' }], 'fail'],
  ['years, by what is written', { value: { 2020: 3 }, raw: 'A' }, 'pass'],
  ['nothing', null, 'unknown'],
])('%s', (_, value, verdict) => {
  expect(ask(value).verdict).toBe(verdict);
});
