import { expect, it } from 'vitest';
import type { Problem } from '../../core/problem.ts';
import type { Entailment } from '../../rules/reading/entailment.ts';
import type { StageOutputs } from '../../store/ports.ts';
import { judgeWeighed } from './entailed.ts';
import { Outputs } from './outputs.ts';

/** A store of stages in memory. */
const outputs = () => {
  const kept = new Map<string, unknown>();
  const stages: StageOutputs = {
    get: async (_, key) => kept.get(key),
    has: async (_, keys) => new Set(keys.filter((key) => kept.has(key))),
    put: async (_, key, value) => void kept.set(key, structuredClone(value)),
    async *stream(_, keys) {
      for (const key of keys) yield kept.get(key);
    },
  };
  return new Outputs(stages);
};
const judge = (...passages: string[]) =>
  passages.map((passage) => (entails?: Entailment) => entails?.scoreOf({ claim: '已建成', passage }));

it('what was weighed for a document is not weighed again; of what a changed rule asks only what is new', async () => {
  const store = outputs();
  const asked: string[] = [];
  const run = (document: string, ...passages: string[]) =>
    judgeWeighed(document, store, [], judge(...passages), async (pairs) => {
      asked.push(...pairs.map(({ passage }) => passage));
      return pairs.map(({ passage }) => passage.length);
    });
  expect(await run('a', '甲', '甲乙')).toEqual([1, 2]);
  expect(await run('a', '甲', '甲乙')).toEqual([1, 2]);
  expect(await run('a', '甲乙', '甲乙丙')).toEqual([2, 3]);
  expect(asked).toEqual(['甲', '甲乙', '甲乙丙']);
  expect(await run('b', '甲')).toEqual([1]);
  expect(asked).toHaveLength(4);
});

it('where the model does not work, the rest is judged without it, and a problem says so', async () => {
  const problems: Problem[] = [];
  const judged = await judgeWeighed('a', outputs(), problems, judge('甲'), async () => {
    throw new Error('no binary for this platform');
  });
  expect(judged).toEqual([undefined]);
  expect(problems).toEqual([
    { code: 'entailment-unavailable', values: { reason: 'no binary for this platform' } },
  ]);
});

it('where a judgement fails there is none, and a problem says so', async () => {
  const problems: Problem[] = [];
  const fails = () => {
    throw new Error('a bug');
  };
  expect(await judgeWeighed('a', outputs(), problems, [fails], async () => [])).toEqual([]);
  expect(problems).toEqual([{ code: 'stage-failed', values: { stage: 'rules', reason: 'a bug' } }]);
});
