import { describe, expect, it } from 'vitest';
import type { Match } from '../../core/judgement.ts';
import { entryOf, packOf } from '../testing.ts';
import { judgeBatch } from './judge-batch.ts';

const title = { zh: '名额', en: 'quota' };
const fields = [
  { key: 'unit', type: 'text', role: 'recommending-unit' },
  { key: 'name', type: 'text', role: 'title' },
];
const { resubmission } = packOf().call;
const packWith = (mustReapply: readonly object[], more: readonly object[] = []) =>
  packOf({
    fields: [...fields, ...more.map((field) => ({ ...field }))],
    call: {
      quotas: [{ unit: 'province', max: 2, clause: '一' }],
      resubmission: { ...resubmission, mustReapply },
      batch: [{ kind: 'quota', id: 'q', title, clause: '一', unitField: 'unit' }],
    },
  });
/** A match by which the applicant surely won in that year. */
const wonIn = (year: number): Match => ({
  kind: 'award',
  target: { type: 'award', id: `a${year}`, title: '平台', company: '某', year, programme: 'p' },
  score: 0.9,
  verdict: 'info',
  reasons: [],
  signals: [{ name: 'who', value: 1, weight: 1 }],
  passages: [],
  excludedShare: 0,
});
const filing = (id: string, year?: number, more: Readonly<Record<string, string | number>> = {}) =>
  entryOf(
    { id, file: `${id}.pdf`, fields: { unit: '江苏省', name: `${id}号`, ...more } },
    year === undefined ? {} : { matches: [wonIn(year)] },
  );

describe('winners that must apply again', () => {
  const pack = packWith([
    { programme: 'p', year: 2019, usesQuota: true },
    { programme: 'p', year: 2020, usesQuota: false },
  ]);
  const judged = (...filings: ReturnType<typeof filing>[]) => judgeBatch(pack, filings)[0];

  it('take no place of the quota only where the notice says so for their year', () => {
    expect(judged(filing('1'), filing('2'), filing('3', 2020))?.verdict).toBe('pass');
    expect(judged(filing('1'), filing('2'), filing('3', 2019))?.verdict).toBe('fail');
    expect(judged(filing('1'), filing('2'), filing('3', 2018))?.verdict).toBe('fail');
  });

  it('are told apart from those counted, and only where there are any', () => {
    expect(judged(filing('1'), filing('2'), filing('3', 2020))?.message.zh).toBe(
      '江苏省（省级主管部门）推荐2项，未超过名额2项（另有1项为须重新申报的往年入选项目，不占名额）。',
    );
    expect(judged(filing('1'), filing('2'))?.message.zh).not.toContain('另有');
  });

  it('are not among those of whom the unit must choose', () => {
    const found = judged(filing('1'), filing('2'), filing('3', 2020), filing('4'));
    expect(found).toMatchObject({ verdict: 'fail', filings: ['1', '2', '4'], evidence: [] });
    expect(found?.message.en).toContain('recommends 3, 1 over its quota of 2 (1 more are earlier winners');
    expect(found?.message.zh).toContain('请推荐单位确定取舍：“1号”、“2号”、“4号”');
  });
});

it('ranks that a form asks as text count like numbers, and a word is none', () => {
  const pack = packWith([], [{ key: 'rank', type: 'text', label: '推荐排序' }]);
  const over = (...ranks: readonly string[]) =>
    judgeBatch(
      pack,
      ranks.map((rank, i) => filing(`${i}`, undefined, { rank })),
    )[0]?.filings;
  expect(over('2', '3', '1')).toEqual(['1']);
  expect(over('2', '三', '1')).toEqual(['0', '1', '2']);
});

it('the clause of a finding is that of the quota; where no quota is set, that of the rule', () => {
  const pack = packWith([]);
  const clauses = new Map(['一', '二'].map((ref) => [ref, { ref, text: '条文', rules: [] }]));
  const call = { ...pack.call, quotas: [{ unit: 'province' as const, max: 2, clause: '二' }] };
  const of = (unit: string) => judgeBatch({ ...pack, clauses, call }, [filing('1', undefined, { unit })])[0];
  expect(of('江苏省')).toMatchObject({ verdict: 'pass', clause: { ref: '二' } });
  expect(of('中国钢铁工业协会')).toMatchObject({ verdict: 'unknown', clause: { ref: '一' } });
});

it('filings of an unknown unit are named', () => {
  const found = judgeBatch(packWith([]), [filing('1', undefined, { unit: '' }), filing('2')]);
  expect(found.map(({ verdict, filings }) => [verdict, filings])).toEqual([
    ['pass', ['2']],
    ['unknown', ['1']],
  ]);
  expect(found[1]?.message.zh).toContain('以下1项的推荐单位未填写或无法识别');
  expect(found[1]?.message.zh).toContain('“1号”');
});
