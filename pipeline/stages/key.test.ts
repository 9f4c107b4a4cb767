import { expect, test } from 'vitest';
import { packOf } from '../../rules/testing.ts';
import { keyOf, packKey } from './key.ts';

test('a key tells apart what differs, and maps by their entries', () => {
  expect(keyOf('a', 1)).toBe(keyOf('a', 1));
  expect(keyOf('a', 1)).not.toBe(keyOf('a', '1'));
  expect(keyOf(['a', 'b'])).not.toBe(keyOf('a', 'b'));
  expect(keyOf(new Map([['a', 1]]))).not.toBe(keyOf(new Map([['a', 2]])));
});

test('a changed rule changes the key of the rules alone', () => {
  const rule = (title: string) => ({
    id: 'r',
    title: { zh: title, en: title },
    clause: '一',
    check: { present: 'a' },
    pass: { zh: '有', en: 'there' },
    fail: { zh: '无', en: 'none' },
  });
  const fields = [{ key: 'a', type: 'text' }];
  const [one, two] = [packOf({ fields, rules: [rule('甲')] }), packOf({ fields, rules: [rule('乙')] })];
  for (const part of ['form', 'labels', 'policy'] as const)
    expect(packKey(one, part)).toBe(packKey(two, part));
  expect(packKey(one, 'rules')).not.toBe(packKey(two, 'rules'));
});
