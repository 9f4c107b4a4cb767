import { describe, expect, it } from 'vitest';
import { entryOf, packOf } from '../testing.ts';
import { judgeBatch } from './judge-batch.ts';
import { rankOf } from './ranks.ts';

const title = { zh: '名额', en: 'quota' };
const fields = [
  { key: 'unit', type: 'text', role: 'recommending-unit' },
  { key: 'name', type: 'text', role: 'title' },
];
const call = {
  quotas: [{ unit: 'province', max: 2, clause: '一' }],
  batch: [{ kind: 'quota', id: 'q', title, clause: '一', unitField: 'unit' }],
};
const filings = (ranks: readonly (number | string | null)[]) =>
  ranks.map((rank, i) =>
    entryOf({ id: `${i}`, file: `${i}.pdf`, fields: { unit: '江苏省', name: `${i}号`, rank } }),
  );
const judged = (label: string, ranks: readonly (number | string | null)[], type = 'count') =>
  judgeBatch(
    packOf({
      fields: [...fields, { key: 'rank', type, label, ...(type === 'count' ? { unit: '位' } : {}) }],
      call,
    }),
    filings(ranks),
  )[0];

describe('quota by the order of priority', () => {
  it('is kept at its number and broken by one more', () => {
    expect(judged('推荐排序', [1, 2])).toMatchObject({ verdict: 'pass', filings: ['0', '1'] });
    expect(judged('推荐排序', [1, 2])?.message.zh).toContain('推荐2项，未超过名额2项');
    expect(judged('推荐排序', [2, 3, 1])).toMatchObject({ verdict: 'fail', filings: ['1'] });
    expect(judged('推荐排序', [2, 3, 1])?.message.zh).toContain('多1项。按推荐顺序超出的是“1号”');
    expect(judged('推荐排序', [4, 2, 3, 1])).toMatchObject({ filings: ['2', '0'] });
  });

  it('is known by any of its names, and by no other', () => {
    for (const label of ['推荐顺序', '推荐序号', '推荐次序', '推荐排名', '优先级', '优先顺序', '排序'])
      expect([label, judged(label, [2, 3, 1])?.filings]).toEqual([label, ['1']]);
    for (const label of ['排序说明', '序号', '推荐理由'])
      expect([label, judged(label, [2, 3, 1])?.filings]).toEqual([label, ['0', '1', '2']]);
  });

  it('is open where ranks repeat, are missing, below 1 or broken', () => {
    for (const ranks of [
      [1, 1, 2],
      [1, 2, null],
      [0, 1, 2],
      [1, 2, 2.5],
    ])
      expect([ranks, judged('推荐排序', ranks)?.filings]).toEqual([ranks, ['0', '1', '2']]);
    expect(judged('推荐排序', [1, 1, 2])?.message.zh).toContain('推荐顺序不明，请推荐单位确定取舍');
  });
});

describe('a number that is only usual', () => {
  const over = (consequence: string, usual?: true) =>
    judgeBatch(
      packOf({
        fields,
        call: {
          quotas: [{ unit: 'province', max: 2, clause: '一', ...(usual ? { usual } : {}) }],
          batch: [{ kind: 'quota', id: 'q', title, clause: '一', unitField: 'unit', consequence }],
        },
      }),
      filings([1, 2, 3]),
    )[0];

  it('is a remark when exceeded, whatever the rule says of firm numbers', () => {
    expect(over('bars', true)).toMatchObject({ verdict: 'fail', consequence: 'remark' });
    expect(over('bars', true)?.message.zh).toContain('超过一般数额2项，多1项');
    expect(over('bars', true)?.message.zh).not.toContain('取舍');
    expect(over('bars')).toMatchObject({ verdict: 'fail', consequence: 'bars' });
    expect(over('bars')?.message.zh).toContain('超过名额2项');
  });
});

describe('the rank of a row', () => {
  const rank = (written?: string) =>
    rankOf({
      number: 2,
      place: { part: '', path: 'tr[2]' },
      cells: new Map(),
      ...(written === undefined ? {} : { rank: written }),
    });

  it('is a whole number from 1, with or without its words', () => {
    expect(['1', '第2名', '第3位', '4号', '5、', '6.', '7．'].map(rank)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(['0', '1.5', '甲', '', undefined].map(rank)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
