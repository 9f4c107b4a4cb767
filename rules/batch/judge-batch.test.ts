import { describe, expect, it } from 'vitest';
import type { Match } from '../../core/judgement.ts';
import { entryOf, packOf } from '../testing.ts';
import { judgeBatch } from './judge-batch.ts';

const title = { zh: '名额', en: 'quota' };
const fields = [
  { key: 'unit', type: 'text', role: 'recommending-unit' },
  { key: 'company', type: 'text', role: 'applicant' },
  { key: 'code', type: 'credit-code', role: 'credit-code' },
  { key: 'name', type: 'text', role: 'title' },
];
const filing = (id: string, values: Record<string, string | number | null>, more = {}) =>
  entryOf({ id, file: `${id}.pdf`, fields: values }, more);

describe('quota', () => {
  const call = {
    quotas: [
      { unit: 'province', max: 2, clause: '一' },
      { unit: 'association', max: 1, clause: '一' },
    ],
    batch: [{ kind: 'quota', id: 'q', title, clause: '一', unitField: 'unit' }],
  };
  const pack = packOf({ fields, call });

  it('counts one unit under all its names and lists those over', () => {
    const entries = [
      filing('1', { unit: '江苏省工业和信息化厅', name: '甲' }),
      filing('2', { unit: '江苏省工信厅（盖章）', name: '乙' }),
      filing('3', { unit: '江苏省', name: '丙' }),
      filing('4', { unit: '浙江省经济和信息化厅' }),
      filing('5', { unit: '中国钢铁工业协会' }),
    ];
    const findings = judgeBatch(pack, entries);
    expect(findings.map(({ verdict, filings }) => [verdict, filings])).toEqual([
      ['fail', ['1', '2', '3']],
      ['pass', ['4']],
      ['pass', ['5']],
    ]);
    expect(findings[0]?.message.zh).toContain('推荐3项，超过名额2项，多1项');
    expect(findings[0]?.message.zh).toContain('推荐顺序不明');
  });

  it('names those behind the quota by their rank', () => {
    const ranked = packOf({
      fields: [...fields, { key: 'rank', type: 'count', unit: '位', label: '推荐排序' }],
      call,
    });
    const entries = [3, 1, 2].map((rank) => filing(`r${rank}`, { unit: '江苏省', name: `第${rank}`, rank }));
    expect(judgeBatch(ranked, entries)[0]).toMatchObject({ verdict: 'fail', filings: ['r3'] });
  });

  it('leaves unknown units and kinds without a quota open', () => {
    const findings = judgeBatch(pack, [
      filing('1', { unit: null }),
      filing('2', { unit: '华兴科技有限公司' }),
      { id: '3', file: 'x.pdf', classification: [], matches: [] },
    ]);
    expect(findings.map(({ verdict, filings }) => [verdict, filings])).toEqual([
      ['unknown', ['2']],
      ['unknown', ['1', '3']],
    ]);
  });

  it('does not count winners that must apply again', () => {
    const winner: Match = {
      kind: 'award',
      target: { type: 'award', id: 'a', title: '平台', company: '某', year: 2020, programme: 'p' },
      score: 0.9,
      verdict: 'info',
      reasons: [],
      signals: [{ name: 'who', value: 1, weight: 1 }],
      passages: [],
      excludedShare: 0,
    };
    const again = packOf({
      fields,
      call: {
        ...call,
        resubmission: {
          ...pack.call.resubmission,
          mustReapply: [{ programme: 'p', year: 2020, usesQuota: false }],
        },
      },
    });
    const entries = ['1', '2', '3'].map((id) =>
      filing(id, { unit: '江苏省' }, id === '3' ? { matches: [winner] } : {}),
    );
    expect(judgeBatch(again, entries)[0]).toMatchObject({ verdict: 'pass' });
    expect(judgeBatch(pack, entries)[0]).toMatchObject({ verdict: 'fail' });
  });
});

describe('filings per applicant', () => {
  const rule = { kind: 'max-per-applicant', id: 'm', title, clause: '一', max: 1 };
  const pack = packOf({ fields, call: { batch: [rule] } });
  const verdicts = (entries: ReturnType<typeof filing>[], one = pack) =>
    judgeBatch(one, entries).map(({ verdict, filings }) => [verdict, filings]);

  it('knows an applicant by code or name', () => {
    expect(
      verdicts([
        filing('1', { company: '苏州华兴科技有限公司', code: '9144030071526726XG' }),
        filing('2', { company: '华兴科技', code: '9144030071526726XG' }),
        filing('3', { company: '苏州华兴科技 有限公司', code: null }),
        filing('4', { company: '别家有限公司' }),
      ]),
    ).toEqual([['fail', ['1', '2', '3']]]);
    expect(verdicts([filing('1', { company: '甲公司' }), filing('2', { company: '乙公司' })])).toEqual([
      ['pass', ['1', '2']],
    ]);
  });

  it('leaves one place written in two ways open, and takes two places apart', () => {
    const two = (a: string, b: string) =>
      verdicts([filing('1', { company: `${a}科技有限公司` }), filing('2', { company: `${b}科技有限公司` })]);
    for (const [a, b] of [
      ['昆山华兴', '江苏昆山华兴'],
      ['荆州华兴', '湖北荆州华兴'],
    ] as const)
      expect(two(a, b)).toEqual([['unknown', ['1', '2']]]);
    expect(two('荆州市华兴', '荆州华兴')).toEqual([['fail', ['1', '2']]]);
    expect(two('苏州华兴', '无锡华兴')).toEqual([['pass', ['1', '2']]]);
  });

  it('leaves names that may be the same, and filings without a name, open', () => {
    expect(
      verdicts([
        filing('1', { company: '苏州华兴科技有限公司' }),
        filing('2', { company: '华兴科技有限公司' }),
      ]),
    ).toEqual([['unknown', ['1', '2']]]);
    expect(verdicts([filing('1', { company: null }), filing('2', { company: '甲公司' })])).toEqual([
      ['unknown', ['1']],
    ]);
  });

  it('counts the same file once', () => {
    expect(verdicts([filing('1', { company: '甲公司' }), filing('1', { company: '甲公司' })])).toEqual([
      ['pass', ['1']],
    ]);
  });

  it('counts within a class', () => {
    const schemes = [
      {
        id: 's',
        title,
        parents: [
          { name: '工厂类', en: 'f' },
          { name: '园区类', en: 'p' },
        ],
        labels: [
          { name: '甲', en: 'a', parent: '工厂类', clause: '一' },
          { name: '乙', en: 'b', parent: '工厂类', clause: '一' },
          { name: '丙', en: 'c', parent: '园区类', clause: '一' },
        ],
      },
    ];
    const within = { ...rule, within: { scheme: 's', level: 'parent' } };
    const classed = packOf({ fields, schemes, call: { batch: [within] } });
    const of = (id: string, label: string | null) =>
      filing(id, { company: '甲公司' }, { classification: [{ scheme: 's', label, candidates: [] }] });
    expect(verdicts([of('1', '甲'), of('2', '乙'), of('3', '丙')], classed)).toEqual([['fail', ['1', '2']]]);
    expect(verdicts([of('1', '甲'), of('3', '丙')], classed)).toEqual([['pass', ['1', '3']]]);
    expect(verdicts([of('1', '甲'), of('3', null)], classed)).toEqual([['unknown', ['3']]]);
  });
});
