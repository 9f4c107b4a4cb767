import { describe, expect, it } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import type { Check } from '../calls/rule-language/operators.ts';
import { judge } from '../rules/evaluate.ts';
import { bareContext, type FilingDraft, filingOf, packOf } from '../rules/testing.ts';
import { stateOf } from './state-of.ts';

/** From the filing to its state: what came late or without its annexes is never let through. */

const said = { zh: '。', en: '.' };
const own = packOf({
  fields: [{ key: 'dated', type: 'date' }],
  call: { annexes: [{ key: 'audit', title: '专项审计报告', required: true, clause: '一' }] },
  rules: [
    {
      id: 'in-time',
      title: said,
      clause: '一',
      check: { date: { left: { field: 'dated' }, op: 'not-after', right: { deadline: 'province' } } },
      pass: said,
      fail: said,
    },
    { id: 'audit', title: said, clause: '一', check: { annex: 'audit' }, pass: said, fail: said },
  ],
});
const audit = [{ file: '华兴/专项审计报告.pdf' }];
const stateWith = (draft: FilingDraft, more: Partial<typeof bareContext>) => {
  const findings = judge(own, filingOf(draft), { ...bareContext, ...more });
  const { state, reasons } = stateOf({ status: 'done', findings, matches: [], problems: [] });
  return [state, ...reasons.map(({ source }) => Object.values(source)[0])];
};

describe('a filing', () => {
  const inTime = { fields: { dated: '2022-05-06' } };
  it('passes in time and with its annex', () => {
    expect(stateWith(inTime, { companions: audit })).toEqual(['passed']);
  });

  it('is to be mended when dated after the deadline', () => {
    expect(stateWith({ fields: { dated: '2022-06-09' } }, { companions: audit })).toEqual([
      'mend',
      'in-time',
    ]);
  });

  it('is open without any annex, and to be mended where all its files are surely here', () => {
    expect(stateWith(inTime, {})).toEqual(['open', 'audit']);
    expect(stateWith(inTime, { companionsComplete: true })).toEqual(['mend', 'audit']);
    expect(stateWith({ fields: { dated: '2022-06-09' } }, {})).toEqual(['mend', 'in-time', 'audit']);
  });
});

const { packs } = await loadPacks([builtInPacksDir()]);

/** Every check in a check. */
function* partsOf(check: Check): Generator<Check> {
  yield check;
  if ('not' in check) yield* partsOf(check.not);
  for (const part of 'all' in check ? check.all : 'any' in check ? check.any : []) yield* partsOf(part);
}

describe.each([...packs.values()].map((pack) => [pack.call.id, pack] as const))('the call %s', (_, pack) => {
  const binding = pack.rules
    .filter(({ consequence }) => consequence === 'bars' || consequence === 'mend')
    .flatMap(({ check }) => [...partsOf(check)]);

  it('lets no date after its deadline and no lack of a required annex pass as a remark', () => {
    const dates = pack.form.fields.filter(({ role }) => role === 'filing-date').map(({ key }) => key);
    for (const rule of pack.rules) {
      const late = [...partsOf(rule.check)].some(
        (part) =>
          'date' in part &&
          'deadline' in part.date.right &&
          'field' in part.date.left &&
          dates.includes(part.date.left.field),
      );
      if (late) expect([rule.id, rule.consequence]).not.toEqual([rule.id, 'remark']);
    }
    for (const { key, required } of pack.call.annexes)
      if (required) expect(binding).toContainEqual({ annex: key });
  });
});
