import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import { judge } from './evaluate.ts';
import { bareContext, filingOf, runRule, scopeOf } from './testing.ts';

/** What is left to a person never hides what the documents of another filing show. */

const person = { person: { zh: '请核对。', en: 'Check.' } };
const leaf = fc.oneof(
  fc.constantFrom<object>({ present: 'text' }, { blank: 'text' }),
  fc.constant<object>({ compare: { left: { field: 'count' }, op: '>=', right: 3 } }),
  fc.constant<object>({ annex: 'licence' }),
  fc.constant<object>(person),
);
const { check } = fc.letrec<{ check: object }>((tie) => ({
  check: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('check'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('check'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
}));
const filing = fc.record({
  fields: fc.record({
    text: fc.constantFrom<string | null | { state: 'absent' }>(null, '华兴', { state: 'absent' }),
    count: fc.constantFrom<number | null>(null, 1, 8),
  }),
  companions: fc.constantFrom([], [{ file: '华兴/营业执照.pdf' }], [{ file: '华兴/发票.pdf' }]),
});
const pack = {
  fields: [
    { key: 'text', type: 'text' },
    { key: 'count', type: 'count', unit: '个' },
  ],
  call: { annexes: [{ key: 'licence', title: '营业执照', required: true, clause: '一' }] },
};

describe('what is left to a person', () => {
  it('is passed by the documents of no filing', () => {
    fc.assert(
      fc.property(check, filing, filing, (asked, one, other) => {
        const judged = ({ fields, companions }: typeof one) =>
          runRule({ check: asked }, scopeOf({ fields }, pack, { companions }));
        if (judged(one).manual) expect(judged(other).verdict).not.toBe('pass');
      }),
    );
  });
});

const { packs } = await loadPacks([builtInPacksDir()]);

describe.each([...packs.values()].map((one) => [one.call.id, one] as const))('the rules of %s', (_, one) => {
  it('that are left to a person ask a person only: what a document may show is never beside the state', () => {
    for (const { id, check, consequence } of one.rules)
      if (consequence === 'person') expect([id, Object.keys(check)]).toEqual([id, ['person']]);
  });

  it('that hold nobody up say why', () => {
    for (const { id, because, consequence } of [...one.rules, ...one.call.batch])
      if (consequence === 'remark')
        expect([id, because?.zh ?? '']).toEqual([id, expect.stringMatching(/../u)]);
  });

  it('leave to a person, without lists and package, only what no document shows', () => {
    const withoutList = new Set(
      one.rules.flatMap((rule) =>
        ['listed', 'agrees', 'namedAfter', 'reapplies'].some((name) => name in rule.check) ? [rule.id] : [],
      ),
    );
    const empty = filingOf({ fields: Object.fromEntries(one.form.fields.map(({ key }) => [key, null])) });
    for (const { rule, manual, consequence } of judge(one, empty, bareContext))
      if (manual && !withoutList.has(rule)) expect([rule, consequence]).toEqual([rule, 'person']);
  });
});
