import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Resubmission } from '../../calls/schema/index.ts';
import type { Award } from '../../lists/awards/award.ts';
import { type Issuer, readIssuer } from '../../lists/awards/issuer.ts';
import type { Likeness } from '../model/likeness.ts';
import { callWith } from '../testing.ts';
import { awardIssuerOf } from './award-issuer.ts';
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
  issuer: { kind: 'ministry', department: 'miit', words: '工信部', from: 'title' },
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
  const { call } = callWith(policy);
  const base: PolicyContext = {
    policy: call.resubmission,
    programme: call.programme,
    issuer: awardIssuerOf(call),
    title: award.title,
    reading: call.resubmission.reading,
    settled: false,
    asOf: '2021-10-20',
  };
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

test('another programme is free, an unknown one is for a person', () => {
  const other = decide(same, { programme: 'pilots', programmeName: '工业互联网试点示范' }, {});
  expect(other.verdict).toBe('info');
  expect(sentences(other)).toContain('另一计划“工业互联网试点示范”，本通知（通知“二（四）”）不限制');
  const named = (programmeName: string | undefined) =>
    decide(same, { programme: undefined, programmeName } as unknown as Partial<Award>, {});
  expect(named(undefined).verdict).toBe('review');
  expect(named('list').verdict).toBe('review');
  expect(named('APP优秀方案').verdict).toBe('review');
  expect(sentences(named('APP优秀方案'))).toContain('名称相近');
  expect(named('工业互联网APP优秀解决方案培育库').verdict).toBe('review');
  expect(named('智能制造试点示范').verdict).toBe('info');
});

test('who made the list public is known, or a person looks; a list by others than the clause means bars nothing', () => {
  const by = (issuer: Issuer | undefined, policy: Partial<Resubmission> = {}) =>
    decide(same, { issuer } as unknown as Partial<Award>, policy);
  const from = { words: '…', from: 'title' } as const;
  expect(by(undefined).verdict).toBe('review');
  expect(sentences(by({ kind: 'unknown' }))).toContain('没有写明由谁公布');
  const local = by({ kind: 'local', region: { province: '广东省' }, ...from });
  expect(local.verdict).toBe('info');
  expect(sentences(local)).toContain(
    '公布单位是地方（广东省），通知“二（四）”限制的是工业和信息化部的入选项目',
  );
  expect(by({ kind: 'local', ...from }).verdict).toBe('info');
  expect(by({ kind: 'association', ...from }).verdict).toBe('info');
  expect(by({ kind: 'ministry', department: 'other', ...from }).verdict).toBe('info');
  expect(by({ kind: 'ministry', department: 'untold', ...from }).verdict).toBe('review');
  const national = { programmes: 'any' } as const;
  expect(by({ kind: 'ministry', department: 'other', ...from }, national).verdict).toBe('barred');
  expect(by({ kind: 'local', ...from }, national).verdict).toBe('info');
  expect(by({ kind: 'unknown' }, national).verdict).toBe('review');
});

test('a call of a province bars by its own lists, unless its clause means those of another body', () => {
  const own = { kind: 'local', region: { province: '浙江省' }, words: '浙江省', from: 'title' } as const;
  const call = (issuer: string) => ({ issuer: awardIssuerOf(callWith({ issuer }).call) });
  expect(decide(same, { issuer: own }, {}, call('浙江省经济和信息化厅')).verdict).toBe('barred');
  expect(decide(same, { issuer: own }, {}, call('江苏省工业和信息化厅')).verdict).toBe('info');
  expect(decide(same, {}, {}, call('浙江省经济和信息化厅')).verdict).toBe('info');
});

