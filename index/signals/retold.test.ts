import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../../corpus/generate/random.ts';
import { SampleMaker, textOf } from '../../corpus/generate/solution-texts.ts';
import { rewrite } from '../../tests/bench/repeats/rewrite.ts';
import { sequenceOf, subsequence } from '../search/fingerprint/subsequence.ts';
import { fusePassages } from './fuse-passages.ts';
import { findRetold } from './retold.ts';
import { sentencesOf } from './sentences.ts';

const random = new Random(190);
const maker = new SampleMaker(random);
const of = (text: string) => sentencesOf(text, []);

test('sentences in other words and another order are found, those of another filing are not', () => {
  const sample = maker.make();
  const told = findRetold(of(textOf(rewrite(sample, 'heavy', random, maker))), of(textOf(sample)));
  expect(told.shareHere).toBeGreaterThan(0.4);
  const other = findRetold(of(textOf(maker.make())), of(textOf(sample)));
  expect(other.shareHere).toBeLessThan(0.3);
});

test('a sentence that is mostly set phrases is no evidence', () => {
  const text = '平台由设备接入层、数据底座、模型工厂和应用市场组成。';
  const excluded = sentencesOf(text, [[0, text.length - 4]]);
  expect(excluded[0]?.own).toBeLessThan(0.2);
  expect(findRetold(excluded, excluded)).toEqual({ sentences: [], shareHere: 0, shareThere: 0 });
});

test('property: the subsequence is symmetric, at most the shorter text, and whole in itself', () => {
  // Short and long, of few letters: both ways of counting are taken.
  const text = fc.stringMatching(/^[甲乙丙丁戊]{0,90}$/u);
  fc.assert(
    fc.property(text, text, (a, b) => {
      const length = subsequence(a, sequenceOf(b));
      expect(length).toBe(plainly(a, b));
      expect(length).toBe(subsequence(b, sequenceOf(a)));
      expect(length).toBeLessThanOrEqual(Math.min(a.length, b.length));
      expect(subsequence(a, sequenceOf(a))).toBe(a.length);
    }),
  );
});

function plainly(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const char of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) {
      const met = b.charAt(j - 1) === char ? (row[j - 1] ?? 0) + 1 : 0;
      next.push(Math.max(met, row[j] ?? 0, next[j - 1] ?? 0));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

test('runs inside sentences and sentences that follow one another are one passage', () => {
  const range = (start: number, end: number) => ({
    here: [start, end] as const,
    there: [start + 100, end + 100] as const,
    matched: end - start,
  });
  expect(fusePassages([range(5, 25)], [range(0, 20), range(21, 40)])).toMatchObject([
    { here: [0, 40], there: [100, 140] },
  ]);
  expect(fusePassages([range(60, 80)], [range(0, 20)])).toHaveLength(2);
});
