import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certain } from '../model/likeness.ts';
import { packageModel, scoreSignals } from '../model/model.ts';
import { type JudgedPair, packagePairs, readJudgedPairs } from './judged-pair.ts';
import { officeCards, trainCards } from './office-cards.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'chushen-cards-'));
/** A company that files its own product again under another name each year: who, facts and meaning tell it. */
const pair = (i: number, same: boolean): JudgedPair => ({
  kind: 'full',
  same,
  id: `f${i}:award:a${i}`,
  values: {
    who: 1,
    title: same ? 0.65 : 0.2,
    text: 0.3,
    retold: 0.38,
    meaning: 0.4,
    facts: same ? 0.7 : 0.3,
  },
});

test('decisions move the cards where the package was unsure, are kept, and count once', () => {
  const own = folder();
  const decisions = Array.from({ length: 40 }, (_, i) => pair(i, i % 2 === 0));
  const { before, after, accepted } = trainCards(decisions, own);
  expect(accepted).toBe(true);
  expect(after.decisions.right).toBeGreaterThanOrEqual(before.decisions.right);
  const cards = officeCards(own);
  const score = (model = packageModel()) =>
    scoreSignals(model, 'full', { who: 0, title: 0, ...pair(0, true).values }).score;
  expect(score(cards)).toBeGreaterThan(score());
  trainCards(decisions.slice(0, 4), own);
  expect(readJudgedPairs(join(own, 'repeats.decisions.jsonl'))).toHaveLength(40);
}, 120_000);

test('cards kept before a signal was known are read with the package’s card for it', () => {
  const own = folder();
  const { kinds } = packageModel();
  const older = (kind: keyof typeof kinds) => {
    const { topical: _, ...cards } = kinds[kind].cards;
    return { bias: kinds[kind].bias - 1, cards };
  };
  const kept = { trained: 'before', kinds: { full: older('full'), brief: older('brief') } };
  writeFileSync(join(own, 'repeats.json'), JSON.stringify(kept));
  const cards = officeCards(own);
  expect(cards?.kinds.full).toEqual({ ...kinds.full, bias: kinds.full.bias - 1 });
});

test('decisions that contradict what is known are refused, and nothing is written', () => {
  const own = folder();
  const wrong = packagePairs()
    .filter(({ kind, same }) => kind === 'full' && !same)
    .slice(0, 60)
    .map((known, i): JudgedPair => ({ ...known, same: i % 2 === 0, id: `w${i}` }));
  expect(trainCards(wrong, own).accepted).toBe(false);
  expect(officeCards(own)).toBeUndefined();
}, 120_000);

test('of the package’s own pairs none of different solutions is held for the same beyond doubt', () => {
  const pairs = packagePairs();
  expect(pairs.length).toBeGreaterThan(500);
  const sure = pairs.filter(
    ({ kind, same, values }) =>
      !same && scoreSignals(packageModel(), kind, { who: 0, title: 0, ...values }).score >= certain,
  );
  expect(sure.length / pairs.length).toBeLessThan(0.005);
});
