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
interface Found {
  readonly declared?: string;
  readonly label: string | null;
  readonly second?: { readonly label: string; readonly share: number };
}
/** A label that is given is all but certain; without one, nothing is known of any. */
const ask = (source: string, is: string[], found?: Found, least = 0.001) => {
  const candidates = (found?.label ? schemes[0]!.labels : []).map(({ name }) => ({
    label: name,
    score: name === found?.label ? 1 - least : least,
    evidence: [],
    definition: { ref: '一', text: '' },
  }));
  candidates.sort((a, b) => b.score - a.score);
  const classifications = found ? [{ scheme: 'modes', candidates, ...found }] : [];
  return run({ label: { scheme: 'modes', is, source } }, scopeOf({}, { schemes }, { classifications }))
    .verdict;
};

describe('label', () => {
  it('asks what was declared, what the text shows, or either', () => {
    const found = { declared: '智能化制造', label: '服务化延伸' };
    expect(ask('declared', ['智能化制造'], found)).toBe('pass');
    expect(ask('text', ['智能化制造'], found)).toBe('fail');
    expect(ask('either', ['智能化制造'], found)).toBe('pass');
    expect(ask('either', ['别的'], found)).toBe('fail');
  });

  it('takes both labels of a text of two, and rules none out that may be the text’s', () => {
    const two = { label: '服务化延伸', second: { label: '智能化制造', share: 0.4 } };
    expect(ask('text', ['智能化制造'], two)).toBe('pass');
    expect(ask('text', ['智能化制造'], { label: '服务化延伸' }, 0.1)).toBe('unknown');
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
