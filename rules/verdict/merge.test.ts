import { describe, expect, it } from 'vitest';
import { both } from '../../core/say.ts';
import { clauseOf } from './clause-of.ts';
import { merge } from './kleene.ts';
import { fillMessage } from './message.ts';
import { type Outcome, outcome, type Values } from './outcome.ts';

const part = (verdict: Outcome['verdict'], page: number, values: Values = {}, manual = false): Outcome => ({
  ...outcome(verdict, both(`${page}。`), [{ page, box: [0, 0, 9, 9] }], values),
  ...(manual ? { manual: true } : {}),
});

describe('one outcome of several', () => {
  it('shows the places and reasons of those that decided it only', () => {
    const merged = merge('fail', [part('pass', 1), part('fail', 2), part('unknown', 3)]);
    expect(merged.evidence).toMatchObject([{ page: 2 }]);
    expect(merged.why.zh).toBe('2。');
  });

  it('shows those of all where none has that verdict by itself', () => {
    expect(merge('pass', [part('fail', 1), part('unknown', 2)]).evidence).toHaveLength(2);
  });

  it('names a value by the first part that decided and has it, else by any', () => {
    const merged = merge('fail', [
      part('pass', 1, { value: both('甲'), left: both('左') }),
      part('fail', 2, { value: both('乙') }),
      part('fail', 3, { value: both('丙'), right: both('右') }),
    ]);
    expect(merged.values).toEqual({ value: both('乙'), left: both('左'), right: both('右') });
  });

  it('lists what is missing where anything is, in both languages', () => {
    const lacking = (name: string) => part('fail', 1, { missing: both(name) });
    expect(merge('fail', [lacking('甲'), lacking('乙')]).values.missing).toEqual({
      zh: '甲、乙',
      en: '甲, 乙',
    });
    expect(merge('fail', [part('fail', 1)]).values).not.toHaveProperty('missing');
  });

  it('is left to a person only while it is open', () => {
    expect(merge('unknown', [part('unknown', 1, {}, true)]).manual).toBe(true);
    expect(merge('pass', [part('pass', 1, {}, true)])).not.toHaveProperty('manual');
  });
});

it('quotes the filing only while it is open and a part that left it open does', () => {
  const quoting = { ...part('unknown', 1), quoting: true as const };
  expect(merge('unknown', [part('unknown', 2), quoting]).quoting).toBe(true);
  expect(merge('unknown', [part('unknown', 2)])).not.toHaveProperty('quoting');
  expect(merge('unknown', [part('unknown', 2), { ...quoting, verdict: 'pass' }])).not.toHaveProperty(
    'quoting',
  );
  expect(merge('fail', [{ ...quoting, verdict: 'fail' }])).not.toHaveProperty('quoting');
});

it('a reason that quotes the filing is shown and not the general sentence of the rule, while it is open', () => {
  const rule = { pass: both('符合。'), fail: both('不符。'), unknown: both('请核对。') };
  const found = { ...part('unknown', 1), quoting: true as const };
  expect(fillMessage(rule, found).zh).toBe('1。');
  expect(fillMessage(rule, part('unknown', 1)).zh).toBe('请核对。');
  expect(fillMessage(rule, { ...found, verdict: 'fail' }).zh).toBe('不符。');
  expect(fillMessage({ pass: both('符合。'), fail: both('不符。') }, part('unknown', 1)).zh).toBe('1。');
});

it('a clause that the pack does not hold keeps its number, without words', () => {
  const clauses = new Map([['一', { ref: '一', text: '条文', rules: [] }]]);
  expect(clauseOf(clauses, '一')).toEqual({ ref: '一', text: '条文' });
  expect(clauseOf(clauses, '九')).toEqual({ ref: '九', text: '' });
});
