import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderPages } from './order-pages.ts';
import type { PageSigns } from './page-signs.ts';

interface Page {
  readonly name: string;
  readonly signs: PageSigns;
}
const page = (name: string, signs: Partial<PageSigns> = {}): Page => ({
  name,
  signs: { titled: false, letters: 800, ...signs },
});
const cover = (name: string) => page(name, { titled: true, letters: 120 });
const names = (pages: readonly Page[]) =>
  orderPages(pages).map((part) => part.pages.map(({ name }) => name).join(''));

test('a new document begins where the title stands again', () => {
  expect(names([cover('a'), page('b'), page('c'), cover('d'), page('e')])).toEqual(['abc', 'de']);
  expect(orderPages([cover('a'), page('b')])[0]?.certain).toBe(true);
});

test('one-page forms stay apart', () => {
  const form = (name: string) => page(name, { titled: true });
  expect(names([form('a'), form('b'), form('c')])).toEqual(['a', 'b', 'c']);
});

test('the title again behind a cover, and as a header, begins nothing', () => {
  expect(names([cover('a'), page('b', { titled: true }), page('c')])).toEqual(['abc']);
  const headed = (name: string, printed: number) => page(name, { titled: true, printed });
  expect(names([headed('a', 1), headed('b', 2), headed('c', 3)])).toEqual(['abc']);
});

test('pages before the first title are not of the filing behind them', () => {
  const [before, filing] = orderPages([page('a'), page('b'), cover('c'), page('d')]);
  expect(before?.certain).toBe(false);
  expect(filing?.pages.map(({ name }) => name)).toEqual(['c', 'd']);
});

test('pages counted from 1 again are another document', () => {
  const counted = [1, 2, 3, 1, 2].map((printed, i) => page('abcde'[i] ?? '', { printed }));
  expect(names(counted)).toEqual(['abc', 'de']);
});

test('printed numbers order pages that are named out of order, and tell which is missing', () => {
  const [one] = orderPages([
    cover('a'),
    page('b', { printed: 4, of: 5 }),
    page('c', { printed: 2, of: 5 }),
    page('d', { printed: 1, of: 5 }),
  ]);
  expect(one?.pages.map(({ name }) => name).join('')).toBe('adcb');
  expect(one?.reordered).toBe(true);
  expect(one?.missing).toEqual([3, 5]);
});

test('a page whose number was not read may be the one that seems missing', () => {
  const [one] = orderPages([page('a', { titled: true, printed: 1 }), page('b'), page('c', { printed: 3 })]);
  expect(one?.missing).toEqual([]);
});

test('every page is in one part, once', () => {
  const signs = fc.record({
    titled: fc.boolean(),
    letters: fc.nat(2000),
    printed: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 12 }), (all) => {
      const pages = all.map(({ printed, ...rest }, i) => ({
        i,
        signs: { ...rest, ...(printed === undefined ? {} : { printed }) },
      }));
      const found = orderPages(pages).flatMap((part) => part.pages.map(({ i }) => i));
      expect(found.toSorted((a, b) => a - b)).toEqual(pages.map(({ i }) => i));
    }),
  );
});
