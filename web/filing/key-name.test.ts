import { expect, test } from 'vitest';
import { keyName } from './key-name.ts';

const event = (key: string, more: Partial<Parameters<typeof keyName>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

test('letters are small, whatever the caps lock', () => {
  expect(keyName(event('P'))).toBe('p');
  expect(keyName(event('Enter'))).toBe('Enter');
});

test('under a Chinese input method letters, digits and marks are known too', () => {
  expect(keyName(event('Process', { code: 'KeyY' }))).toBe('y');
  expect(keyName(event('Process', { code: 'Digit3' }))).toBe('3');
  expect(keyName(event('？'))).toBe('?');
});

test('what the input method is composing, and what the browser takes, is left alone', () => {
  expect(keyName(event('Enter', { isComposing: true }))).toBeUndefined();
  expect(keyName(event('r', { ctrlKey: true }))).toBeUndefined();
});
