import { expect, test } from 'vitest';
import { ActiveTime } from './use-seconds.ts';

test('counts from act to act, a pause as half a minute, and each second once', () => {
  const time = new ActiveTime(100);
  time.seen(104);
  time.seen(1000);
  expect(time.take(1002)).toBe(4 + 30 + 2);
  expect(time.take(1003)).toBe(1);
});

test('a clock that goes back counts nothing', () => {
  const time = new ActiveTime(100);
  time.seen(90);
  expect(time.take(95)).toBe(5);
});
