import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramLength, windowLength, winnow } from './winnow.ts';

const han = (least: number) => fc.stringMatching(new RegExp(`^[\\u4e00-\\u4e20]{${least},60}$`));

test('property: any common run of k + w - 1 characters has a common fingerprint', () => {
  fc.assert(
    fc.property(han(0), han(0), han(0), han(0), han(gramLength + windowLength - 1), (a, b, c, d, run) => {
      const here = new Set(winnow(a + run + b).hashes);
      expect(winnow(c + run + d).hashes.some((hash) => here.has(hash))).toBe(true);
    }),
  );
});

test('property: every window is covered and no fingerprint crosses a break', () => {
  fc.assert(
    fc.property(han(20), han(20), (a, b) => {
      const { positions } = winnow(`${a}\n${b}`);
      for (const at of positions) expect(at + gramLength <= a.length || at > a.length).toBe(true);
      const sorted = [...positions].filter((at) => at < a.length).sort((x, y) => x - y);
      expect(sorted[0]).toBeLessThan(windowLength);
      for (let i = 1; i < sorted.length; i++) {
        expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeLessThanOrEqual(windowLength);
      }
    }),
  );
});
