import { describe, expect, it, test } from 'vitest';
import type { Resubmission } from '../../calls/schema/index.ts';
import type { Award } from '../../lists/awards/award.ts';
import type { Issuer } from '../../lists/awards/issuer.ts';
import { callWith } from '../testing.ts';
import { awardIssuerOf } from './award-issuer.ts';
import { type ListContext, standingOf, toldProgramme } from './list.ts';

const ministry: Issuer = { kind: 'ministry', department: 'miit', words: '工信部', from: 'title' };
const local: Issuer = { kind: 'local', words: '省级', from: 'title' };
const award: Award = {
  id: 'a1',
  programme: 'apps',
  issuer: ministry,
  year: 2019,
  title: '回转窑能耗优化APP',
  company: '云帆水泥有限公司',
};
const contextOf = (policy: Partial<Resubmission> = {}): ListContext => {
  const { call } = callWith(policy);
  return { policy: call.resubmission, programme: call.programme, issuer: awardIssuerOf(call) };
};
const stateOf = ({ programme = 'apps', ...of }: Partial<Award>, policy: Partial<Resubmission> = {}) =>
  standingOf({ ...award, programme, ...of }, contextOf(policy)).state;
/** An award of which only the words of its list tell the programme. */
const named = (programmeName: string | undefined, policy: Partial<Resubmission> = {}) => {
  const { programme: _, ...bare } = award;
  const told = programmeName === undefined ? bare : { ...bare, programmeName };
  return { state: standingOf(told, contextOf(policy)).state, told: toldProgramme(told, contextOf(policy)) };
};

describe('a list is meant', () => {
  it('where its programme and its body are those of the clause', () => {
    expect(stateOf({})).toBe('meant');
    expect(stateOf({}, { programmes: ['pilots', 'apps'] })).toBe('meant');
    expect(stateOf({ programme: 'pilots' })).toBe('other');
    expect(stateOf({ issuer: local })).toBe('other');
    expect(stateOf({ issuer: { kind: 'unknown' } })).toBe('open');
  });

  it('of any programme by the body alone', () => {
    const any = { programmes: 'any' as const };
    expect(stateOf({ programme: 'pilots' }, any)).toBe('meant');
    expect(stateOf({ issuer: local }, any)).toBe('other');
    expect(stateOf({ issuer: { kind: 'unknown' } }, any)).toBe('open');
  });
});

test('a list that names no programme is open; one of another name is another where the clause means one only', () => {
  expect(named(undefined).state).toBe('open');
  expect(named('工业互联网APP优秀解决方案').state).toBe('open');
  expect(named('服务型制造示范企业')).toEqual({ state: 'other', told: '服务型制造示范企业' });
  expect(named('服务型制造示范企业', { programmes: ['apps', 'pilots'] }).state).toBe('open');
});

test('rules may go by a programme that is meant, by the own name of another list, and by none that is open', () => {
  const told = (of: Partial<Award>) => toldProgramme({ ...award, ...of }, contextOf());
  expect(told({ programmeName: '优秀解决方案' })).toBe('apps');
  expect(told({ programme: 'pilots', programmeName: '试点示范' })).toBe('试点示范');
  expect(told({ programme: 'pilots' })).toBe('pilots');
  expect(told({ issuer: { kind: 'unknown' } })).toBeUndefined();
  expect(named('工业互联网APP优秀解决方案').told).toBeUndefined();
});
