import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { systemErrorText } from './system-error.ts';

const thrown = (work: () => unknown): unknown => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
};

test('what the system refuses is told with its path; a bug is not', () => {
  const path = join('/nowhere', 'pair.html');
  expect(systemErrorText(thrown(() => writeFileSync(path, '')))?.zh).toContain(`“${path}”：路径不存在`);
  expect(systemErrorText(new TypeError('x is not a function'))).toBeUndefined();
  expect(systemErrorText('no error')).toBeUndefined();
});

test('what the store refuses is told as such', () => {
  const db = new Database(':memory:');
  db.exec('PRAGMA query_only = 1');
  expect(systemErrorText(thrown(() => db.exec('CREATE TABLE t (a)')))?.zh).toContain('库文件');
});
