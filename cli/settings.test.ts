import { expect, test } from 'vitest';
import { today } from './settings.ts';

test('today is the day on the person’s own calendar', () => {
  expect(today(new Date(2022, 4, 3, 0, 30))).toBe('2022-05-03');
  expect(today(new Date(2022, 11, 31, 23, 59))).toBe('2022-12-31');
});
