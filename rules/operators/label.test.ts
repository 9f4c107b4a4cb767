import { describe, expect, it } from 'vitest';
import { run, scopeOf } from '../testing.ts';

const schemes = [
  {
    id: 'modes',
    title: { zh: '模式', en: 'mode' },
    parents: [{ name: '生产类', en: 'making' }],
    labels: [
      { name: '智能化制造', en: 'a', parent: '生产类', clause: '一' },
      { name: '服务化延伸', en: 'b', clause: '一' },
    ],
  },
];
const ask = (source: string, is: string[], found?: { declared?: string; label: string | null }) =>
  run(
    { label: { scheme: 'modes', is, source } },
    scopeOf(
      {},
      { schemes },
      { classifications: found ? [{ scheme: 'modes', candidates: [], ...found }] : [] },
    ),
  ).verdict;

describe('label', () => {
  it('asks what was declared, what the text shows, or either', () => {
    const found = { declared: '智能化制造', label: '服务化延伸' };
    expect(ask('declared', ['智能化制造'], found)).toBe('pass');
    expect(ask('text', ['智能化制造'], found)).toBe('fail');
    expect(ask('either', ['智能化制造'], found)).toBe('pass');
    expect(ask('either', ['别的'], found)).toBe('fail');
  });

  it('knows the class of a label and several declared ones', () => {
    expect(ask('declared', ['生产类'], { declared: '服务化延伸、智能化制造', label: null })).toBe('pass');
    expect(ask('text', ['生产类'], { label: '服务化延伸' })).toBe('fail');
  });

  it('is unknown when nothing settles it', () => {
    expect(ask('text', ['智能化制造'], { declared: '智能化制造', label: null })).toBe('unknown');
    expect(ask('declared', ['智能化制造'], { label: '智能化制造' })).toBe('unknown');
    expect(ask('either', ['智能化制造'], { label: null })).toBe('unknown');
    expect(ask('either', ['智能化制造'])).toBe('unknown');
  });
});
