import { describe, expect, it } from 'vitest';
import { matchList } from '../../index/listed/match-list.ts';
import type { Award } from '../../lists/awards/award.ts';
import type { ListRow, OfficeList } from '../../lists/office/office-list.ts';
import { entryOf, packOf } from '../testing.ts';
import { type BatchContext, judgeBatch } from './judge-batch.ts';

const title = { zh: '汇总表', en: 'sheet' };
const fields = [
  { key: 'unit', type: 'text', role: 'recommending-unit' },
  { key: 'company', type: 'text', role: 'applicant' },
  { key: 'name', type: 'text', role: 'title' },
];
const rule = { kind: 'list', id: 'l', title, clause: '一', list: 'summary' };
const names = ['甲', '乙', '丙', '丁'];
const company = (i: number) => `${names[i]}方机械有限公司`;
const entry = (i: number, more: Record<string, unknown> = {}) =>
  entryOf({
    id: `f${i}`,
    file: `${i}.pdf`,
    fields: { unit: '江苏省', company: company(i), name: `${names[i]}号窑炉`, ...more } as never,
  });

function row(i: number, rank: string | undefined, unit?: string): ListRow {
  const place = { file: 'a.xlsx', part: '', path: `tr[${i + 2}]` };
  const cells = new Map([
    ['company', { header: '单位', raw: company(i), place }],
    ['name', { header: '名称', raw: `${names[i]}号窑炉`, place }],
  ]);
  return { number: i + 2, place, cells, ...(rank ? { rank } : {}), ...(unit ? { unit } : {}) };
}

function context(entries: ReturnType<typeof entry>[], rows: ListRow[]): BatchContext {
  const list: OfficeList = { files: ['a.xlsx'], rows, columns: [], unread: [], problems: [] };
  const filings = entries.flatMap((one) => one.filing ?? []);
  return { lists: { summary: { list, match: matchList(list, filings, packOf({ fields })) } } };
}

function judged(
  entries: ReturnType<typeof entry>[],
  rows: ListRow[],
  call: Readonly<Record<string, unknown>> = { batch: [rule] },
) {
  return judgeBatch(packOf({ fields, call }), entries, context(entries, rows));
}
const verdicts = (found: ReturnType<typeof judgeBatch>) =>
  found.map(({ verdict, filings }) => [verdict, filings]);

describe('a list of the office', () => {
  it('passes where all belong together', () => {
    const found = judged([entry(0), entry(1)], [row(0, '1'), row(1, '2')]);
    expect(verdicts(found)).toEqual([['pass', ['f0', 'f1']]]);
  });

  it('names filings without a row and rows without a filing', () => {
    const found = judged([entry(0), entry(1)], [row(0, '1'), row(2, '2')]);
    expect(verdicts(found)).toEqual([
      ['fail', ['f1']],
      ['fail', []],
    ]);
    expect(found[1]?.message.zh).toContain('第4行“丙方机械有限公司 丙号窑炉”');
    expect(found[1]?.evidence).toMatchObject([{ path: 'tr[4]' }]);
  });

  it('is open while a file is unread or in doubt that could be the missing one', () => {
    const unread = { id: 'x', file: 'x.pdf', classification: [], matches: [] };
    const found = judged([entry(0), unread], [row(0, '1'), row(1, '2')]);
    expect(verdicts(found)).toEqual([
      ['unknown', ['x']],
      ['unknown', []],
    ]);
    const doubtful = entry(1, { company: { value: '乙方机戒', confidence: 0.4 } });
    expect(verdicts(judged([entry(0), doubtful], [row(0, '1')]))).toEqual([['unknown', ['f1']]]);
  });

  it('says what is wrong with the order, unit by unit', () => {
    const entries = [0, 1, 2].map((i) => entry(i));
    const order = (...ranks: (string | undefined)[]) =>
      judged(
        entries,
        ranks.map((rank, i) => row(i, rank)),
      ).map(({ verdict, message }) => [verdict, message.zh]);
    expect(order('1', '3', '2')[0]?.[0]).toBe('pass');
    expect(order('1', '1', '2')[0]?.[1]).toContain('第2、3行排序重复');
    expect(order('1', '2', '4')[0]?.[1]).toContain('缺3');
    expect(order('第1', undefined, '2')[0]?.[1]).toContain('第3行没有排序');
    expect(order(undefined, undefined, undefined)[0]).toMatchObject(['unknown', /没有推荐排序/u]);
    const two = [
      row(0, '1', '江苏省工信厅'),
      row(1, '1', '浙江省经信厅'),
      row(2, '2', '江苏省工业和信息化厅'),
    ];
    expect(verdicts(judged(entries, two))[0]?.[0]).toBe('pass');
  });

  it('was not given: nothing is said to be right', () => {
    const found = judgeBatch(packOf({ fields, call: { batch: [rule] } }), [entry(0)]);
    expect(found).toMatchObject([{ verdict: 'unknown', manual: true }]);
  });
});

