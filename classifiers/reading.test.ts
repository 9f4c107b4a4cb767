import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleClauses, exampleScheme } from './example.ts';
import { definitionBags, knowledgeOf } from './knowledge.ts';
import { loadCommonModel } from './model.ts';
import { likeliest, read, type Said, say, sharesOf, stands } from './reading.ts';
import { zoneOf } from './signals/zone.ts';

const parts = [0, 1, 2, 3].map(() => fc.double({ min: 0.001, max: 1, noNaN: true }));
const shares = fc.tuple(...parts).map((values) => {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.map((value) => value / sum);
});
const said = fc.record({
  whole: shares,
  worst: shares,
  votes: shares,
  surest: shares,
  parts: fc.integer({ min: 1, max: 9 }),
});
const tempering = fc.record({
  temperature: fc.double({ min: 0.5, max: 2.5, noNaN: true }),
  parts: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('probabilities sum to one, and doubt puts no other label first', () => {
  fc.assert(
    fc.property(said, tempering, (one, by) => {
      const found = sharesOf(one, by);
      expect(found.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      const sure = sharesOf({ ...one, worst: one.whole }, by);
      const top = likeliest(sure);
      for (const share of found.slice(0, -1)) expect(share).toBeLessThanOrEqual((found[top] ?? 0) + 1e-9);
    }),
  );
});

test('one word carries a label no further than half in a text of several parts, three quarters in one', () => {
  fc.assert(
    fc.property(said, (one) => {
      const all: Said = {
        ...one,
        whole: [0.9997, 0.0001, 0.0001, 0.0001],
        worst: [0.0001, 0.0001, 0.0001, 0.9997],
      };
      const most = one.parts > 1 ? 0.5 : 0.75;
      expect(sharesOf(all, { temperature: 1, parts: 0 })[0]).toBeLessThanOrEqual(most + 1e-3);
      expect(stands(all, [0])).toBe(false);
    }),
  );
});

const model = loadCommonModel();
const knowledge = knowledgeOf(exampleScheme, definitionBags(exampleScheme, exampleClauses));
const readBody = (text: string) => say(read(knowledge, [zoneOf('body', text)]), model.weights);

test('a text that rests on one word falls without it, one with more evidence hardly', () => {
  const one = readBody('项目名为储能电站。');
  const more = readBody('项目建设储能电站，开展削峰填谷，电池管理系统监测充放电。');
  expect(one.worst[1] ?? 0).toBeLessThan((one.whole[1] ?? 0) / 2);
  expect(more.worst[1] ?? 0).toBeGreaterThan(0.8 * (more.whole[1] ?? 0));
});

test('the parts of a text vote, each for what it tells', () => {
  const both = readBody(
    '厂区建设中水回用系统，循环冷却水全部回收，水表逐级计量，漏损控制到百分之三以内，水质在线监测，排放达标有余。' +
      '同时建设储能电站，电池管理系统每秒监测电芯，夜间充电白天放电，削峰填谷，每年节省电价差四百万元，需求响应十二次。',
  );
  expect(both.parts).toBeGreaterThan(1);
  expect(both.surest[0]).toBeGreaterThan(0.8);
  expect(both.surest[1]).toBeGreaterThan(0.8);
});
