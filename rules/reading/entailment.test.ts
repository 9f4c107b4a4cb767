import { expect, it } from 'vitest';
import { type Entailment, type EntailmentPair, judgeEntailed, KnownEntailment } from './entailment.ts';

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

it('judges again until nothing new is asked, and weighs each pair once', async () => {
  const { asked, weigh } = weighing();
  const judge = (entails: Entailment) => {
    const first = entails.scoreOf(pair('甲'));
    // What is asked next may rest on the first answer.
    return first === undefined
      ? undefined
      : [first, entails.scoreOf(pair('甲乙')), entails.scoreOf(pair('甲'))];
  };
  expect(await judgeEntailed(judge, weigh)).toEqual([1, 2, 1]);
  expect(asked).toEqual(['甲', '甲乙']);
});

it('weighs nothing that is known, and nothing at all where nothing is asked', async () => {
  const { asked, weigh } = weighing();
  const known = new KnownEntailment();
  known.learn([pair('甲')], [7]);
  expect(await judgeEntailed((entails) => entails.scoreOf(pair('甲')), weigh, known)).toBe(7);
  expect(await judgeEntailed(() => 'sure', weigh)).toBe('sure');
  expect(asked).toEqual([]);
});

it('ends for a judgement that always asks for more', async () => {
  const { weigh } = weighing();
  let round = 0;
  const judge = (entails: Entailment) => entails.scoreOf(pair('甲'.repeat(++round)));
  expect(await judgeEntailed(judge, weigh)).toBeUndefined();
  expect(round).toBe(8);
});

it('another claim on the same passage is another pair; what is known can be handed on', () => {
  const known = new KnownEntailment();
  known.learn([pair('甲')], [7]);
  const again = new KnownEntailment(known.entries);
  expect(again.scoreOf(pair('甲'))).toBe(7);
  expect(again.scoreOf({ claim: '未建成', passage: '甲' })).toBeUndefined();
});