describe('quotas by the sheet', () => {
  const call = {
    quotas: [{ unit: 'province', max: 2, clause: '一' }],
    batch: [{ kind: 'quota', id: 'q', title, clause: '一', unitField: 'unit' }],
  };

  it('those behind the quota by rank are over, with their rows', () => {
    const entries = [0, 1, 2].map((i) => entry(i));
    const [found] = judged(entries, [row(0, '3'), row(1, '1'), row(2, '2')], call);
    expect(found).toMatchObject({ verdict: 'fail', filings: ['f0'], evidence: [{ path: 'tr[2]' }] });
    const [unclear] = judged(entries, [row(0, '1'), row(1, '1'), row(2, '2')], call);
    expect(unclear).toMatchObject({ verdict: 'fail', filings: ['f0', 'f1', 'f2'], evidence: [] });
  });

  it('the sheet tells the unit that a form leaves out', () => {
    const entries = [0, 1, 2].map((i) => entry(i, { unit: null }));
    const rows = [0, 1, 2].map((i) => row(i, String(i + 1), '江苏省工信厅'));
    expect(judged(entries, rows, call)).toMatchObject([{ verdict: 'fail', filings: ['f2'] }]);
  });
});

describe('winners that must apply again', () => {
  const { resubmission } = packOf().call;
  const call = {
    resubmission: { ...resubmission, mustReapply: [{ programme: 'p', year: 2020, usesQuota: false }] },
    batch: [{ kind: 'must-reapply', id: 'm', title, clause: '一', unitField: 'unit' }],
  };
  const award = (id: string, more: Partial<Award> = {}): Award => ({
    id,
    programme: 'p',
    year: 2020,
    title: `平台${id}`,
    company: `苏州${id}有限公司`,
    ...more,
  });
  const found = (awards: readonly Award[] | undefined, matches: readonly string[] = []) => {
    const own = matches.map((id) => ({
      kind: 'award' as const,
      target: { type: 'award' as const, id, title: '', company: '', year: 2020, programme: 'p' },
      score: 1,
      verdict: 'info' as const,
      reasons: [],
      signals: [{ name: 'who' as const, value: 1, weight: 1 }],
      passages: [],
      excludedShare: 0,
    }));
    const entries = [{ ...entry(0), matches: own }];
    return judgeBatch(packOf({ fields, call }), entries, awards ? { awards } : {});
  };

  it('names those of the region that are missing, and those that apply', () => {
    const awards = [
      award('1'),
      award('2'),
      award('3', { company: '杭州某有限公司' }),
      award('4', { year: 2019 }),
    ];
    expect(
      found(awards, ['1']).map(({ verdict, message }) => [verdict, /平台(\d)/u.exec(message.zh)?.[1]]),
    ).toEqual([
      ['pass', undefined],
      ['unknown', '2'],
    ]);
    expect(found([award('3', { company: '杭州某有限公司' })])).toMatchObject([{ verdict: 'not-applicable' }]);
    expect(found(undefined)).toMatchObject([{ verdict: 'unknown', manual: true }]);
  });
});
