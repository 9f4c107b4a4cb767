import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, scopeOf } from '../testing.ts';
import { holds } from './compare.ts';

const fields = [
  { key: 'platform', type: 'amount', unit: '万元' },
  { key: 'devices', type: 'amount', unit: '万元' },
  { key: 'total', type: 'amount', unit: '元' },
  { key: 'staff', type: 'count', unit: '人' },
  { key: 'profit', type: 'years', years: [2020, 2021], of: 'amount', unit: '万元' },
  { key: 'debt', type: 'years', years: [2020, 2021], of: 'percent', unit: '%' },
  {
    key: 'abilities',
    type: 'ticks',
    options: ['甲', '乙', '丙', '丁'].map((text, i) => ({ text, group: i < 2 ? '一组' : '二组' })),
  },
  {
    key: 'honours',
    type: 'table',
    columns: [
      { key: 'title', label: '奖项', en: 'award' },
      { key: 'year', label: '年', en: 'year' },
    ],
  },
];

const filing = {
  fields: {
    platform: 1234.5,
    devices: 800,
    total: 20345000,
    staff: { value: '若干', raw: '若干' },
    profit: { value: { 2020: -5, 2021: null } },
    debt: { value: { 2020: 45.3, 2021: 50 } },
    abilities: ['甲', '丙', '丁'],
    honours: [
      { title: '奖', year: '2020' },
      { title: null, year: null },
    ],
  },
};

const ask = (left: unknown, op: string, right: unknown, more: object = {}, draft: object = filing) =>
  run({ compare: { left, op, right, ...more } }, scopeOf(draft, { fields }));

describe('compare', () => {
  it('compares numbers of fields with constants and fills the values', () => {
    const found = ask({ sum: [{ field: 'platform' }, { field: 'devices' }] }, '>=', 2000);
    expect(found.verdict).toBe('pass');
    expect(found.values).toMatchObject({ left: { zh: '2,034.5' }, right: { zh: '2,000' } });
    expect(found.evidence).toHaveLength(2);
    expect(ask({ field: 'platform' }, '>=', 2000).verdict).toBe('fail');
  });

  it('compares amounts in one unit', () => {
    expect(ask({ sum: [{ field: 'platform' }, { field: 'devices' }] }, '=', { field: 'total' }).verdict).toBe(
      'pass',
    );
    expect(ask({ ratio: [{ field: 'devices' }, { field: 'total' }] }, '<', 0.4).verdict).toBe('pass');
  });

  it('lets rounded sums differ by the tolerance', () => {
    expect(ask({ field: 'platform' }, '=', 1235).verdict).toBe('fail');
    expect(ask({ field: 'platform' }, '=', 1235, { tolerance: 0.001 }).verdict).toBe('pass');
  });

  it('reads the column of a year', () => {
    expect(ask({ field: 'debt', year: 2021 }, '<', 100).verdict).toBe('pass');
    expect(ask({ field: 'profit', year: 2020 }, '>', 0).verdict).toBe('fail');
    const blank = ask({ field: 'profit', year: 2021 }, '>', 0);
    expect([blank.verdict, blank.why.zh]).toEqual(['unknown', '“栏profit”2021年未填写。']);
  });

  it('counts ticks and rows; none is 0', () => {
    expect(ask({ ticks: { field: 'abilities' } }, '>=', 3).verdict).toBe('pass');
    expect(ask({ ticks: { field: 'abilities', group: '一组' } }, '>=', 2).verdict).toBe('fail');
    expect(ask({ rows: 'honours' }, '=', 1).verdict).toBe('pass');
    const empty = { fields: { abilities: [], honours: null } };
    expect(ask({ ticks: { field: 'abilities' } }, '>=', 1, {}, empty).verdict).toBe('fail');
    expect(ask({ rows: 'honours' }, '>=', 1, {}, empty).verdict).toBe('fail');
    expect(ask({ ticks: { field: 'abilities' } }, '>=', 1, {}, {}).verdict).toBe('unknown');
  });

  it('is unknown for blank, unread and unreadable numbers and says so', () => {
    expect(ask({ field: 'staff' }, '>=', 5).why.zh).toContain('若干');
    const blank = { fields: { platform: null, devices: 800 } };
    expect(ask({ field: 'platform' }, '>=', 5, {}, blank).verdict).toBe('unknown');
    expect(ask({ sum: [{ field: 'platform' }, { field: 'devices' }] }, '>=', 2000, {}, blank).verdict).toBe(
      'unknown',
    );
    expect(ask({ ratio: [1, { field: 'gone' }] }, '>=', 1).verdict).toBe('unknown');
    expect(ask({ ratio: [1, 0] }, '>=', 1).verdict).toBe('unknown');
  });

  it('passes when the parts that are known suffice already', () => {
    const blank = { fields: { platform: null, devices: 2800 } };
    const found = ask({ sum: [{ field: 'platform' }, { field: 'devices' }] }, '>=', 2000, {}, blank);
    expect([found.verdict, found.values.left?.zh]).toEqual(['pass', '至少2,800']);
    expect(ask({ sum: [{ field: 'platform' }, { field: 'devices' }] }, '<=', 2000, {}, blank).verdict).toBe(
      'fail',
    );
  });
});

describe('holds', () => {
  it('has one of <, = and > for any two numbers', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0, max: 0.5, noNaN: true }), (a, b, tolerance) => {
        const is = (op: '<' | '=' | '>') => Number(holds(a, op, b, tolerance));
        expect(is('<') + is('=') + is('>')).toBe(1);
        expect(holds(a, '>=', b, tolerance)).toBe(!holds(a, '<', b, tolerance));
        expect(holds(a, '<=', b, tolerance)).toBe(!holds(a, '>', b, tolerance));
        expect(holds(a, '!=', b, tolerance)).toBe(!holds(a, '=', b, tolerance));
      }),
    );
  });
});
