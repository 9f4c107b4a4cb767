import { expect, test } from 'vitest';
import { cutTo, formatTable, padTo, widthOf } from './terminal.ts';

test('Chinese characters take two columns, combining and zero-width ones none', () => {
  expect(widthOf('初审ab')).toBe(6);
  expect(widthOf('a\u200bb')).toBe(2);
  expect(padTo('初审', 6)).toBe('初审  ');
});

test('a cut text never exceeds its columns', () => {
  for (let columns = 2; columns < 12; columns++)
    expect(widthOf(cutTo('初a审b结c果d', columns))).toBeLessThanOrEqual(columns);
});

test('columns of a mixed table line up', () => {
  const [first, second] = formatTable([
    ['编号', '名称', 'x'],
    ['a', 'platform', 'y'],
  ]);
  expect(widthOf(first!.slice(0, first!.indexOf('x')))).toBe(widthOf(second!.slice(0, second!.indexOf('y'))));
});
