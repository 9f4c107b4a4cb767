import { expect, test } from 'vitest';
import { storeMessage, withoutPassword } from './messages.ts';

test('a sentence names the store and says what to do, in both languages', () => {
  const text = storeMessage('read-only', '/data/s.sqlite');
  expect(text.zh).toContain('/data/s.sqlite');
  expect(text.zh).toContain('请检查');
  expect(text.en).toContain('Check the permissions');
  expect(storeMessage('failed', 's', 'no such table').en).toContain('(no such table)');
});

test('no password is shown', () => {
  const { zh, en } = storeMessage(
    'unreachable',
    'postgres://office:se:cret@db.local:5432/x?password=two&a=1',
  );
  expect(`${zh}${en}`).not.toMatch(/cret|two/);
  expect(zh).toContain('postgres://office@db.local:5432/x');
  expect(withoutPassword('postgres://office@db/x')).toBe('postgres://office@db/x');
  expect(withoutPassword('/data/a:b@c.sqlite')).toBe('/data/a:b@c.sqlite');
});
