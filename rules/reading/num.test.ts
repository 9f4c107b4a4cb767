import { describe, expect, it, test } from 'vitest';
import { type FieldDraft, scopeOf } from '../testing.ts';
import { evaluateNum } from './num.ts';

const fields = [
  { key: 'staff', type: 'count', unit: '人', label: '职工人数' },
  { key: 'cost', type: 'amount', unit: '万元', label: '投入' },
  { key: 'cash', type: 'amount', unit: '万元', label: '经营现金流' },
  { key: 'share', type: 'percent', unit: '%', label: '占比' },
  { key: 'tax', type: 'years', years: [2020, 2021], of: 'amount', unit: '万元', label: '税金' },
  { key: 'gain', type: 'years', years: [2020, 2021], of: 'amount', unit: '万元', label: '利润总额' },
  {
    key: 'honours',
    type: 'table',
    label: '奖项',
    columns: [
      { key: 'title', label: '名称', en: 'name' },
      { key: 'year', label: '年', en: 'year' },
    ],
  },
];
const read = (num: Parameters<typeof evaluateNum>[0], values: Readonly<Record<string, FieldDraft>>) =>
  evaluateNum(num, scopeOf({ fields: values }, { fields }));

describe('a number that is not there', () => {
  test.each([
    ['staff', 0],
    ['cost', 0],
    ['tax', 0],
    ['cash', undefined],
    ['share', undefined],
    ['gain', undefined],
  ])('%s is at least %s, be it blank, not found or not readable', (field, least) => {
    for (const draft of [{ value: null }, { state: 'absent' as const }, { value: '若干', raw: '若干' }]) {
      const found = read({ field }, { [field]: draft });
      expect([found.known, found.known ? undefined : found.atLeast]).toEqual([false, least]);
    }
  });

  it('says what is wrong with it', () => {
    const why = (draft: FieldDraft) => {
      const found = read({ field: 'staff' }, { staff: draft });
      return found.known ? '' : found.why.zh;
    };
    expect(why({ value: null })).toBe('“职工人数”未填写。');
    expect(why({ value: '若干', raw: '若干' })).toBe('“职工人数”填写的“若干”无法读成数值，请核对。');
    expect(why({ state: 'absent' })).toContain('未找到“职工人数”一栏');
  });
});

describe('the number of a year', () => {
  const of = (value: unknown, year = 2021) => read({ field: 'tax', year }, { tax: { value } as FieldDraft });
  const why = (value: unknown, year?: number) => {
    const found = of(value, year);
    return found.known ? found.value : found.why.zh;
  };

  it('is that of its column, in the unit of the field', () => {
    expect(of({ 2020: 1, 2021: 2 })).toMatchObject({ known: true, value: 2, unit: '万元' });
    expect(of({ 2020: 1, 2021: 0 })).toMatchObject({ known: true, value: 0 });
  });

  it('is not filled in where its column is empty or missing, and not told by a number without years', () => {
    expect(why({ 2020: 1, 2021: null })).toBe('“税金”2021年未填写。');
    expect(why({ 2020: 1 })).toBe('“税金”2021年未填写。');
    for (const value of [7, '7', ['7']]) expect(why(value)).toBe('“税金”2021年未填写。');
    expect(why({ 2021: '约7' })).toContain('无法读成数值');
  });
});

describe('the rows of a table', () => {
  const count = (draft: FieldDraft) => {
    const found = read({ rows: 'honours' }, { honours: draft });
    return found.known ? found.value : `至少${found.atLeast}`;
  };

  it('are those that say anything', () => {
    const rows = [
      { title: '甲奖', year: null },
      { title: '', year: '2020' },
      { title: null, year: '' },
      { title: '', year: '' },
    ];
    expect(count({ value: rows })).toBe(2);
    expect(count({ value: ['甲奖', '乙奖'] })).toBe(2);
  });

  it('are none in a table found empty or written as text, and any number in one not found', () => {
    expect(count({ value: null })).toBe(0);
    expect(count({ value: '见附件' })).toBe(0);
    expect(count({ state: 'absent' })).toBe('至少0');
  });
});
