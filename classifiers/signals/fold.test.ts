import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWithOffsets } from './fold.ts';

test('width, case, spaces and line breaks do not matter', () => {
  expect(foldWithOffsets('５Ｇ 全连\n接ＭＥＳ').text).toBe('5g全连接mes');
});

test('every folded character leads back to a piece of the original', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (original) => {
      const { text, from, to } = foldWithOffsets(original);
      for (let i = 0; i < text.length; i++) {
        const start = from[i] ?? -1;
        const end = to[i] ?? -1;
        if (start < 0 || end <= start || end > original.length) return false;
        if (i > 0 && start < (from[i - 1] ?? 0)) return false;
      }
      return true;
    }),
  );
});
