import { describe, expect, it } from 'vitest';
import { run, scopeOf } from '../testing.ts';

/** The operators on one field: present, blank, oneOf, format, within. */

const states = {
  read: '内容',
  blank: null,
  gone: { state: 'absent' },
  smudged: { value: null, raw: '?', state: 'unreadable' },
  doubtful: { value: '内容', confidence: 0.4 },
  doubtful_blank: { value: null, confidence: 0.4 },
  stroke: '/',
} as const;

describe('present and blank', () => {
  it.each([
    ['read', 'pass', 'fail'],
    ['blank', 'fail', 'pass'],
    ['gone', 'unknown', 'unknown'],
    ['smudged', 'unknown', 'unknown'],
    ['doubtful', 'unknown', 'unknown'],
    ['doubtful_blank', 'unknown', 'unknown'],
    ['not_in_the_filing', 'unknown', 'unknown'],
    ['stroke', 'unknown', 'fail'],
  ])('%s', (key, present, blank) => {
    const scope = scopeOf({ fields: states });
    expect(run({ present: key }, scope).verdict).toBe(present);
    expect(run({ blank: key }, scope).verdict).toBe(blank);
  });

  it('name the field and show where it is', () => {
    const scope = scopeOf(
      { fields: states },
      { fields: [{ key: 'blank', type: 'text', label: '企业名称', en: 'Company' }] },
    );
    const found = run({ present: 'blank' }, scope);
    expect(found.values.missing).toEqual({ zh: '企业名称', en: 'Company' });
    expect(found.evidence).toHaveLength(1);
    expect(run({ present: 'gone' }, scope).why.zh).toContain('未找到');
  });

  it('take an empty list or year table for blank', () => {
    const scope = scopeOf({
      fields: { ticks: [], years: { value: { 2020: null, 2021: null } }, some: { value: { 2020: 1 } } },
    });
    expect(run({ present: 'ticks' }, scope).verdict).toBe('fail');
    expect(run({ present: 'years' }, scope).verdict).toBe('fail');
    expect(run({ present: 'some' }, scope).verdict).toBe('pass');
  });
});

describe('present of a field of several years', () => {
  const form = {
    fields: [
      {
        key: 'taxes',
        type: 'years',
        label: '税金',
        en: 'Taxes',
        years: [2020, 2021],
        of: 'amount',
        unit: '万元',
      },
    ],
  } as const;
  it.each([
    [{ 2020: 1, 2021: 2 }, 'pass'],
    [{ 2020: 0, 2021: 2 }, 'pass'],
    [{ 2020: null, 2021: 2 }, 'fail'],
    [{ 2021: 2 }, 'unknown'],
  ])('%j: %s', (value, verdict) => {
    const found = run({ present: 'taxes' }, scopeOf({ fields: { taxes: { value } } }, form));
    expect(found.verdict).toBe(verdict);
    if (verdict === 'fail') expect(found.values.missing?.zh).toBe('税金（2020年）');
  });
});

describe('oneOf', () => {
  it('compares without width and spaces; blank is unknown', () => {
    const scope = scopeOf({ fields: { kind: 'Ａ 级', other: 'C级', none: null, list: ['甲', '乙'] } });
    const ask = (field: string, values: string[]) => run({ oneOf: { field, values } }, scope).verdict;
    expect(ask('kind', ['A级', 'B级'])).toBe('pass');
    expect(ask('other', ['A级', 'B级'])).toBe('fail');
    expect(ask('none', ['A级'])).toBe('unknown');
    expect(ask('list', ['乙'])).toBe('pass');
  });
});

describe('format', () => {
  const good = '9144030071526726XG';
  const ask = (value: string | null, as: string, readBy: 'text-layer' | 'ocr' = 'text-layer') =>
    run({ format: { field: 'code', as } }, scopeOf({ fields: { code: value }, readBy }));

  it('passes right values and fails wrong or missing ones', () => {
    expect(ask(good, 'credit-code').verdict).toBe('pass');
    expect(ask(good.replace('9144', '9145'), 'credit-code').verdict).toBe('fail');
    expect(ask(null, 'credit-code').verdict).toBe('fail');
    expect(ask('D2143569-X', 'org-code').verdict).toBe('pass');
    expect(ask(good, 'org-code').verdict).toBe('pass');
    expect(ask('025-82288061', 'phone').verdict).toBe('pass');
    expect(ask('lhrhtjc@163.com', 'email').verdict).toBe('pass');
    expect(ask('lhrhtjc', 'email').verdict).toBe('fail');
  });

  it('never fails for what OCR read', () => {
    expect(ask(good.replace('9144', '9145'), 'credit-code', 'ocr').verdict).toBe('unknown');
    expect(ask(good, 'credit-code', 'ocr').verdict).toBe('pass');
  });

  it('shows the value as written', () => {
    expect(ask('123', 'credit-code').values.value?.zh).toBe('123');
  });
});

describe('within', () => {
  const fields = [
    { key: 'region', type: 'region', role: 'region' },
    { key: 'company', type: 'text', role: 'applicant' },
  ];
  const ask = (values: Record<string, string | null>, field: string) =>
    run({ within: { field, region: '江苏省' } }, scopeOf({ fields: values }, { fields })).verdict;

  it('is three-valued', () => {
    expect(ask({ region: '苏州市昆山市' }, 'region')).toBe('pass');
    expect(ask({ region: '武汉市' }, 'region')).toBe('fail');
    expect(ask({ region: '高新区' }, 'region')).toBe('unknown');
    expect(ask({ region: null }, 'region')).toBe('unknown');
  });

  it('does not fail a company for the place in its name', () => {
    expect(ask({ company: '苏州华兴科技有限公司' }, 'company')).toBe('pass');
    expect(ask({ company: '上海华兴科技有限公司' }, 'company')).toBe('unknown');
  });
});
