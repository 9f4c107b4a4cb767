import { describe, expect, it } from 'vitest';
import type { Match } from '../../core/judgement.ts';
import { packOf, run, scopeOf } from '../testing.ts';

/** What a person reads where a filing is like an earlier award. */

const place = (page: number) => ({ page, box: [0, 0, 9, 9] as const });
const match = (title: string, more: Partial<Match> = {}, target: Partial<Match['target']> = {}): Match => ({
  kind: 'award',
  target: { type: 'award', id: title, title, company: '甲公司', year: 2020, programme: 'p', ...target },
  score: 0.9,
  verdict: 'info',
  reasons: [],
  signals: [{ name: 'who', value: 1, weight: 1 }],
  passages: [],
  excludedShare: 0,
  ...more,
});
const passages = (count: number): Match['passages'] =>
  Array.from({ length: count }, (_, i) => ({
    here: { text: '同文', where: [place(i + 1)] },
    there: { text: '同文', where: [] },
  }));

describe('awarded', () => {
  const ask = (matches: readonly Match[], awardsChecked = true) =>
    run({ awarded: { verdict: ['barred'] } }, scopeOf({}, {}, { matches, awardsChecked }));

  it('names the likest of several, how many there are, and at most five places of the filing', () => {
    const found = ask([
      match('二', { verdict: 'barred', score: 0.91 }),
      match('一', { verdict: 'barred', score: 0.99, passages: passages(7) }),
      match('三', { verdict: 'barred', score: 0.95 }),
      match('四', { verdict: 'review', score: 1 }),
    ]);
    expect(found).toMatchObject({
      verdict: 'pass',
      why: { zh: '与往年入选的“一”（甲公司，2020）相同或相近。' },
      values: { count: { zh: '3' }, value: { zh: '“一”（甲公司，2020）' } },
    });
    expect(found.evidence).toEqual([1, 2, 3, 4, 5].map(place));
  });

  it('leaves what is not known of an award out', () => {
    const { year: _, ...undated } = match('一').target;
    const of = (target: Match['target']) =>
      ask([match('一', { verdict: 'barred', target })]).values.value?.zh;
    expect(of(undated)).toBe('“一”（甲公司）');
    expect(of({ ...undated, company: '', year: 2020 })).toBe('“一”（2020）');
  });

  it('says of one that a person must look at that it is open, even without a list', () => {
    for (const checked of [true, false]) {
      const found = ask([match('一', { verdict: 'review' })], checked);
      expect([found.verdict, found.why.zh]).toEqual([
        'unknown',
        '与往年入选的“一”（甲公司，2020）相近，是否受限请人工核对。',
      ]);
      expect(found.values.count?.zh).toBe('0');
    }
  });

  it('says that nothing was found, or that nothing was checked', () => {
    expect(ask([])).toMatchObject({
      verdict: 'fail',
      evidence: [],
      why: { zh: '未发现与往年入选项目相同或相近。' },
    });
    expect(ask([match('一')]).values).toEqual({ count: { zh: '0', en: '0' } });
    expect(ask([], false).why.zh).toBe('未提供获奖名单，未核对往年入选情况。');
  });
});

describe('reapplies', () => {
  const { resubmission } = packOf().call;
  const again = [2019, 2020].map((year) => ({ programme: 'p', year, usesQuota: false }));
  const pack = { call: { resubmission: { ...resubmission, mustReapply: again } } };
  const ask = (matches: readonly Match[], awardsChecked = true) =>
    run({ reapplies: true }, scopeOf({}, pack, { matches, awardsChecked }));

  it('names the award, with at most five places of the filing', () => {
    const found = ask([match('云平台', { passages: passages(7) })]);
    expect(found).toMatchObject({ verdict: 'pass', values: { value: { zh: '云平台（甲公司，2020）' } } });
    expect(found.why.zh).toBe('与2020年获评的“云平台”（甲公司）为同一申报单位。');
    expect(found.evidence).toEqual([1, 2, 3, 4, 5].map(place));
  });

  it('is for a person where no list was given, and says of which years', () => {
    const found = ask([], false);
    expect(found).toMatchObject({ verdict: 'unknown', manual: true });
    expect(found.why.zh).toContain('未核对是否为2019、2020年获评');
    expect(ask([]).why.zh).toBe('未发现其为2019、2020年获评项目的申报单位。');
  });

  it('is for a person where the award is only like it', () => {
    const like = match('云平台', { verdict: 'review', signals: [{ name: 'who', value: 0.5, weight: 1 }] });
    expect(ask([like])).toMatchObject({ verdict: 'unknown', manual: true });
    expect(ask([like]).why.zh).toContain('“云平台”（甲公司）相近，是否同一平台请人工核对');
  });

  it('is not told by another filing of the batch', () => {
    expect(ask([match('云平台', { kind: 'batch', verdict: 'review' })]).verdict).toBe('fail');
  });
});
