import { describe, expect, it } from 'vitest';
import type { Match, MatchVerdict } from '../../core/judgement.ts';
import { run, scopeOf } from '../testing.ts';

const match = (verdict: MatchVerdict, kind: Match['kind'] = 'award'): Match => ({
  kind,
  target: { type: 'award', id: 'a', title: '某方案', company: '某公司', year: 2020 },
  score: 0.9,
  verdict,
  reasons: [],
  signals: [],
  passages: [],
  excludedShare: 0,
});
const ask = (wanted: string[], matches: Match[], awardsChecked = true) =>
  run({ not: { awarded: { verdict: wanted } } }, scopeOf({}, {}, { matches, awardsChecked }));

describe('not awarded', () => {
  it('fails when barred, is open when a person must look, else passes', () => {
    expect(ask(['barred'], [match('barred')]).verdict).toBe('fail');
    expect(ask(['barred'], [match('review')]).verdict).toBe('unknown');
    expect(ask(['barred'], [match('info')]).verdict).toBe('pass');
    expect(ask(['barred'], []).verdict).toBe('pass');
    expect(ask(['barred', 'review'], [match('review')]).verdict).toBe('fail');
    expect(ask(['review'], [match('barred')]).verdict).toBe('pass');
  });

  it('is unknown without a list of awards, unless something was found', () => {
    const found = ask(['barred'], [], false);
    expect([found.verdict, found.why.zh.startsWith('未提供获奖名单')]).toEqual(['unknown', true]);
  });

  it('looks at awards only and names the one found', () => {
    expect(ask(['barred'], [match('barred', 'batch')]).verdict).toBe('pass');
    expect(ask(['barred'], [match('barred')]).values.value?.zh).toBe('“某方案”（某公司，2020）');
  });

  it('tells on what the match is open, and not how like it is', () => {
    const text = (zh: string) => ({ zh, en: zh });
    const open = { ...match('review'), reasons: [text('名称相同。'), text('公布单位不明。')] };
    const { why } = ask(['barred'], [open]);
    expect(why.zh).toContain('公布单位不明。');
    expect(why.zh).not.toContain('名称相同。');
  });
});
