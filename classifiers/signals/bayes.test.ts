import { expect, test } from 'vitest';
import { countBayes } from '../train/count-bayes.ts';
import { type BayesCounts, bayesTable } from './bayes.ts';
import { Sums } from './sums.ts';
import { bagOf } from './terms.ts';

const counts = countBayes(
  [
    { terms: ['仿真', '设计', '平台'], label: 0 },
    { terms: ['运维', '远程', '平台'], label: 1 },
  ],
  2,
  0.2,
);

function scoresOf(learned: BayesCounts, terms: readonly string[]) {
  const table = new Map([...bayesTable(learned)].map(([term, bayes]) => [term, { bayes }]));
  return Sums.of(table, learned.totals.length, bagOf(terms)).features({ bayes: true, ridge: false });
}

test('words of one label speak for it, shared words for none', () => {
  expect(counts.terms.平台).toBeUndefined();
  const { scores, familiar } = scoresOf(counts, ['仿真', '设计', '未见']);
  expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
  expect(familiar).toBeCloseTo(2 / 3);
});

test('a long text does not wear the scores down to nothing', () => {
  const many = Array.from({ length: 2000 }, (_, i) => `词${i}`);
  const learned = countBayes(
    [
      { terms: many, label: 0 },
      { terms: ['别'], label: 1 },
    ],
    2,
    0.2,
  );
  const { scores } = scoresOf(learned, many);
  expect(scores.every(Number.isFinite)).toBe(true);
  expect(scores[0]).toBeGreaterThan(1);
});
