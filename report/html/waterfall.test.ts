import { expect, it } from 'vitest';
import type { FilingResult } from '../../core/results.ts';
import { waterfall } from './waterfall.ts';

const match = (score: number, signals: FilingResult['matches'][number]['signals']) => ({
  kind: 'award' as const,
  target: { type: 'award' as const, id: 'a', title: '', company: '' },
  score,
  verdict: 'review' as const,
  reasons: [],
  signals,
  passages: [],
  excludedShare: 0,
});

it('shows the start, every signal with its weight, and the sum', () => {
  const signals = [
    { name: 'who', value: 1, weight: 2 },
    { name: 'text', value: 0, weight: -1 },
  ];
  const page = String(waterfall(match(0.5, signals), 'zh'));
  for (const part of ['起点', '−1.0', '申报单位', '+2.0', '原文相同', '50%']) expect(page).toContain(part);
  expect(page.match(/<tr>/g)).toHaveLength(4);
});

it('shows nothing where nothing was compared', () => {
  expect(waterfall(match(1, []), 'en')).toBe('');
});
