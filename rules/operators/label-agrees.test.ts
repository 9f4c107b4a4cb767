import { describe, expect, it } from 'vitest';
import type { Classification } from '../../core/judgement.ts';
import { run, scopeOf } from '../testing.ts';

const schemes = [
  {
    id: 'modes',
    title: { zh: '模式', en: 'mode' },
    labels: ['甲', '乙', '丙'].map((name) => ({ name, en: name, clause: '一' })),
  },
];
const ask = (found?: {
  declared?: string;
  label: string | null;
  second?: { label: string; share: number };
  scores?: Record<string, number>;
}) => {
  const { scores = {}, ...rest } = found ?? { label: null };
  const candidates = Object.entries(scores).map(([label, score]) => ({
    label,
    score,
    evidence: [],
    definition: { ref: '一', text: '' },
  }));
  const classifications: Classification[] = found ? [{ scheme: 'modes', candidates, ...rest }] : [];
  return run({ labelAgrees: 'modes' }, scopeOf({}, { schemes }, { classifications }));
};

describe('labelAgrees', () => {
  it('passes where the text shows what was declared, or one of it', () => {
    expect(ask({ declared: '甲', label: '甲' }).verdict).toBe('pass');
    expect(ask({ declared: '乙、甲', label: '甲' }).verdict).toBe('pass');
  });

  it('passes where the declared label is the second of two', () => {
    const second = { label: '乙', share: 0.4 };
    expect(ask({ declared: '乙', label: '甲', second })).toMatchObject({
      verdict: 'pass',
      values: { right: { zh: '甲、乙' } },
    });
    expect(ask({ declared: '丙', label: '甲', second }).verdict).toBe('unknown');
  });

  it('asks a person where the text speaks for another label, however sure it is', () => {
    const scores = { 乙: 0.999, 甲: 0.0001 };
    expect(ask({ declared: '甲', label: '乙', scores })).toMatchObject({
      verdict: 'unknown',
      values: { left: { zh: '甲' }, right: { zh: '乙' } },
    });
    expect(ask({ declared: '甲', label: '乙', scores: { 乙: 0.8, 甲: 0.15 } }).why.zh).toContain('乙');
  });

  it('is open where one of both is not known', () => {
    expect(ask({ label: '乙' }).verdict).toBe('unknown');
    expect(ask({ declared: '甲', label: null }).verdict).toBe('unknown');
    expect(ask().verdict).toBe('unknown');
  });
});
