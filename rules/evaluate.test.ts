import { describe, expect, it } from 'vitest';
import { judge } from './evaluate.ts';
import { bareContext, filingOf, packOf, runRule, scopeOf } from './testing.ts';

const fields = [
  { key: 'a', type: 'text', label: '甲栏', en: 'A' },
  { key: 'b', type: 'text', label: '乙栏', en: 'B' },
  { key: 'n', type: 'amount', unit: '万元', label: '金额', en: 'Amount' },
];

describe('judge', () => {
  it('gives one finding for each rule in order, with its clause quoted', () => {
    const text = { zh: '字', en: 'words' };
    const rules = ['x', 'y'].map((id) => ({
      id,
      title: text,
      clause: '一',
      check: { present: 'a' },
      pass: text,
      fail: text,
    }));
    const findings = judge(packOf({ fields, rules }), filingOf({ fields: { a: '1' } }), bareContext);
    expect(findings.map(({ rule, verdict, clause }) => [rule, verdict, clause.text])).toEqual([
      ['x', 'pass', '条文'],
      ['y', 'pass', '条文'],
    ]);
  });

  it('fills the sentences', () => {
    const scope = scopeOf({ fields: { a: null, b: null, n: 1234.5 } }, { fields });
    const missing = runRule(
      {
        check: { all: [{ present: 'a' }, { present: 'b' }, { present: 'n' }] },
        fail: { zh: '未填写：{missing}。', en: 'Missing: {missing}.' },
      },
      scope,
    );
    expect(missing.message).toEqual({ zh: '未填写：甲栏、乙栏。', en: 'Missing: A, B.' });
    const amount = runRule(
      {
        check: { compare: { left: { field: 'n' }, op: '>=', right: 2000 } },
        fail: { zh: '{left}万元低于{right}万元', en: '{left} < {right}' },
      },
      scope,
    );
    expect(amount.message).toEqual({ zh: '1,234.5万元低于2,000万元', en: '1,234.5 < 2,000' });
  });

  it('says why where a value of the sentence is missing', () => {
    const scope = scopeOf({ fields: { a: null } }, { fields });
    const found = runRule(
      { check: { present: 'a' }, fail: { zh: '{left}不对', en: '{left} is wrong' } },
      scope,
    );
    expect(found.message).toEqual({ zh: '“甲栏”未填写。', en: '"A" is not filled in.' });
  });

  it('says what could not be read where unknown has no sentence', () => {
    const scope = scopeOf({ fields: { a: { value: null, raw: '#', state: 'unreadable' } } }, { fields });
    const found = runRule({ check: { present: 'a' } }, scope);
    expect([found.verdict, found.message.zh]).toEqual([
      'unknown',
      '“甲栏”填有内容但无法识别（第1页），请查看原件。',
    ]);
    const own = runRule({ check: { present: 'a' }, unknown: { zh: '不明', en: 'open' } }, scope);
    expect(own.message.zh).toBe('不明');
  });

  it('does not apply when its condition fails, and is open when that is', () => {
    const scope = scopeOf({ fields: { a: null, b: '1' } }, { fields });
    expect(runRule({ when: { present: 'a' }, check: { present: 'b' } }, scope).verdict).toBe(
      'not-applicable',
    );
    expect(runRule({ when: { present: 'gone' }, check: { present: 'b' } }, scope).verdict).toBe('unknown');
    expect(runRule({ when: { present: 'b' }, check: { present: 'b' } }, scope).verdict).toBe('pass');
  });

  it('marks what a person must check', () => {
    const found = runRule({ check: { person: { zh: '请核对。', en: 'Check.' } } }, scopeOf({}));
    expect(found).toMatchObject({ verdict: 'unknown', manual: true, message: { zh: '请核对。' } });
  });
});

describe('a condition that only other words could meet', () => {
  const asked = { mentions: { phrases: [['零信任'], ['区块链']], min: 1, in: [], decisive: false } };
  const told = { sections: { effect: ['方案采用可信身份网关，逐次校验访问请求。'] } };
  const verdictOf = (check: object, consequence = 'mend') =>
    runRule({ check, consequence }, scopeOf(told)).verdict;

  it('is open, not failed: the text may say it in its own way', () => {
    expect(verdictOf(asked)).toBe('unknown');
    expect(verdictOf(asked, 'bars')).toBe('unknown');
    expect(verdictOf({ any: [{ compare: { left: 1, op: '>', right: 2 } }, asked] })).toBe('unknown');
  });

  it('fails where something else fails too, where the words themselves are asked, and as a remark', () => {
    expect(verdictOf({ all: [{ compare: { left: 1, op: '>', right: 2 } }, asked] })).toBe('fail');
    expect(verdictOf({ mentions: { ...asked.mentions, decisive: true } })).toBe('fail');
    expect(verdictOf(asked, 'remark')).toBe('fail');
  });

  it('passes where the words must not be there', () => {
    expect(verdictOf({ not: asked })).toBe('pass');
  });
});
