import { expect, test } from 'vitest';
import { cutTo, formatTable, harmless, padTo, widthOf } from './terminal.ts';

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

test('what files and filings say cannot steer the terminal', () => {
  expect(harmless('a\u001b[31m红\u202e\u0007\u009b\r')).toBe('a\ufffd[31m红\ufffd\ufffd\ufffd\ufffd');
  expect(harmless('初审\n\t结果')).toBe('初审\n\t结果');
});
