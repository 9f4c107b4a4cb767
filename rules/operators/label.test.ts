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

  it('fails where the place to declare is empty, or the text rules the label out', () => {
    const own = [
      {
        id: 'modes',
        title: { zh: '模式', en: 'mode' },
        declaredBy: 'mode',
        labels: schemes[0]!.labels.map(({ parent: _, ...label }) => label),
      },
    ];
    const judged = (source: string, is: string[], scores: readonly (readonly [string, number])[]) => {
      const candidates = scores.map(([label, score]) => ({
        label,
        score,
        evidence: [],
        definition: { ref: '一', text: '' },
      }));
      const pack = { schemes: own, fields: [{ key: 'mode', type: 'text' }] };
      const classifications = [{ scheme: 'modes', label: null, candidates }];
      return run(
        { label: { scheme: 'modes', is, source } },
        scopeOf({ fields: { mode: null } }, pack, { classifications }),
      ).verdict;
    };
    expect(judged('declared', ['智能化制造'], [])).toBe('fail');
    expect(
      judged(
        'text',
        ['智能化制造'],
        [
          ['服务化延伸', 0.99],
          ['智能化制造', 0.001],
        ],
      ),
    ).toBe('fail');
    expect(
      judged(
        'text',
        ['智能化制造'],
        [
          ['服务化延伸', 0.6],
          ['智能化制造', 0.4],
        ],
      ),
    ).toBe('unknown');
    expect(judged('text', ['智能化制造'], [])).toBe('unknown');
  });

  it('is unknown when nothing settles it', () => {
    expect(ask('text', ['智能化制造'], { declared: '智能化制造', label: null })).toBe('unknown');
    expect(ask('declared', ['智能化制造'], { label: '智能化制造' })).toBe('unknown');
    expect(ask('either', ['智能化制造'], { label: null })).toBe('unknown');
    expect(ask('either', ['智能化制造'])).toBe('unknown');
  });
});
