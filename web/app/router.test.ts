import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, routeOf } from './router.ts';

test('an address leads back to where it was made', () => {
  const name = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 4 }),
      fc.dictionary(name, name, { maxKeys: 3 }),
      (path, query) => {
        const route = routeOf(hashOf(path, query));
        expect(route.path).toEqual(path);
        expect({ ...route.query }).toEqual({ ...query });
      },
    ),
  );
});

test('what filters nothing is not in the address', () => {
  expect(hashOf(['a'], { view: 'all', q: '', rule: undefined })).toBe('#/a?view=all');
});

test('a cut address still leads somewhere', () => {
  expect(routeOf('#/batches/%E5%').path).toEqual(['batches', '%E5%']);
});
