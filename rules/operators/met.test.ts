import { expect, it } from 'vitest';
import { run, scopeOf } from '../testing.ts';

const name = { zh: '名', en: 'name' };
const rules = ['a', 'b', 'c'].map((id) => ({
  id,
  title: { zh: `规则${id}`, en: id },
  clause: '一',
  check: { present: id },
  pass: name,
  fail: name,
}));
const fields = ['a', 'b', 'c'].map((key) => ({ key, type: 'text' }));
const ask = (filled: object, min: number) =>
  run({ met: { rules: ['a', 'b', 'c'], min } }, scopeOf({ fields: { ...filled } }, { rules, fields }));

it('counts the rules that pass and names the others', () => {
  expect(ask({ a: '1', b: '2', c: '3' }, 3).verdict).toBe('pass');
  expect(ask({ a: '1', b: '2', c: null }, 3)).toMatchObject({
    verdict: 'fail',
    values: { count: { zh: '2' }, missing: { zh: '规则c' } },
  });
  expect(ask({ a: '1', b: '2' }, 3).verdict).toBe('unknown');
  expect(ask({ a: '1', b: null }, 3).verdict).toBe('fail');
});
