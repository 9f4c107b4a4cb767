import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Consequence } from '../core/filing-state.ts';
import type { Finding, Match } from '../core/judgement.ts';
import { type Judged, stateOf } from './state-of.ts';

const said = (words: string) => ({ zh: words, en: words });

function finding(
  verdict: Finding['verdict'],
  consequence: Consequence,
  more: Partial<Finding> = {},
): Finding {
  return {
    rule: `${consequence}-${verdict}`,
    title: said('题'),
    consequence,
    verdict,
    message: said(`${consequence} ${verdict}`),
    clause: { ref: '一', text: '' },
    evidence: [],
    ...more,
  };
}

function match(verdict: Match['verdict']): Match {
  return {
    kind: 'award',
    target: { type: 'award', id: `w-${verdict}`, title: '回转窑优化', company: '云帆水泥', year: 2020 },
    score: 0.9,
    verdict,
    reasons: [],
    signals: [],
    passages: [],
    excludedShare: 0,
  };
}

const of = (findings: Finding[], more: Partial<Judged> = {}) =>
  stateOf({ status: 'done', findings, matches: [], problems: [], ...more });
const pass = finding('pass', 'bars');

test.each<[string, string, Finding[], Match[]]>([
  ['nothing found', 'passed', [], []],
  ['conditions pass', 'passed', [pass, finding('not-applicable', 'mend')], []],
  ['a condition that cannot be mended fails', 'failed', [pass, finding('fail', 'bars')], []],
  ['a barred repeat', 'failed', [pass, finding('fail', 'mend')], [match('info'), match('barred')]],
  ['something can be mended', 'mend', [finding('fail', 'mend'), finding('unknown', 'bars')], []],
  ['a bar is open', 'open', [pass, finding('unknown', 'bars')], []],
  ['what can be mended is open', 'open', [pass, finding('unknown', 'mend')], []],
  ['a repeat to look at', 'open', [pass, finding('fail', 'remark')], [match('review')]],
  ['a remark bars nobody', 'remarked', [pass, finding('fail', 'remark')], []],
  ['nor does one that is not settled', 'remarked', [finding('unknown', 'remark')], []],
  ['a repeat without consequence', 'passed', [pass], [match('info')]],
  ['only a person can judge it', 'passed', [pass, finding('unknown', 'person')], []],
  ['no document given can show it', 'passed', [finding('unknown', 'mend', { manual: true })], []],
])('%s: %s', (_, state, findings, matches) => {
  expect(of(findings, { matches }).state).toBe(state);
  const turned = { matches: [...matches].reverse() };
  expect(of([...findings].reverse(), turned).state).toBe(state);
});

describe('the reasons', () => {
  it('name everything, most serious first, and leave out nothing that is open', () => {
    const findings = [
      finding('fail', 'remark'),
      finding('unknown', 'bars'),
      finding('fail', 'mend'),
      finding('fail', 'bars'),
      finding('unknown', 'person'),
    ];
    const { reasons, remarks, checklist } = of(findings, { matches: [match('review'), match('barred')] });
    expect(reasons.map(({ source }) => Object.values(source)[0])).toEqual([
      'w-barred',
      'bars-fail',
      'mend-fail',
      'w-review',
      'bars-unknown',
      'remark-fail',
    ]);
    expect(reasons[0]?.text.zh).toContain('“回转窑优化”（云帆水泥，2020）');
    expect([remarks, checklist]).toEqual([1, 1]);
  });

  it('say why nothing was read, also where no problem says it', () => {
    const unread = of([], {
      status: 'failed',
      problems: [{ code: 'page-blank', page: 1 }, { code: 'file-empty' }],
    });
    expect(unread).toMatchObject({ state: 'unread', reasons: [{ source: { problem: 'file-empty' } }] });
    expect(of([], { status: 'failed' }).reasons).toHaveLength(1);
  });

  it('hold a filing up whose rules broke down: unjudged is not passed', () => {
    const problems = [{ code: 'stage-failed', values: { stage: 'rules', reason: 'x' } }] as const;
    expect(of([], { status: 'partial', problems })).toMatchObject({
      state: 'open',
      reasons: [{ source: { problem: 'stage-failed' } }],
    });
  });

  it('tell of a page that was lost where every condition passes all the same', () => {
    const problems = [{ code: 'page-unreadable', page: 2, values: { reason: '模糊' } }] as const;
    expect(of([pass], { status: 'partial', problems })).toMatchObject({ state: 'remarked', remarks: 1 });
  });
});

const anyFinding = fc
  .tuple(
    fc.constantFrom('pass' as const, 'fail' as const, 'unknown' as const, 'not-applicable' as const),
    fc.constantFrom('bars' as const, 'mend' as const, 'remark' as const, 'person' as const),
    fc.boolean(),
  )
  .map(([verdict, consequence, manual]) =>
    finding(verdict, consequence, manual && verdict === 'unknown' ? { manual: true } : {}),
  );
const anyJudged: fc.Arbitrary<Judged> = fc.record({
  status: fc.constantFrom('done' as const, 'partial' as const, 'failed' as const),
  findings: fc.array(anyFinding, { maxLength: 8 }),
  matches: fc.array(fc.constantFrom('barred' as const, 'review' as const, 'info' as const).map(match), {
    maxLength: 3,
  }),
  problems: fc.subarray([{ code: 'file-empty' }, { code: 'page-blank', page: 1 }] as const),
});
const binds = ({ consequence }: Finding) => consequence === 'bars' || consequence === 'mend';

describe('every filing', () => {
  it('is never let through with a binding rule that fails or is open, or a repeat that bars or is open', () => {
    fc.assert(
      fc.property(anyJudged, (judged) => {
        const { state } = stateOf(judged);
        if (state !== 'passed' && state !== 'remarked') return;
        const held = judged.findings.filter(
          (one) => binds(one) && (one.verdict === 'fail' || (one.verdict === 'unknown' && !one.manual)),
        );
        expect(held).toEqual([]);
        expect(judged.matches.filter(({ verdict }) => verdict !== 'info')).toEqual([]);
        expect(judged.status).not.toBe('failed');
      }),
    );
  });

  it('has a reason unless it passed, and none if it did', () => {
    fc.assert(
      fc.property(anyJudged, (judged) => {
        const { state, reasons, remarks } = stateOf(judged);
        expect(reasons.length === 0).toBe(state === 'passed');
        if (state === 'remarked') expect(remarks).toBe(reasons.length);
      }),
    );
  });

  it('is never better off by one finding more, and no worse by what only a person can judge', () => {
    const rank = ['passed', 'remarked', 'open', 'mend', 'failed'];
    fc.assert(
      fc.property(anyJudged, anyFinding, (judged, more) => {
        fc.pre(judged.status !== 'failed');
        const before = stateOf(judged);
        const after = stateOf({ ...judged, findings: [...judged.findings, more] });
        expect(rank.indexOf(after.state)).toBeGreaterThanOrEqual(rank.indexOf(before.state));
        if (more.consequence !== 'person') return;
        expect(after.state).toBe(before.state);
        expect(after.checklist - before.checklist).toBe(
          more.verdict === 'unknown' || more.verdict === 'fail' ? 1 : 0,
        );
      }),
    );
  });
});
