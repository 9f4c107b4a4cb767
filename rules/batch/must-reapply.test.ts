import { describe, expect, it } from 'vitest';
import type { Match } from '../../core/judgement.ts';
import type { Award } from '../../lists/awards/award.ts';
import { isSurelySame, mayHaveToReapply, mustReapplyMatches } from '../reading/must-reapply-matches.ts';
import { entryOf, packOf } from '../testing.ts';
import { judgeBatch } from './judge-batch.ts';

const title = { zh: '重新申报', en: 'apply again' };
const fields = [
  { key: 'unit', type: 'text', role: 'recommending-unit' },
  { key: 'company', type: 'text', role: 'applicant' },
  { key: 'name', type: 'text', role: 'title' },
];
const again = [
  { programme: 'p', year: 2020, usesQuota: false },
  { programme: 'q', year: 2019, usesQuota: false },
];
const { resubmission } = packOf().call;
const packWith = (mustReapply: readonly object[] = again) =>
  packOf({
    fields,
    call: {
      resubmission: { ...resubmission, mustReapply },
      batch: [{ kind: 'must-reapply', id: 'm', title, clause: '一', unitField: 'unit' }],
    },
  });

interface MatchDraft {
  readonly id?: string;
  readonly kind?: Match['kind'];
  readonly who?: number;
  readonly year?: number;
  readonly programme?: string;
}

function match({ id = 'a', kind = 'award', who = 1, year = 2020, programme = 'p' }: MatchDraft = {}): Match {
  return {
    kind,
    target: { type: 'award', id, title: '平台', company: '某', year, programme },
    score: 1,
    verdict: 'info',
    reasons: [],
    signals: [
      { name: 'title', value: 1, weight: 1 },
      { name: 'who', value: who, weight: 1 },
    ],
    passages: [],
    excludedShare: 0,
  };
}

describe('the matches of winners that must apply again', () => {
  const found = (draft: MatchDraft) => mustReapplyMatches([match(draft)], again).length;

  it('are those of the year of a programme together', () => {
    expect(found({})).toBe(1);
    expect(found({ programme: 'q', year: 2019 })).toBe(1);
    expect(found({ programme: 'q' })).toBe(0);
    expect(found({ year: 2019 })).toBe(0);
  });

  it('are surely of this applicant: a like name is not enough, nor is a like title', () => {
    expect(found({ who: 0.8 })).toBe(1);
    expect(found({ who: 0.799 })).toBe(0);
    expect(isSurelySame({ ...match(), signals: [{ name: 'title', value: 1, weight: 1 }] })).toBe(false);
    expect(isSurelySame({ ...match(), signals: [] })).toBe(false);
  });

  it('are awards, not filings', () => {
    expect(found({ kind: 'archive' })).toBe(0);
    expect(found({ kind: 'batch' })).toBe(0);
  });

  it('may be of a list whose programme is not known', () => {
    const of = (year: number, programme?: string) =>
      mayHaveToReapply(
        { type: 'award', id: 'a', title: '', company: '', year, ...(programme ? { programme } : {}) },
        again,
      );
    expect([of(2020, 'p'), of(2020), of(2019), of(2020, 'q'), of(2018)]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('must-reapply over a batch', () => {
  const award = (id: string, more: Partial<Award> = {}): Award => ({
    id,
    programme: 'p',
    year: 2020,
    title: `平台${id}`,
    company: `苏州${id}有限公司`,
    ...more,
  });
  const entry = (id: string, matches: readonly Match[] = [], unit: string | null = '江苏省工信厅') =>
    entryOf(
      { id, file: `${id}.pdf`, fields: { unit, company: `苏州${id}有限公司`, name: `${id}号窑炉` } },
      { matches },
    );
  const judged = (
    entries: readonly ReturnType<typeof entry>[],
    awards: readonly Award[] = [],
    pack = packWith(),
  ) => judgeBatch(pack, entries, { awards });

  it('tells who applies again by name and number, and that no quota is used', () => {
    const found = judged([entry('甲', [match()]), entry('乙', [match({ id: 'b' })]), entry('丙')]);
    expect(found).toMatchObject([{ verdict: 'pass', filings: ['甲', '乙'], evidence: [] }]);
    expect(found[0]?.message.zh).toBe('往年入选、已重新申报的2项，不占名额：“甲号窑炉”、“乙号窑炉”。');
  });

  it('says nothing of the quota where one of the lists uses it', () => {
    const pack = packWith([again[0] ?? {}, { ...again[1], usesQuota: true }]);
    expect(judged([entry('甲', [match()])], [], pack)[0]?.message.zh).toBe(
      '往年入选、已重新申报的1项：“甲号窑炉”。',
    );
  });

  it('a match with another company of the name is no winner that applies', () => {
    expect(judged([entry('甲', [match({ who: 0.6 })])])).toMatchObject([
      { verdict: 'not-applicable', filings: [] },
    ]);
  });

  it('asks for winners of the programme and the year together, in the provinces of the batch', () => {
    const missing = (one: Award, unit: string | null = '江苏省工信厅') =>
      judged([entry('甲', [], unit)], [one]).map(({ verdict }) => verdict);
    expect(missing(award('1'))).toEqual(['unknown']);
    expect(missing(award('1', { programme: 'q' }))).toEqual(['not-applicable']);
    expect(missing(award('1', { programme: 'q', year: 2019 }))).toEqual(['unknown']);
    expect(missing(award('1'), '浙江省经信厅')).toEqual(['not-applicable']);
    expect(missing(award('1'), null)).toEqual(['not-applicable']);
    expect(missing(award('1', { region: '浙江省' }))).toEqual(['not-applicable']);
    expect(missing(award('1', { company: '某某股份有限公司' }))).toEqual(['not-applicable']);
    expect(missing(award('1', { company: '某某股份有限公司', region: '江苏省南京市' }))).toEqual(['unknown']);
  });

  it('a unit without a province misses nobody, not even winners without a place', () => {
    const found = judged(
      [entry('甲', [], '中国钢铁工业协会')],
      [award('1', { company: '某某股份有限公司' })],
    );
    expect(found.map(({ verdict }) => verdict)).toEqual(['not-applicable']);
  });

  it('a winner that any match shows to be here is not missed, those missing are told by name, unit and year', () => {
    const found = judged([entry('甲', [match({ id: '1', who: 0.5 })])], [award('1'), award('2'), award('3')]);
    expect(found).toMatchObject([{ verdict: 'unknown', filings: [] }]);
    expect(found[0]?.message.zh).toContain(
      '以下2项往年入选项目须重新申报，本批未见其申报书，请核对：“平台2”（苏州2有限公司，2020）、“平台3”（苏州3有限公司，2020）。',
    );
  });

  it('is for a person where no list was given, and does not apply to a batch none of which could be read', () => {
    expect(judgeBatch(packWith(), [entry('甲')])).toMatchObject([
      { verdict: 'unknown', manual: true, filings: [], evidence: [] },
    ]);
    const unread = { id: 'x', file: 'x.pdf', classification: [], matches: [] };
    expect(judged([unread], [award('1')])).toMatchObject([{ verdict: 'not-applicable', filings: [] }]);
  });
});
