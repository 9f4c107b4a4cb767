import { expect, test } from 'vitest';
import { type FilingDraft, run, scopeOf } from '../testing.ts';

const fields = [
  { key: 'company', type: 'text', label: '企业名称', en: 'Company' },
  { key: 'code', type: 'credit-code', label: '代码', en: 'Code' },
];
const code = '91320505MA1MXY7N09';
const ask = (draft: FilingDraft['fields'], more: object = {}) =>
  run({ legalPerson: { name: 'company', ...more } }, scopeOf({ fields: draft ?? {} }, { fields }));

test.each([
  ['无锡恒驰纺织有限公司', 'pass', '不是分支机构'],
  ['无锡恒驰纺织有限公司苏州分公司', 'fail', '不具有独立法人资格'],
  ['无锡恒驰纺织有限公司染整事业部', 'unknown', '内设机构'],
  ['无锡机床厂', 'unknown', '没有有效的统一社会信用代码'],
])('%s: %s', (company, verdict, says) => {
  const found = ask({ company });
  expect([found.verdict, found.values.value?.zh]).toEqual([verdict, company]);
  expect(found.why.zh).toContain(says);
  expect(found.evidence).toHaveLength(1);
});

test('of several names the worst counts: a branch among them is no legal person', () => {
  expect(ask({ company: '无锡恒驰纺织有限公司、无锡恒驰纺织有限公司苏州分公司' }).verdict).toBe('fail');
  expect(ask({ company: '无锡机床厂、无锡恒驰纺织有限公司' }).verdict).toBe('unknown');
});

test('what is printed counts where there is no value', () => {
  expect(
    ask({ company: { value: { name: 1 } as never, raw: '无锡恒驰纺织有限公司苏州分公司' } }).verdict,
  ).toBe('fail');
});

test('a name that was not read or is blank is open', () => {
  expect(ask({}).verdict).toBe('unknown');
  expect([ask({ company: null }).verdict, ask({ company: null }).why.zh]).toEqual([
    'unknown',
    '“企业名称”未填写。',
  ]);
});

test('a works with a valid code of its own is registered; a wrong or doubtful code shows nothing', () => {
  const works = (draft: FilingDraft['fields'], more: object = { code: 'code' }) =>
    ask({ company: '无锡机床厂', ...draft }, more).verdict;
  expect(works({ code })).toBe('pass');
  expect(works({ code: { value: null, raw: code, state: 'filled' } })).toBe('unknown');
  expect(works({ code: { value: code, raw: '' } })).toBe('pass');
  expect(works({ code: '91320505MA1MXY7N0A' })).toBe('unknown');
  expect(works({ code: { value: code, confidence: 0.1 } })).toBe('unknown');
  expect(works({ code: null })).toBe('unknown');
  expect(works({ code }, {})).toBe('unknown');
});
