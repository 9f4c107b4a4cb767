import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../calls/rule-language/operators.ts';
import { evaluate } from '../evaluate.ts';
import { type FieldDraft, scopeOf } from '../testing.ts';
import { negate } from '../verdict/kleene.ts';

/** Laws that hold for every check, however it is composed. */

const pack = {
  fields: [
    { key: 'text', type: 'text' },
    { key: 'code', type: 'credit-code' },
    { key: 'count', type: 'count', unit: '个' },
    { key: 'day', type: 'date' },
    { key: 'place', type: 'region' },
    {
      key: 'boxes',
      type: 'ticks',
      options: [
        { text: '甲', en: 'a', group: '一组' },
        { text: '乙', en: 'b', group: '一组' },
        { text: '丙', en: 'c', group: '二组' },
      ],
    },
  ],
};

const key = fc.constantFrom('text', 'code', 'count', 'day', 'place', 'boxes');
const leaf: fc.Arbitrary<Check> = fc.oneof(
  key.map((present) => ({ present })),
  key.map((blank) => ({ blank })),
  fc.constantFrom<string[]>(['是'], ['华兴', '否']).map((values) => ({ oneOf: { field: 'text', values } })),
  fc.constantFrom('credit-code', 'phone', 'email').map((as) => ({ format: { field: 'code', as } }) as Check),
  fc
    .tuple(fc.constantFrom('>=' as const, '<=' as const, '=' as const), fc.integer({ min: 1, max: 9 }))
    .map(([op, right]) => ({ compare: { left: { field: 'count' }, op, right, tolerance: 0 } })),
  fc.integer({ min: 1, max: 3 }).map((right) => ({
    compare: { left: { ticks: { field: 'boxes' } }, op: '>=', right, tolerance: 0 },
  })) as fc.Arbitrary<Check>,
  fc.constant<Check>({
    date: {
      left: { field: 'day', edge: 'end' },
      op: 'not-after',
      right: { date: '2022-05-20' },
      plusYears: 0,
    },
  }),
  fc.constantFrom('甲', '丙').map((name) => ({ ticked: { field: 'boxes', any: [name], all: [], none: [] } })),
  fc.constant<Check>({ eachGroup: { field: 'boxes', min: 1, groups: [] } }),
  fc.constant<Check>({ someGroupComplete: { field: 'boxes', groups: [] } }),
  fc.constant<Check>({ same: ['text', 'place'] }),
  fc.constant<Check>({ consistent: 'text' }),
  fc.constant<Check>({ within: { field: 'place', region: '江苏省' } }),
  fc.constant<Check>({
    mentions: {
      phrases: [['华兴']],
      min: 1,
      in: ['text'],
      about: [],
      around: [],
      plans: false,
      decisive: true,
      claims: [],
    },
  }),
);
const { check } = fc.letrec<{ check: Check }>((tie) => ({
  check: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('check'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('check'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('check').map((not) => ({ not })),
  ),
}));

const values = fc.record({
  text: fc.constantFrom(null, '华兴', '是', '否'),
  code: fc.constantFrom(null, '91320505MA1N2C3D40', '13851261234'),
  count: fc.constantFrom(null, 0, 3, 8),
  day: fc.constantFrom(null, '2022-05-06', '2022-06-09'),
  place: fc.constantFrom(null, '江苏省苏州市', '浙江省嘉兴市'),
  boxes: fc.subarray(['甲', '乙', '丙']),
});
const unread = fc.constantFrom<FieldDraft>(
  { state: 'absent' },
  { state: 'unreadable' },
  { value: '看不清', confidence: 0.3 },
);
const verdictOf = (asked: Check, fields: Record<string, FieldDraft | string | number | null | string[]>) =>
  evaluate(asked, scopeOf({ fields }, pack)).verdict;

describe('every check', () => {
  it('is open when nothing could be read: what was not read never counts against anybody', () => {
    fc.assert(
      fc.property(check, unread, (asked, lost) => {
        const fields = Object.fromEntries(pack.fields.map((field) => [field.key, lost]));
        expect(verdictOf(asked, fields)).toBe('unknown');
      }),
    );
  });

  it('keeps its verdict or becomes open when one field could not be read', () => {
    fc.assert(
      fc.property(check, values, key, unread, (asked, fields, gone, lost) => {
        const whole = verdictOf(asked, fields);
        const less = verdictOf(asked, { ...fields, [gone]: lost });
        if (whole !== 'unknown') expect([whole, 'unknown']).toContain(less);
        else expect(less).toBe('unknown');
      }),
    );
  });

  it('obeys negation and the laws of De Morgan', () => {
    fc.assert(
      fc.property(check, check, values, (a, b, fields) => {
        expect(verdictOf({ not: a }, fields)).toBe(negate(verdictOf(a, fields)));
        expect(verdictOf({ not: { all: [a, b] } }, fields)).toBe(
          verdictOf({ any: [{ not: a }, { not: b }] }, fields),
        );
      }),
    );
  });
});
