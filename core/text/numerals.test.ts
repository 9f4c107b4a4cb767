import { expect, test } from 'vitest';
import { numerals } from './numerals.ts';

test('items are counted as chapters are', () => {
  const told = [1, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 115, 120, 999].map(numerals);
  expect(told.join(' ')).toBe(
    '一 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十五 一百二十 九百九十九',
  );
});
