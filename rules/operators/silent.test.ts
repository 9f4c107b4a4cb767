import { expect, test } from 'vitest';
import { both } from '../../core/say.ts';
import { checkOf, scopeOf } from '../testing.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';
import { all } from './all.ts';
import { any } from './any.ts';

/** A check that fails only since the text uses other words, or few, is silent: nobody fails by it without a person. */

const part = (verdict: Outcome['verdict'], more: Partial<Outcome> = {}): Outcome => ({
  ...outcome(verdict, both('因。')),
  ...more,
});
const [good, bad, open] = [part('pass'), part('fail'), part('unknown')];
const silent = part('fail', { silent: true });
const person = part('unknown', { manual: true });

/** What several checks come to whose outcomes are these. */
function composed(operator: typeof all | typeof any, parts: readonly Outcome[]): Outcome {
  const checks = parts.map((_, i) => checkOf({ present: `f${i}` }));
  return operator(checks, scopeOf({}), (check) => parts[checks.indexOf(check)] ?? open);
}

test.each<[string, Outcome[], Outcome['verdict'], boolean]>([
  ['one silent fail', [good, silent], 'fail', true],
  ['nothing but silent fails', [silent, silent], 'fail', true],
  ['a silent fail beside what is open', [open, silent], 'fail', true],
  ['a fail that is not silent as well', [silent, bad], 'fail', false],
  ['a fail that is not silent', [good, bad], 'fail', false],
  ['no fail', [good, open], 'unknown', false],
  ['passes', [good, good], 'pass', false],
])('all of %s', (_, parts, verdict, isSilent) => {
  const found = composed(all, parts);
  expect([found.verdict, found.silent ?? false]).toEqual([verdict, isSilent]);
});

test.each<[string, Outcome[], Outcome['verdict'], boolean]>([
  ['nothing but silent fails', [silent, silent], 'fail', true],
  ['a silent fail, since another might have been said', [silent, bad], 'fail', true],
  ['fails that are not silent', [bad, bad], 'fail', false],
  ['a silent fail and a pass', [silent, good], 'pass', false],
  ['a silent fail and what is open', [silent, open], 'unknown', false],
])('any of %s', (_, parts, verdict, isSilent) => {
  const found = composed(any, parts);
  expect([found.verdict, found.silent ?? false]).toEqual([verdict, isSilent]);
});

test('any is for a person alone where every part is, and only while it is open', () => {
  expect(composed(any, [person, person]).manual).toBe(true);
  expect(composed(any, [person, open])).not.toHaveProperty('manual');
  expect(composed(any, [person, good])).not.toHaveProperty('manual');
  expect(composed(any, [part('pass', { manual: true })])).not.toHaveProperty('manual');
});
