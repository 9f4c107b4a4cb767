import { expect, test } from 'vitest';
import { changedByOthers, entered, typedOver } from './use-typed.ts';

const now = { check: 'none', target: 0.99 };

test('news fill what was left alone and keep what was typed', () => {
  const entries = entered(now, {}, { target: 0.95 });
  expect(typedOver({ check: 'all', target: 0.99 }, entries)).toEqual({ check: 'all', target: 0.95 });
});

test('what another made of the same value is told, until one types what they did', () => {
  const entries = entered(now, {}, { target: 0.95 });
  expect(changedByOthers(now, entries)).toEqual([]);
  const news = { check: 'all', target: 0.98 };
  expect(changedByOthers(news, entries)).toEqual(['target']);
  expect(changedByOthers(news, entered(news, entries, { target: 0.98 }))).toEqual([]);
  // Typed on after the news: still told that it is not what one began from.
  expect(changedByOthers(news, entered(news, entries, { target: 0.96 }))).toEqual(['target']);
});
