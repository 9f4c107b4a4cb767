import { expect, test } from 'vitest';
import type { Likeness } from '../model/likeness.ts';
import { describeLikeness, sentence } from './reasons.ts';

const like = (over: Partial<Likeness>): Likeness => ({
  score: 0.971,
  who: { relation: 'same', value: 1 },
  title: 1,
  signals: [],
  passages: [],
  excludedShare: 0,
  ...over,
});

test('who, title, text and probability are told, each by its own number', () => {
  expect(describeLikeness(like({ title: 0.42, text: 0.635 }))).toEqual({
    zh: '申报单位相同，名称相似度 42%，正文有 64% 相同；为同一方案的概率约 97%。',
    en: 'The applicant is the same, the titles are 42% alike, 64% of the text is the same; probability of one solution about 97%.',
  });
});

test('titles are called the same only where no percent is missing, text is silent where it was not compared', () => {
  expect(describeLikeness(like({ title: 0.995 })).zh).toBe(
    '申报单位相同，名称相同；为同一方案的概率约 97%。',
  );
  expect(describeLikeness(like({ title: 0.994 })).zh).toContain('名称相似度 99%');
  expect(describeLikeness(like({ text: 0 })).zh).toContain('正文有 0% 相同');
});

test('a value of both languages is filled in by its language', () => {
  const pattern = { zh: '{a}与{b}', en: '{a} and {b}' };
  expect(sentence(pattern, { a: { zh: '甲', en: 'A' }, b: 2 })).toEqual({ zh: '甲与2', en: 'A and 2' });
});

test('that one side has too little text to compare is said', () => {
  expect(describeLikeness(like({ littleText: true })).zh).toContain('自有正文太少，未比对正文');
  expect(describeLikeness(like({})).zh).not.toContain('自有正文太少');
});

test('rare terms are told where they speak more for one solution than anything else, six of them', () => {
  const place = { part: 'text', path: 'p[1]' };
  const terms = ['熟料', '窑皮', '游离', '篦冷', '立升', '煤耗', '窑头'].map((term) => ({
    term,
    here: [place],
    there: [place],
  }));
  const told = (topical: number, other: number, some = terms) =>
    describeLikeness(
      like({
        terms: some,
        signals: [
          { name: 'title', value: 1, weight: other },
          { name: 'text', value: 1, weight: -3 },
          { name: 'topical', value: 1, weight: topical },
        ],
      }),
    );
  expect(told(2, 1).zh).toContain('（熟料、窑皮、游离、篦冷、立升、煤耗等）');
  expect(told(2, 1).en).toContain('(熟料, 窑皮, 游离, 篦冷, 立升, 煤耗)');
  for (const silent of [told(1, 2), told(1, 1), told(0, -1), told(-1, -2), told(2, 1, [])])
    expect(silent.zh).not.toContain('术语');
  const { terms: _, ...bare } = like({ signals: [{ name: 'topical', value: 1, weight: 2 }] });
  expect(describeLikeness(bare).zh).not.toContain('术语');
  expect(describeLikeness(like({ terms })).zh).not.toContain('术语');
});
