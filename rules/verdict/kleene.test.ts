import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both } from '../../core/say.ts';
import { run, scopeOf } from '../testing.ts';
import { allOf, anyOf, merge, negate } from './kleene.ts';
import { outcome, type Truth } from './outcome.ts';

const truth = fc.constantFrom<Truth>('pass', 'fail', 'unknown');
const some = fc.array(truth, { minLength: 1, maxLength: 6 });

describe("Kleene's logic", () => {
  it('obeys De Morgan, double negation, order and absorption', () => {
    fc.assert(
      fc.property(some, truth, (list, one) => {
        expect(negate(allOf(list))).toBe(anyOf(list.map(negate)));
        expect(negate(negate(one))).toBe(one);
        expect(allOf(list.toReversed())).toBe(allOf(list));
        expect(allOf([one, anyOf([one, ...list])])).toBe(one);
        expect(anyOf([one, allOf([one, ...list])])).toBe(one);
      }),
    );
  });

  it('never changes a settled verdict when an unknown becomes known', () => {
    fc.assert(
      fc.property(some, fc.nat(), fc.constantFrom<Truth>('pass', 'fail'), (list, at, known) => {
        const open = list.findIndex((one, i) => one === 'unknown' && i >= at % list.length);
        fc.pre(open >= 0);
        const closed = list.with(open, known);
        for (const operator of [allOf, anyOf]) {
          const before = operator(list);
          if (before !== 'unknown') expect(operator(closed)).toBe(before);
        }
      }),
    );
  });
});

describe('merge', () => {
  it('keeps what decided it', () => {
    const good = outcome('pass', { zh: '甲。', en: 'A.' }, [], { value: both('1') });
    const bad = outcome('fail', { zh: '乙。', en: 'B.' }, [], { missing: both('乙'), value: both('2') });
    const worse = outcome('fail', { zh: '丙。', en: 'C.' }, [], { missing: both('丙') });
    const merged = merge('fail', [good, bad, worse]);
    expect(merged).toMatchObject({
      why: { zh: '乙；丙。', en: 'B. C.' },
      values: { missing: { zh: '乙、丙' }, value: { zh: '2' } },
    });
  });

  it('is for a person alone only when all that is open is', () => {
    const person = { person: { zh: '看', en: 'look' } };
    const scope = scopeOf({ fields: { a: 'x' } });
    expect(run({ all: [{ present: 'a' }, person] }, scope).manual).toBe(true);
    expect(run({ all: [{ present: 'gone' }, person] }, scope).manual).toBeUndefined();
    // Another filing passes it by leaving the field blank: this one's documents did not.
    expect(run({ any: [{ blank: 'a' }, person] }, scope)).not.toHaveProperty('manual');
    expect(run({ any: [person, person] }, scope).manual).toBe(true);
    expect(run({ not: person }, scope)).toMatchObject({ verdict: 'unknown', manual: true });
  });
});