test('a new version is for a person', () => {
  const titled = (title: string, awarded: string) => decide(same, { title: awarded }, {}, { title });
  expect(titled('回转窑能耗优化APP V3.0', '回转窑能耗优化APP V2.0').verdict).toBe('review');
  expect(sentences(titled('回转窑能耗优化APP V3.0', '回转窑能耗优化APP V2.0'))).toContain(
    '名称标明为“v3.0”，入选的为“v2.0”',
  );
  expect(titled('回转窑能耗优化APP（二期）', '回转窑能耗优化APP').verdict).toBe('review');
  expect(titled('回转窑能耗优化APP', '回转窑能耗优化APP（二期）').verdict).toBe('review');
  expect(titled('回转窑能耗优化APP', '回转窑能耗优化APP V2.0').verdict).toBe('barred');
});

test('a stricter rule of an office leaves nothing open by itself', () => {
  const readings = callWith().call.resubmission.readings.map((one) =>
    one.id === 'always' ? { ...one, ownRule: true as const } : one,
  );
  const expired = (reading: string) =>
    decide(same, {}, { readings, reading: 'two-years' }, { asOf: '2022-01-10', reading });
  expect(expired('two-years').verdict).toBe('info');
  expect(expired('always').verdict).toBe('barred');
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

test('any programme: a list of the state counts, one of a province does not, one of neither is for a person', () => {
  const of = (programmeName: string) =>
    decide(same, { programmeName, issuer: readIssuer(programmeName, 'programme') } as unknown as Award, {
      programmes: 'any',
    });
  for (const name of [
    '工业和信息化部智能制造标杆',
    '工信部试点',
    '国家级绿色工厂',
    '全国优秀案例',
    '部级示范',
  ]) {
    expect([name, of(name).verdict]).toEqual([name, 'barred']);
  }
  for (const name of ['江苏省智能工厂', '内蒙古自治区示范', '苏州市标杆', '区级示范', '地方推荐目录']) {
    expect([name, of(name).verdict]).toEqual([name, 'info']);
  }
  expect(sentences(of('苏州市标杆'))).toContain('地方（江苏省苏州市）');
  // 市场 is no city; what a province calls national is not told to be the state's.
  expect(of('市场开拓奖').verdict).toBe('review');
  expect(of('江苏省国家级培育库').verdict).toBe('review');
});

test('named programmes: another one is told by its name, by its id where it has none', () => {
  const of = (programme: string | undefined, programmeName: string | undefined) =>
    sentences(decide(same, { programme, programmeName } as Partial<Award>, {}));
  expect(of('pilots', '试点示范')).toContain('入选的是另一计划“试点示范”');
  expect(of('pilots', undefined)).toContain('入选的是另一计划“pilots”');
  expect(of(undefined, '国家级示范')).toContain('入选的是另一计划“国家级示范”');
  expect(of(undefined, undefined)).toContain('没有写明属于哪一类评选');
});

test('an applicant is barred by the same name only; one like it or a likely solution is for a person', () => {
  const bars = { bars: 'applicant' } as const;
  const who = (relation: Likeness['who']['relation'], value: number, score = 0.05) =>
    decide({ ...other, score, who: { relation, value } }, {}, bars);
  expect(who('same', 1).verdict).toBe('barred');
  expect(who('likely', 0.85).verdict).toBe('review');
  expect(sentences(who('likely', 0.85))).toContain('请核对是否为同一单位');
  expect(who('affiliated', 0.6).verdict).toBe('review');
  expect(who('affiliated', 0.59).verdict).toBe('info');
  expect(who('different', 0, 0.5).verdict).toBe('review');
  expect(who('different', 0, 0.49).verdict).toBe('info');
  const doubtful = decide({ ...same, score: 0.5 }, {}, {});
  expect(doubtful.verdict).toBe('review');
  expect(sentences(doubtful)).toContain('证据不足以直接认定');
  expect(decide({ ...same, score: 0.49 }, {}, {}).verdict).toBe('info');
});

test('the duty to apply again is of one programme, one year and surely one applicant', () => {
  const policy = { mustReapply: [{ programme: 'apps', year: 2019, usesQuota: true }] };
  const who = (value: number) => ({ ...same, who: { relation: 'likely', value } as const });
  const again = decide(who(0.8), {}, policy);
  expect(again.verdict).toBe('info');
  expect(sentences(again)).toContain('2019年已入选的须重新申报，不是重复申报');
  expect(decide(who(0.79), {}, policy).verdict).not.toBe('info');
  expect(decide(same, { year: 2020 }, policy).verdict).toBe('barred');
  expect(sentences(decide(same, { programme: 'pilots' }, policy))).not.toContain('须重新申报');
});

test('what frees or opens is told with its reason', () => {
  expect(sentences(decide(same, {}, { bars: 'nothing' }))).toContain('不限制已入选的项目再次申报');
  expect(sentences(decide(other, {}, {}))).toContain('不像同一方案');
  const exempt = { exemptLabels: ['数字领航'] };
  expect(sentences(decide(same, {}, exempt, { labels: ['其他', '数字领航'] }))).toContain('“数字领航”不适用');
  expect(sentences(decide(same, {}, exempt))).toContain('未能确定申报方向');
  const open = decide(same, {}, exempt);
  expect(sentences(open)).toContain('已入选的解决方案不得重复申报');
  expect(sentences(open)).not.toContain('证据不足');
});

test('dates: the window that is open, over, not begun or not known is told apart', () => {
  const undated = { listedOn: undefined, year: undefined } as unknown as Partial<Award>;
  const valid = { reading: 'two-years' };
  const unknownDay = decide(same, undated, {}, valid);
  expect(unknownDay.verdict).toBe('review');
  expect(sentences(unknownDay)).toContain('缺少名单公布日期');
  const noValidity = decide(same, {}, { validityYears: undefined }, valid);
  expect(noValidity.verdict).toBe('review');
  expect(sentences(noValidity)).toContain('没有写明有效期');
  expect(sentences(decide(same, undated, { validityYears: undefined }, valid))).toContain('缺少名单公布日期');
  const noReading = decide(same, {}, {}, { reading: 'gone' });
  expect(noReading.verdict).toBe('review');
  expect(sentences(noReading)).toContain('（未定）');
  expect(sentences(decide(same, {}, {}, { ...valid, asOf: '2021-12-20' }))).toContain(
    '限制至2021年12月20日，截至2021年12月20日尚未期满（有效期内）',
  );
  expect(sentences(decide(same, {}, {}, { asOf: '2021-12-20' }))).not.toContain('另一种理解');
  expect(sentences(decide(same, { listedOn: '2022-01-01' }, {}))).toContain('晚于审查日期2021年10月20日');
  const yearOnly = { listedOn: undefined } as unknown as Partial<Award>;
  expect(sentences(decide(same, yearOnly, {}))).toContain(
    '2019年“工业互联网APP优秀解决方案”名单（2019年度公布）',
  );
  expect(sentences(decide(same, { ...undated, programmeName: undefined } as never, {}))).toContain(
    '见“apps”名单（日期不详公布）',
  );
});

test('over by the reading taken: the harsher one holds up only while the office has not chosen', () => {
  const later = { reading: 'two-years', asOf: '2022-01-10' };
  const open = decide(same, {}, {}, later);
  expect(sentences(open)).toContain('如按另一种理解（不限年限），该项目仍受限制');
  const single = callWith().call.resubmission.readings.filter(({ id }) => id === 'two-years');
  const over = decide(same, {}, { readings: single }, later);
  expect(over.verdict).toBe('info');
  expect(sentences(over)).not.toContain('另一种理解');
});

test('a title that was taken back bars nobody by itself: a person says, with the list that took it', () => {
  expect(decide(same, {}, {}).verdict).toBe('barred');
  const taken = decide(same, { revoked: { by: 'list', year: 2021, listedOn: '2021-03-01' } }, {});
  expect([taken.verdict, sentences(taken)]).toEqual(['review', expect.stringContaining('2021年3月1日公布')]);
  const remarked = decide(same, { revoked: { by: 'remark' } }, {});
  expect([remarked.verdict, sentences(remarked)]).toEqual(['review', expect.stringContaining('日期不详')]);
});
