import { expect, test } from 'vitest';
import type { Match } from '../../core/judgement.ts';
import { casesOf } from './cases.ts';

const match = (type: Match['target']['type'], id: string, verdict: Match['verdict'] = 'review'): Match => ({
  kind: type === 'filing' ? 'batch' : type,
  target: { type, id, title: '', company: '' },
  score: 0.9,
  verdict,
  reasons: [],
  signals: [],
  passages: [],
  excludedShare: 0,
});

test('copies of one another, and of one award, are one case; the rest is none', () => {
  const filings = [
    { id: 'f1', matches: [match('filing', 'f2')] },
    { id: 'f2', matches: [match('filing', 'f1'), match('award', 'a', 'barred')] },
    { id: 'f3', matches: [match('award', 'a')] },
    { id: 'f4', matches: [match('filing', 'f1', 'info'), match('award', 'b')] },
    { id: 'f5', matches: [] },
  ];
  expect(casesOf(filings)).toEqual([{ filings: ['f1', 'f2', 'f3'], earlier: ['a'] }]);
  expect(casesOf([])).toEqual([]);
});
