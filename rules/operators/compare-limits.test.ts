import { describe, expect, it, test } from 'vitest';
import { run, scopeOf } from '../testing.ts';
import { holds } from './compare.ts';

const fields = [
  { key: 'platform', type: 'amount', unit: '万元', label: '平台投入' },
  { key: 'devices', type: 'amount', unit: '万元', label: '设备投入' },
  { key: 'profit', type: 'amount', unit: '万元', label: '净利润' },
  { key: 'total', type: 'amount', unit: '元', label: '总投资' },
];
const filing = { fields: { platform: null, devices: 2800, profit: null, total: 28000000 } };
const ask = (left: unknown, op: string, right: unknown) =>
  run({ compare: { left, op, right } }, scopeOf(filing, { fields }));

describe('a sum of which one part is not known, the others being 2,800', () => {
  const sum = { sum: [{ field: 'platform' }, { field: 'devices' }] };
  test.each([
    ['>=', 2799, 'pass'],
    ['>=', 2800, 'pass'],
    ['>=', 2801, 'unknown'],
    ['>', 2799, 'pass'],
    ['>', 2800, 'unknown'],
    ['<=', 2799, 'fail'],
    ['<=', 2800, 'unknown'],
    ['<', 2800, 'fail'],
    ['<', 2801, 'unknown'],
    ['=', 2799, 'fail'],
    ['=', 2800, 'unknown'],
    ['!=', 2799, 'pass'],
    ['!=', 2800, 'unknown'],
  ])('%s %d: %s', (op, limit, verdict) => {
    expect(ask(sum, op, limit).verdict).toBe(verdict);
  });

  it('settles nothing against a limit that is not known either', () => {
    expect(ask(sum, '>=', { field: 'gone' }).verdict).toBe('unknown');
    expect(ask(sum, '<=', { field: 'platform' }).verdict).toBe('unknown');
  });

  it('is shown as the least it is once that settles it, and not at all before', () => {
    expect(ask(sum, '>=', 2800).values).toMatchObject({ left: { zh: '至少2,800' }, right: { zh: '2,800' } });
    expect(ask(sum, '>=', 2801).values).not.toHaveProperty('left');
    expect(ask(sum, '>=', 2801).why.zh).toBe('“平台投入”未填写。');
  });

  it('may be less where the part can be below zero', () => {
    const withLoss = { sum: [{ field: 'profit' }, { field: 'devices' }] };
    for (const op of ['>=', '<=', '=', '!='])
      expect([op, ask(withLoss, op, 2000).verdict]).toEqual([op, 'unknown']);
  });
});

it('a limit that is not known leaves a known number open', () => {
  for (const op of ['>=', '>', '<=', '<', '=', '!='])
    expect([op, ask({ field: 'devices' }, op, { field: 'platform' }).verdict]).toEqual([op, 'unknown']);
});

it('says what is and what was asked, in the unit of the left number', () => {
  const equal = ask({ field: 'devices' }, '=', { field: 'total' });
  expect(equal).toMatchObject({ verdict: 'pass', values: { left: { zh: '2,800' }, right: { zh: '2,800' } } });
  expect(equal.why.zh).toMatch(/为2,800，等于/u);
  const less = ask({ field: 'devices' }, '>', { field: 'total' });
  expect([less.verdict, less.why.zh]).toEqual(['fail', expect.stringMatching(/为2,800，不符合“大于/u)]);
});

describe('numbers that count as equal', () => {
  it('are those as far apart as the tolerance of the larger, and not further', () => {
    expect(holds(99, '=', 100, 0.01)).toBe(true);
    expect(holds(100, '=', 99, 0.01)).toBe(true);
    expect(holds(98.9, '=', 100, 0.01)).toBe(false);
    expect(holds(98.9, '<', 100, 0.01)).toBe(true);
    expect(holds(99, '<', 100, 0.01)).toBe(false);
    expect(holds(99, '>=', 100, 0.01)).toBe(true);
  });

  it('are those that differ by no more than the error of adding them', () => {
    expect(holds(0.1 + 0.2, '=', 0.3)).toBe(true);
    expect(holds(2000.001, '=', 2000)).toBe(false);
  });

  it('are nothing and nothing', () => {
    expect([holds(0, '=', 0), holds(0, '>=', 0), holds(0, '<=', 0)]).toEqual([true, true, true]);
    expect([holds(0, '!=', 0), holds(0, '>', 0), holds(0, '<', 0)]).toEqual([false, false, false]);
  });
});
