import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTurns, joined, pickedOf } from './uploads.ts';

test('what the system wrote into a folder is not handed in', () => {
  const files = ['申报书.pdf', '.DS_Store', 'Thumbs.db', '~$申报书.docx'].map(
    (name) => new File(['x'], name),
  );
  expect(pickedOf(files).map(({ path }) => path)).toEqual(['申报书.pdf']);
});

test('a path chosen twice is sent once, as chosen last', () => {
  const [first, second] = [new File(['1'], 'a.pdf'), new File(['22'], 'a.pdf')];
  const both = joined([{ path: 'a.pdf', file: first }], [{ path: 'a.pdf', file: second }]);
  expect(both).toEqual([{ path: 'a.pdf', file: second }]);
});

test('everything is done once, never more than asked at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(30), fc.integer({ min: 1, max: 5 }), async (count, width) => {
      const items = Array.from({ length: count }, (_, n) => n);
      const done: number[] = [];
      let at = 0;
      await inTurns(items, width, async (item) => {
        at += 1;
        expect(at).toBeLessThanOrEqual(width);
        await Promise.resolve();
        at -= 1;
        done.push(item);
      });
      expect(done.toSorted((a, b) => a - b)).toEqual(items);
    }),
    { numRuns: 30 },
  );
});
