import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queueQuery } from '../../workbench/api/queue.ts';
import { addressOf, filterOf, isNarrowed } from './query.ts';

test('any address gives a query that the contract takes', () => {
  const key = fc.constantFrom('view', 'sort', 'state', 'region', 'below', 'q', 'offset', 'nonsense');
  fc.assert(
    fc.property(fc.dictionary(key, fc.string({ maxLength: 12 })), (address) => {
      expect(queueQuery.safeParse(filterOf(address)).success).toBe(true);
    }),
  );
});

test('a query comes back from its address', () => {
  const filter = filterOf({ view: 'doubts', region: '32', below: '0.8', q: '矿山' });
  expect(filter).toMatchObject({ view: 'doubts', region: '32', below: 0.8, q: '矿山', sort: 'need' });
  expect(filterOf(addressOf(filter))).toEqual(filter);
});

test('labels of several schemes, whatever their signs, come back from their address', () => {
  const words = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
  fc.assert(
    fc.property(fc.dictionary(words, words, { minKeys: 1 }), (labels) => {
      const address = new URLSearchParams(addressOf({ labels })).toString();
      expect(filterOf(Object.fromEntries(new URLSearchParams(address))).labels).toEqual(labels);
    }),
  );
});

test('one bad word does not lose the others', () => {
  expect(filterOf({ view: 'todo', state: 'nonsense', q: 'a' })).toMatchObject({ view: 'todo', q: 'a' });
});

test('a view alone narrows nothing', () => {
  expect(isNarrowed(filterOf({ view: 'todo' }))).toBe(false);
  expect(isNarrowed(filterOf({ view: 'todo', rule: 'r' }))).toBe(true);
  expect(isNarrowed({ ...filterOf({}), labels: {} })).toBe(false);
  expect(isNarrowed({ ...filterOf({}), labels: { directions: '智能化制造' } })).toBe(true);
});
