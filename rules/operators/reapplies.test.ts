import { expect, it } from 'vitest';
import type { Match } from '../../core/judgement.ts';
import { packOf, run, scopeOf } from '../testing.ts';

const { resubmission } = packOf().call;
const pack = {
  call: {
    resubmission: { ...resubmission, mustReapply: [{ programme: 'p', year: 2020, usesQuota: false }] },
  },
};

function match(
  year: number,
  who: number,
  verdict: Match['verdict'] = 'info',
  programme: string | undefined = 'p',
): Match {
  return {
    kind: 'award',
    target: {
      type: 'award',
      id: 'a',
      title: '云平台',
      company: '甲公司',
      year,
      ...(programme ? { programme } : {}),
    },
    score: 0.9,
    verdict,
    reasons: [],
    signals: [{ name: 'who', value: who, weight: 1 }],
    passages: [],
    excludedShare: 0,
  };
}

it.each<[string, string, Match[], boolean]>([
  ['a winner of the year', 'pass', [match(2020, 1)], true],
  ['a winner of another year', 'fail', [match(2019, 1)], true],
  ['a winner of another programme', 'fail', [match(2020, 1, 'info', 'other')], true],
  ['a list whose programme is not known', 'unknown', [match(2020, 1, 'info', '')], true],
  ['another company', 'fail', [match(2020, 0.3)], true],
  ['one like it', 'unknown', [match(2020, 0.5, 'review')], true],
  ['nothing known', 'unknown', [], false],
])('%s: %s', (_, verdict, matches, awardsChecked) => {
  expect(run({ reapplies: true }, scopeOf({}, pack, { matches, awardsChecked })).verdict).toBe(verdict);
});
