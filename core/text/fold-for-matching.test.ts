import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForMatching, originalRange } from './fold-for-matching.ts';

test('only letters stay, in one width and case, with their places', () => {
  const folded = foldForMatching('“ＡＰＰ”， 上线\u200b率：９５%');
  expect(folded.text).toBe('app上线率95');
  expect('“ＡＰＰ”， 上线\u200b率：９５%'.slice(...originalRange(folded, 0, 3))).toBe('ＡＰＰ');
  expect('“ＡＰＰ”， 上线\u200b率：９５%'.slice(...originalRange(folded, 3, 6))).toBe('上线\u200b率');
});

test('an excluded stretch leaves one break and is counted', () => {
  const folded = foldForMatching('甲乙丙丁戊己', [[2, 4]]);
  expect(folded.text).toBe('甲乙\n戊己');
  expect([folded.letters, folded.excluded]).toEqual([6, 2]);
});

test('property: ranges lie inside the original and rise', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), fc.nat(20), (original, a, b) => {
      const folded = foldForMatching(original, [[Math.min(a, b), Math.max(a, b)]]);
      expect(folded.from.length).toBe(folded.text.length);
      for (let i = 0; i < folded.text.length; i++) {
        expect(folded.to[i]).toBeLessThanOrEqual(original.length);
        if (i > 0) expect(folded.from[i]).toBeGreaterThanOrEqual(folded.from[i - 1] ?? 0);
      }
    }),
  );
});

test('property: the short way gives what the long way gives', () => {
  const plain = fc.stringMatching(/^[\n -~，。：；！（）“”、〇·—…【】《》\u4e00-\u4e20０-９Ａ-ｚ×]{0,60}$/);
  fc.assert(
    fc.property(plain, (text) => {
      // A zero-width space at the end is dropped, but forces the long way.
      const long = foldForMatching(`${text}\u200b`);
      const short = foldForMatching(text);
      expect(short.text).toBe(long.text);
      expect([...short.from]).toEqual([...long.from]);
      if (short.text !== '') expect([...short.to].slice(0, -1)).toEqual([...long.to].slice(0, -1));
    }),
  );
});

test('traditional characters are compared as simplified ones, with their own places', () => {
  const folded = foldForMatching('設備預測性維護，數據採集');
  expect(folded.text).toBe('设备预测性维护数据采集');
  expect('設備預測性維護，數據採集'.slice(...originalRange(folded, 7, 9))).toBe('數據');
});
