import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termBag, termsIn } from './topical-terms.ts';

const termsOf = (text: string) => termsIn(text).map(({ term }) => term);

test('words and names of techniques, longer words with what stands in them; no numbers, no single characters', () => {
  const found = termsOf('集装箱船分段焊接采用TRIBON建模，2021年完成一百二十台。');
  expect(found).toEqual(expect.arrayContaining(['集装箱', '分段', '焊接', 'tribon', '建模']));
  expect(found.filter((term) => term.length < 2 || /\d|百/u.test(term))).toEqual([]);
  expect(termsOf('張力傳感器')).toEqual(termsOf('张力传感器'));
});

test('what is excluded is left out, and the applicant’s own name', () => {
  const text = '锦澜织造的经轴张力由应变片测得。本表由申报单位填写。';
  const form = text.indexOf('本表');
  const { terms, counts } = termBag(text, [[form, text.length]], '绍兴锦澜织造有限公司');
  expect(terms.split(' ')).toEqual(expect.arrayContaining(['张力', '应变']));
  expect(terms).not.toMatch(/锦澜|织造|申报|填写/u);
  expect(counts).toHaveLength(terms.split(' ').length);
});

test('every term stands where it says, and nothing of an excluded range is a term', () => {
  const words = fc.constantFrom('张力', '经轴', 'PLC', '，', '。', '\n', '自适应控制', '３７％', '的');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.nat(60), fc.nat(60), (parts, start, length) => {
      const text = parts.join('');
      const hole = [Math.min(start, text.length), Math.min(text.length, start + length)] as const;
      for (const { term, range } of termsIn(text, [hole])) {
        const [from, to] = range;
        expect(text.slice(from, to).toLowerCase()).toContain(term);
        expect(hole[1] <= hole[0] || to <= hole[0] || from >= hole[1]).toBe(true);
      }
    }),
  );
});
