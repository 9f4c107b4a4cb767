import { expect, test } from 'vitest';
import { fitCards, type LabelledPair } from './fit-model.ts';
import { readMatchModel } from './model.ts';

const prior = readMatchModel('prior').kinds.full;
const pair = (retold: number, same: boolean): LabelledPair => ({
  values: { who: 1, title: 0.5, retold },
  same,
});

test('cards learn from pairs, keep rising, and stay as they were where nothing was seen', () => {
  const pairs = Array.from({ length: 400 }, (_, i) => pair((i % 100) / 100, i % 100 >= 70));
  const { cards } = fitCards(prior, pairs);
  const lift = (of: typeof cards) => (of.retold.at(-1)?.[1] ?? 0) - (of.retold[3]?.[1] ?? 0);
  expect(lift(cards)).toBeGreaterThan(lift(prior.cards));
  for (const card of Object.values(cards))
    for (let i = 1; i < card.length; i++)
      expect(card[i]?.[1] ?? 0).toBeGreaterThanOrEqual(card[i - 1]?.[1] ?? 0);
  expect(cards.pictures).toEqual(prior.cards.pictures);
});

test('the model in use is on file and its cards rise in value and in log-odds', () => {
  for (const { cards } of Object.values(readMatchModel('cards').kinds))
    for (const card of Object.values(cards))
      expect([...card].sort((a, b) => a[0] - b[0] || a[1] - b[1])).toEqual(card);
});
