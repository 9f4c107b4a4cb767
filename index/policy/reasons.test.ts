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
