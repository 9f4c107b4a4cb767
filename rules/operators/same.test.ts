import { describe, expect, it } from 'vitest';
import { sameValue } from '../reading/same-value.ts';
import { run, scopeOf } from '../testing.ts';

/** The operators that compare values: same, consistent. */

describe('sameValue', () => {
  it.each([
    ['华兴（苏州）有限公司', '华兴(苏州) 有限公司', true],
    ['苏州华兴科技有限公司', '华兴科技有限公司', undefined],
    ['苏州华兴科技有限公司', '无锡华兴科技有限公司', false],
    ['昆山华兴科技有限公司', '江苏昆山华兴科技有限公司', undefined],
    ['荆州华兴科技有限公司', '湖北荆州华兴科技有限公司', undefined],
    ['基于5G的平台', '基于 5g 的“平台”', true],
    ['甲平台', '乙平台', false],
    ['2022-05', '2022-05-20', undefined],
    ['2022-05', '2022-06', false],
    [2000, 2000.0000001, true],
    [2000, 2001, false],
  ])('%s and %s', (a, b, same) => {
    expect(sameValue(a, b, false)).toBe(same);
    expect(sameValue(b, a, false)).toBe(same);
  });

  it('leaves one misread character of a scan open', () => {
    expect(sameValue('华兴智能工厂项目', '华兴智能工广项目', true)).toBeUndefined();
    expect(sameValue('华兴智能工厂项目', '华兴数字车间项目', true)).toBe(false);
  });
});

describe('same', () => {
  const fields = [
    { key: 'a', type: 'amount', unit: '万元' },
    { key: 'b', type: 'amount', unit: '元' },
    { key: 'c', type: 'text' },
    { key: 'd', type: 'text' },
  ];
  const scope = scopeOf(
    {
      fields: { a: { value: 20, unit: '万元' }, b: { value: 200000, unit: '元' }, c: '甲', d: '乙', e: null },
    },
    { fields },
  );

  it('compares in one unit and shows both', () => {
    expect(run({ same: ['a', 'b'] }, scope).verdict).toBe('pass');
    const found = run({ same: ['c', 'd'] }, scope);
    expect([found.verdict, found.values.value?.zh]).toEqual(['fail', '甲；乙']);
    expect(run({ same: ['c', 'e'] }, scope).verdict).toBe('unknown');
  });
});

describe('consistent', () => {
  const where = [{ page: 2, box: [0, 0, 9, 9] as const }];
  const ask = (other?: string, readBy: 'text-layer' | 'ocr' = 'text-layer') =>
    run(
      { consistent: 'name' },
      scopeOf({
        fields: {
          name: { value: '苏州华兴科技有限公司', ...(other ? { conflicts: [{ value: other, where }] } : {}) },
        },
        readBy,
      }),
    );

  it('passes without another reading and fails with a different one', () => {
    expect(ask().verdict).toBe('pass');
    const found = ask('苏州华新科技有限公司');
    expect([found.verdict, found.values.value?.zh]).toEqual([
      'fail',
      '苏州华兴科技有限公司；苏州华新科技有限公司',
    ]);
    expect(found.evidence).toHaveLength(2);
    expect(ask('苏州华新科技有限公司', 'ocr').verdict).toBe('unknown');
    expect(ask('苏州华兴科技 有限公司').verdict).toBe('pass');
  });
});
