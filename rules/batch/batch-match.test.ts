import { expect, test } from 'vitest';
import type { Match } from '../../core/judgement.ts';
import { mustReapplyMatches } from '../reading/must-reapply-matches.ts';
import { toBatchMatch } from './batch-match.ts';

const match = (who: number): Match => ({
  kind: 'award',
  target: { type: 'award', id: 'w', title: '平台', company: '华兴', year: 2020, programme: 'platforms' },
  score: 0.9,
  verdict: 'info',
  reasons: [{ zh: '同一平台', en: 'the same platform' }],
  signals: [
    { name: 'title', value: 0.9, weight: 1 },
    { name: 'who', value: who, weight: 2 },
  ],
  passages: [],
  excludedShare: 0,
});
const again = [{ programme: 'platforms', year: 2020, usesQuota: false }];

test('an award that must apply again is told from what is held of a match as from the whole of it', () => {
  for (const [who, found] of [
    [0.95, 1],
    [0.5, 0],
  ] as const) {
    expect(mustReapplyMatches([match(who)], again)).toHaveLength(found);
    expect(mustReapplyMatches([toBatchMatch(match(who))], again)).toHaveLength(found);
  }
});
