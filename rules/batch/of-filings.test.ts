import { expect, test } from 'vitest';
import type { Consequence } from '../../core/filing-state.ts';
import type { Verdict } from '../../core/judgement.ts';
import type { BatchFinding } from '../../core/outcome.ts';
import { stateOf } from '../../review/state-of.ts';
import { findingsOfFilings } from './of-filings.ts';

function finding(verdict: Verdict, consequence: Consequence, more: Partial<BatchFinding> = {}): BatchFinding {
  return {
    rule: 'quota',
    title: { zh: '名额', en: 'Quota' },
    consequence,
    verdict,
    message: { zh: '超过名额。', en: 'Over the quota.' },
    clause: { ref: '三', text: '不超过3项。' },
    evidence: [],
    filings: ['a', 'b'],
    ...more,
  };
}

const stateFor = (id: string, findings: readonly BatchFinding[]) =>
  stateOf({
    status: 'done',
    findings: findingsOfFilings(findings).get(id) ?? [],
    matches: [],
    problems: [],
  });

test.each([
  ['fail', 'bars', 'failed'],
  ['fail', 'mend', 'mend'],
  ['fail', 'remark', 'remarked'],
  ['unknown', 'bars', 'open'],
  ['unknown', 'mend', 'open'],
  ['unknown', 'remark', 'remarked'],
] as const)(
  'a named filing bears what a batch rule found: %s of a rule that %s is %s',
  (verdict, consequence, state) => {
    const found = [finding(verdict, consequence)];
    expect(stateFor('a', found)).toMatchObject({ state, reasons: [{ source: { rule: 'quota' } }] });
    expect(stateFor('b', found).state).toBe(state);
    expect(stateFor('c', found)).toMatchObject({ state: 'passed', reasons: [] });
  },
);

test('what passes or does not apply moves nobody, and what only a person can judge goes on the checklist', () => {
  expect(findingsOfFilings([finding('pass', 'bars'), finding('not-applicable', 'mend')])).toEqual(new Map());
  expect(stateFor('a', [finding('unknown', 'person')])).toMatchObject({ state: 'passed', checklist: 1 });
});

test('where somebody must choose which filing goes, each is open: none of the applicants can mend it', () => {
  expect(stateFor('a', [finding('fail', 'bars', { choice: true })]).state).toBe('open');
  expect(stateFor('a', [finding('fail', 'mend', { choice: true })]).state).toBe('open');
  expect(stateFor('a', [finding('fail', 'remark', { choice: true })]).state).toBe('remarked');
});

test('a filing named twice bears it once, and a sentence that names hundreds is cut on the filing alone', () => {
  const zh = `超过名额：${'“甲”、'.repeat(500)}`;
  const found = finding('fail', 'mend', { filings: ['a', 'a'], message: { zh, en: zh } });
  const own = findingsOfFilings([found]).get('a');
  expect(own).toHaveLength(1);
  expect(own?.[0]?.message.zh).toMatch(/^超过名额：.*……（全文见批次检查）$/u);
  expect(own?.[0]?.message.zh.length).toBeLessThan(230);
  expect(own?.[0]).not.toHaveProperty('filings');
});

test('findings of several rules are all borne, and a sentence of two hundred characters is told whole', () => {
  const zh = '超'.repeat(200);
  const found = findingsOfFilings([
    finding('fail', 'mend', { message: { zh, en: `${zh}a` } }),
    finding('unknown', 'remark', { rule: 'other', choice: true }),
    finding('fail', 'remark', { rule: 'third', choice: true }),
  ]).get('a');
  expect(found?.map(({ rule, verdict }) => [rule, verdict])).toEqual([
    ['quota', 'fail'],
    ['other', 'unknown'],
    ['third', 'fail'],
  ]);
  expect(found?.[0]?.message).toEqual({ zh, en: `${zh}… (in full among the batch checks)` });
});
