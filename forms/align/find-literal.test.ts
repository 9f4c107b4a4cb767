import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestWithin, PairIndex } from './find-literal.ts';

const find = (words: string, text: string) => new PairIndex(text).find(words);

test('every exact occurrence is found, overlapping ones too', () => {
  expect(find('哈哈', '哈哈哈').map(({ start }) => start)).toEqual([0, 1]);
  expect(find('企业', '企业与企业')).toEqual([
    { start: 0, end: 2, errors: 0 },
    { start: 3, end: 5, errors: 0 },
  ]);
});

test('near occurrences count only where there is no exact one', () => {
  expect(find('统一社会信用代码', '统一社会信甩代码')).toEqual([{ start: 0, end: 8, errors: 1 }]);
  expect(find('统一社会信用代码', '统一社会信甩代码，统一社会信用代码')).toHaveLength(1);
});

test('short words are found exactly or not at all', () => {
  expect(find('邮箱号', '邮箱好')).toEqual([]);
});

test('one character in four may be wrong, from four characters on', () => {
  expect(find('邮箱号码', '邮箱好码')).toEqual([{ start: 0, end: 4, errors: 1 }]);
  expect(find('企业邮箱号码', '企业邮箱好玛及其他')).toEqual([]);
  expect(find('统一社会信用代码', '统一社会信甩弋码')).toEqual([{ start: 0, end: 8, errors: 2 }]);
  expect(find('统一社会信用代码', '统二社会信甩弋码')).toEqual([]);
  // So may one that is missing or one too many.
  expect(find('统一社会信用代码', '的统一社信用代码为')).toEqual([{ start: 1, end: 8, errors: 1 }]);
  expect(find('统一社会信用代码', '的统一社会的信用代码为')).toEqual([{ start: 1, end: 10, errors: 1 }]);
});

test('several near occurrences are found, each once and in order', () => {
  const text = '统一社会信甩代码，统一社会信用弋码号，统二社会信用代码';
  expect(find('统一社会信用代码', text).map(({ start, errors }) => [start, errors])).toEqual([
    [0, 1],
    [9, 1],
    [19, 1],
  ]);
});

test('of too many the nearest are kept, and the first of the exact ones', () => {
  const index = new PairIndex('统一社会信甩弋码，统一社会信甩代码，统一社会信甩弋码');
  expect(index.find('统一社会信用代码', 1).map(({ start }) => start)).toEqual([9]);
  expect(index.find('统一社会', 2).map(({ start }) => start)).toEqual([0, 9]);
  expect(new PairIndex('邮箱，'.repeat(70)).find('邮箱')).toHaveLength(60);
});

test('near occurrences may be asked for with fewer errors, the exact ones with them', () => {
  const index = new PairIndex('统一社会信甩代码，统一社会信用代码');
  const starts = (allowed: number) =>
    index.findNear('统一社会信用代码', 60, allowed).map(({ start }) => start);
  expect([starts(0), starts(1)]).toEqual([[9], [0, 9]]);
});

test('the nearest part of a window is the first of the best; of an empty one no word is right', () => {
  expect(nearestWithin('甲乙丙', '天甲乙丙地甲乙丙')).toEqual({ start: 1, end: 4, errors: 0 });
  expect(nearestWithin('甲乙丙', '天甲丙地')).toEqual({ start: 1, end: 3, errors: 1 });
  expect(nearestWithin('甲乙丙', '')).toEqual({ start: 0, end: 0, errors: 3 });
  expect(nearestWithin('甲乙丙', '天地')).toMatchObject({ errors: 3 });
});

test('words that are not there are not found', () => {
  expect(find('统一社会信用代码', '面料全流程质量追溯项目')).toEqual([]);
});

const letter = fc.constantFrom(...'企业名称统一社会信用代码申报单位');
const words = fc.array(letter, { minLength: 4, maxLength: 24 }).map((letters) => letters.join(''));
const filler = fc.array(fc.oneof(letter, fc.constantFrom(...'天地玄黄宇宙洪荒')), { maxLength: 60 });
const edit = fc.record({
  kind: fc.constantFrom('swap', 'drop', 'add'),
  at: fc.nat(),
  letter: fc.constantFrom(...'甲乙丙丁企业'),
});

/** Words with at most a quarter of their characters wrong. */
const planted = words.chain((words) =>
  fc.array(edit, { maxLength: Math.floor(words.length / 4) }).map((edits) => {
    const letters = [...words];
    for (const { kind, at, letter } of edits) {
      const i = at % letters.length;
      if (kind === 'drop') letters.splice(i, 1);
      else letters.splice(i, kind === 'swap' ? 1 : 0, letter);
    }
    return { words, written: letters.join('') };
  }),
);

test('words with up to a quarter of errors are found where they stand', () => {
  fc.assert(
    fc.property(planted, filler, filler, ({ words, written }, before, after) => {
      const text = before.join('') + written + after.join('');
      const start = before.length;
      const end = start + written.length;
      const found = find(words, text);
      if (text.includes(words)) expect(found.every(({ errors }) => errors === 0)).toBe(true);
      else expect(found.some((hit) => hit.start < end && hit.end > start)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a hit lies in the text and has no more errors than it says', () => {
  fc.assert(
    fc.property(words, filler, (words, filler) => {
      const text = filler.join('');
      for (const { start, end, errors } of find(words, text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(distance(words, text.slice(start, end))).toBe(errors);
        expect(errors).toBeLessThanOrEqual(words.length / 4);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the nearest part of a window is the best of all its parts', () => {
  const short = fc.array(fc.constantFrom(...'甲乙丙'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(short, short, (a, b) => {
      const [words, window] = [a.join(''), b.join('')];
      let best = words.length;
      for (let i = 0; i <= window.length; i++)
        for (let j = i; j <= window.length; j++) best = Math.min(best, distance(words, window.slice(i, j)));
      const { start, end, errors } = nearestWithin(words, window);
      expect(errors).toBe(best);
      expect(distance(words, window.slice(start, end))).toBe(best);
    }),
  );
});

/** Edit distance by its definition (Wagner and Fischer 1974). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
