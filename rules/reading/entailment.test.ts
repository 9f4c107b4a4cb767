import { expect, it } from 'vitest';
import type { EntailmentPair } from '../../core/entailment.ts';
import { type Entailment, judgeEntailed, KnownEntailment } from './entailment.ts';

const pair = (passage: string): EntailmentPair => ({ claim: '已建成', passage });
/** Weighs a passage by its length, and keeps what it was asked. */
const weighing = () => {
  const asked: string[] = [];
  const weigh = async (pairs: readonly EntailmentPair[]) => {
    asked.push(...pairs.map(({ passage }) => passage));
    return pairs.map(({ passage }) => passage.length);
  };
  return { asked, weigh };
};

const knownOf = async (asked: EntailmentPair, score: number) => {
  const known = new KnownEntailment();
  known.scoreOf(asked);
  await known.learn(async () => [score]);
  return known;
};

it('judges again until nothing new is asked, and weighs each pair once', async () => {
  const { asked, weigh } = weighing();
  const judge = (entails: Entailment) => {
    const first = entails.scoreOf(pair('甲'));
    // What is asked next may rest on the first answer.
    return first === undefined
      ? undefined
      : [first, entails.scoreOf(pair('甲乙')), entails.scoreOf(pair('甲'))];
  };
  expect(await judgeEntailed([judge], weigh)).toEqual([[1, 2, 1]]);
  expect(asked).toEqual(['甲', '甲乙']);
});

it('weighs nothing that is known, and nothing at all where nothing is asked', async () => {
  const { asked, weigh } = weighing();
  const known = await knownOf(pair('甲'), 7);
  expect(await judgeEntailed([(entails) => entails.scoreOf(pair('甲'))], weigh, known)).toEqual([7]);
  expect(await judgeEntailed([() => 'sure'], weigh)).toEqual(['sure']);
  expect(asked).toEqual([]);
});

it('only what asked in vain is judged again, in its place', async () => {
  const { weigh } = weighing();
  let sure = 0;
  const judges = [() => ++sure, (entails: Entailment) => entails.scoreOf(pair('甲乙')), () => ++sure];
  expect(await judgeEntailed<number | undefined>(judges, weigh)).toEqual([1, 2, 2]);
});

it('stops where nothing can be weighed', async () => {
  let round = 0;
  const judge = (entails: Entailment) => [++round, entails.scoreOf(pair('甲'))];
  expect(await judgeEntailed([judge], async () => [])).toEqual([[1, undefined]]);
});

it('ends for a judgement that always asks for more', async () => {
  const { weigh } = weighing();
  let round = 0;
  const judge = (entails: Entailment) => entails.scoreOf(pair('甲'.repeat(++round)));
  expect(await judgeEntailed([judge], weigh)).toEqual([undefined]);
  expect(round).toBe(8);
});

it('another claim on the same passage is another pair; what is known can be handed on', async () => {
  const known = await knownOf(pair('甲'), 7);
  const again = new KnownEntailment(known.entries);
  expect(again.scoreOf(pair('甲'))).toBe(7);
  expect(again.scoreOf({ claim: '未建成', passage: '甲' })).toBeUndefined();
});
