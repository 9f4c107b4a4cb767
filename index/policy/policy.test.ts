import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Resubmission } from '../../calls/schema/index.ts';
import type { Award } from '../../lists/awards/award.ts';
import type { Likeness } from '../model/likeness.ts';
import { callWith } from '../testing.ts';
import { decideAward, type PolicyContext } from './policy.ts';
import { addYears } from './window.ts';

const same: Likeness = {
  score: 0.98,
  who: { relation: 'same', value: 1 },
  title: 1,
  text: 0.9,
  signals: [],
  passages: [],
  excludedShare: 0,
};
const other: Likeness = { ...same, score: 0.05, title: 0.1, text: 0.02 };
const award: Award = {
  id: 'a1',
  programme: 'apps',
  programmeName: '工业互联网APP优秀解决方案',
  year: 2019,
  listedOn: '2019-12-20',
  title: '回转窑能耗优化APP',
  company: '云帆水泥有限公司',
};
const decide = (
  likeness: Likeness,
  of: Partial<Award>,
  policy: Partial<Resubmission>,
  context: Partial<PolicyContext> = {},
) => {
  const { resubmission } = callWith(policy).call;
  const base = { policy: resubmission, reading: resubmission.reading, settled: false, asOf: '2021-10-20' };
  return decideAward(likeness, { ...award, ...of }, { ...base, ...context });
};
const sentences = (decision: { reasons: readonly { zh: string }[] }) =>
  decision.reasons.map((reason) => reason.zh).join('');

test('the same solution inside the policy is barred, with date, clause and the other reading', () => {
  const decision = decide(same, {}, {}, { asOf: '2022-01-10' });
  expect(decision.verdict).toBe('barred');
  expect(sentences(decision)).toContain('2019年12月20日');
  expect(sentences(decision)).toContain('二（四）');
  expect(sentences(decision)).toContain('如按另一种理解（有效期内），该项目不再受限制');
});

test('an expired award is information once the office has chosen, else a person decides between readings', () => {
  const reading = { reading: 'two-years', asOf: '2022-01-10' };
  expect(decide(same, {}, {}, { ...reading, settled: true }).verdict).toBe('info');
  const open = decide(same, {}, {}, reading);
  expect(open.verdict).toBe('review');
  expect(sentences(open)).toContain('2021年12月20日期满');
  expect(decide(same, {}, {}, { reading: 'two-years', asOf: '2021-12-20' }).verdict).toBe('barred');
  const single = callWith().call.resubmission.readings.filter(({ id }) => id === 'two-years');
  expect(decide(same, {}, { readings: single, reading: 'two-years' }, { asOf: '2021-12-21' }).verdict).toBe(
    'info',
  );
});

test('only a year is known: what it leaves open is for a person', () => {
  const year = { listedOn: undefined, year: 2019 } as unknown as Partial<Award>;
  const reading = { reading: 'two-years', settled: true };
  expect(decide(same, year, {}, { ...reading, asOf: '2021-10-20' }).verdict).toBe('review');
  expect(decide(same, year, {}, { ...reading, asOf: '2020-12-31' }).verdict).toBe('barred');
  expect(decide(same, year, {}, { ...reading, asOf: '2023-01-01' }).verdict).toBe('info');
  expect(decide(same, year, {}).verdict).toBe('barred');
});

test('weak evidence never bars', () => {
  expect(decide({ ...same, score: 0.89 }, {}, {}).verdict).toBe('review');
  expect(decide({ ...same, title: 0.5, text: 0.3 }, {}, {}).verdict).toBe('review');
  const stranger = { ...same, who: { relation: 'different', value: 0 } as const, text: 0.6 };
  expect(decide(stranger, {}, {}).verdict).toBe('review');
  expect(decide({ ...stranger, text: 0.85 }, {}, {}).verdict).toBe('barred');
  expect(decide(other, {}, {}).verdict).toBe('info');
});

test('other and unknown programmes are for a person, local lists are not national ones', () => {
  expect(decide(same, { programme: 'pilots', programmeName: '试点示范' }, {}).verdict).toBe('review');
  const unknown = { programme: undefined, programmeName: undefined } as unknown as Partial<Award>;
  expect(decide(same, unknown, {}).verdict).toBe('review');
  expect(decide(same, { programme: 'pilots' }, { programmes: 'any' }).verdict).toBe('barred');
  const local = { programme: undefined, programmeName: '江苏省智能工厂' } as unknown as Partial<Award>;
  expect(decide(same, local, { programmes: 'any' }).verdict).toBe('info');
});

test('applicants, exempt directions, the duty to apply again and no ban at all', () => {
  expect(decide(other, {}, { bars: 'applicant' }).verdict).toBe('barred');
  const affiliated = { ...other, who: { relation: 'affiliated', value: 0.6 } as const };
  expect(decide(affiliated, {}, { bars: 'applicant' }).verdict).toBe('review');
  expect(decide(same, {}, { exemptLabels: ['数字领航'] }, { labels: ['数字领航'] }).verdict).toBe('info');
  expect(decide(same, {}, { exemptLabels: ['数字领航'] }, { labels: ['其他'] }).verdict).toBe('barred');
  expect(decide(same, {}, { exemptLabels: ['数字领航'] }).verdict).toBe('review');
  const again = decide(same, {}, { mustReapply: [{ programme: 'apps', year: 2019, usesQuota: false }] });
  expect(again.verdict).toBe('info');
  expect(sentences(again)).toContain('不占推荐名额');
  expect(decide(same, {}, { bars: 'nothing' }).verdict).toBe('info');
});

test('an award later than the day of review is no repeat', () => {
  expect(decide(same, { listedOn: '2021-12-31', year: 2021 }, {}).verdict).toBe('info');
});

test('property: barred needs score, evidence, programme and date together', () => {
  const likeness = fc.record({
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    title: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.double({ min: 0, max: 1, noNaN: true }),
    relation: fc.constantFrom('same', 'likely', 'affiliated', 'different' as const),
  });
  fc.assert(
    fc.property(
      likeness,
      fc.constantFrom('apps', 'pilots', undefined),
      ({ score, title, text, relation }, programme) => {
        const who = { relation, value: relation === 'different' ? 0 : 0.8 } as Likeness['who'];
        const decision = decide({ ...same, score, title, text, who }, { programme } as Partial<Award>, {});
        if (decision.verdict !== 'barred') return;
        expect(score).toBeGreaterThanOrEqual(0.9);
        expect(programme).toBe('apps');
        expect(text >= 0.8 || (relation !== 'different' && (title >= 0.8 || text >= 0.5))).toBe(true);
      },
    ),
  );
});

test('years are added by the calendar', () => {
  expect(addYears('2020-02-29', 2)).toBe('2022-02-28');
  expect(addYears('2020-02-29', 4)).toBe('2024-02-29');
});
