import { expect, test } from 'vitest';
import type { Finding, Match } from '../core/judgement.ts';
import { outcomeOf } from './screening.ts';

const text = { zh: '', en: '' };

function finding(verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding {
  return {
    rule: 'r',
    title: text,
    weight: 'condition',
    verdict,
    message: text,
    clause: { ref: '一', text: '' },
    evidence: [],
    ...more,
  };
}

function match(verdict: Match['verdict']): Match {
  return {
    kind: 'award',
    target: { type: 'award', id: 'w', title: '', company: '' },
    score: 0.9,
    verdict,
    reasons: [],
    signals: [],
    passages: [],
    excludedShare: 0,
  };
}

test.each<[string, string, Finding[], Match[]]>([
  ['nothing found', 'pass', [], []],
  ['conditions pass', 'pass', [finding('pass'), finding('not-applicable')], []],
  ['one condition fails', 'fail', [finding('pass'), finding('fail'), finding('unknown')], []],
  ['one cannot be told', 'review', [finding('pass'), finding('unknown')], []],
  ['a barred repeat', 'fail', [finding('pass')], [match('info'), match('barred')]],
  ['barred outranks unknown', 'fail', [finding('unknown')], [match('barred')]],
  ['a repeat to look at', 'review', [finding('pass')], [match('review')]],
  ['fail outranks a repeat to look at', 'fail', [finding('fail')], [match('review')]],
  ['a repeat without consequence', 'pass', [finding('pass')], [match('info')]],
  ['a warning bars nobody', 'pass', [finding('fail', { weight: 'warning' })], []],
  ['nor does a warning that cannot be told', 'pass', [finding('unknown', { weight: 'info' })], []],
  ['what only a person can check holds nothing up', 'pass', [finding('unknown', { manual: true })], []],
])('%s: %s', (_, outcome, findings, matches) => {
  expect(outcomeOf(findings, matches)).toBe(outcome);
  expect(outcomeOf([...findings].reverse(), [...matches].reverse())).toBe(outcome);
});
