import { describe, expect, it, test } from 'vitest';
import { type FieldDraft, run, scopeOf } from '../testing.ts';

/** What the operators on labels answer where probabilities decide, and what a person reads. */

const [a, b, c] = ['智能化制造', '服务化延伸', '网络化协同'];
const title = { zh: '应用模式', en: 'mode' };
const labels = [a, b, c].map((name) => ({ name, en: `${name}!`, clause: '一' }));
const schemes = [
  { id: 'other', title: { zh: '别的', en: 'other' }, labels },
  { id: 'modes', title, declaredBy: 'mode', labels },
];
const cue = (page: number) => ({ text: '线索', where: [{ page, box: [0, 0, 9, 9] as const }] });
type Scores = readonly (readonly [label: string, score: number])[];
function context(found: { readonly declared?: string; readonly label: string | null }, scores: Scores) {
  const candidates = scores.map(([label, score], i) => ({
    label,
    score,
    evidence: [cue(i + 1)],
    definition: { ref: '一', text: '' },
  }));
  const other = { scheme: 'other', label: c, declared: c, candidates: [] };
  return { classifications: [other, { scheme: 'modes', candidates, ...found }] };
}
const pack = { schemes, fields: [{ key: 'mode', type: 'text' }] };
type Found = Parameters<typeof context>[0];
const label = (
  source: string,
  is: string[],
  found: Found,
  scores: Scores = [],
  mode: FieldDraft | string | null = null,
) =>
  run(
    { label: { scheme: 'modes', is, source } },
    scopeOf({ fields: { mode } }, pack, context(found, scores)),
  );
const agrees = (found: Found, scores: Scores = []) =>
  run({ labelAgrees: 'modes' }, scopeOf({}, pack, context(found, scores)));

describe('label', () => {
  test.each<[string, Found, string, string, string | undefined]>([
    ['declared', { declared: a, label: b }, 'pass', `“应用模式”为${a}。`, a],
    ['declared', { declared: b, label: a }, 'fail', `“应用模式”为${b}。`, b],
    ['text', { declared: b, label: a }, 'pass', `“应用模式”为${a}。`, a],
    ['text', { declared: a, label: b }, 'unknown', '从内容不能确定“应用模式”。', b],
    ['text', { declared: a, label: null }, 'unknown', '从内容不能确定“应用模式”。', undefined],
    ['either', { declared: b, label: a }, 'pass', `“应用模式”为${b}。`, b],
    ['either', { declared: a, label: null }, 'pass', `“应用模式”为${a}。`, a],
    ['either', { label: a }, 'pass', `“应用模式”为${a}。`, a],
    ['either', { label: null }, 'unknown', '从内容不能确定“应用模式”。', undefined],
  ])('%s, %j: %s, %s', (source, found, verdict, why, value) => {
    const { values, ...rest } = label(source, [a], found);
    expect([rest.verdict, rest.why.zh, values.value?.zh]).toEqual([verdict, why, value]);
  });

  it('says of an empty place to declare that nothing was declared; one not read is open', () => {
    const open = { label: null };
    expect(label('declared', [a], open, [], null)).toMatchObject({
      verdict: 'fail',
      why: { zh: '申报书未选择该“应用模式”。' },
    });
    for (const mode of ['看不懂的话', { state: 'absent' as const }, { value: '', confidence: 0.3 }])
      expect(label('declared', [a], open, [], mode)).toMatchObject({
        verdict: 'unknown',
        why: { zh: '申报书未选择“应用模式”。' },
      });
  });

  it('shows the words of the text that speak for its label, and none where only the declared counts', () => {
    const scores: Scores = [
      [b, 0.2],
      [a, 0.8],
    ];
    expect(label('text', [a], { label: a }, scores).evidence).toMatchObject([{ page: 2 }]);
    expect(label('either', [a], { label: a }, scores).evidence).toMatchObject([{ page: 2 }]);
    expect(label('declared', [a], { declared: a, label: a }, scores).evidence).toEqual([]);
    expect(label('text', [a], { label: null }, scores).evidence).toEqual([]);
  });

  it('is ruled out below one in a hundred', () => {
    const of = (score: number) =>
      label('text', [a], { label: null }, [
        [b, 0.6],
        [a, score],
      ]);
    expect(of(0.01).verdict).toBe('unknown');
    expect(of(0.0099)).toMatchObject({ verdict: 'fail', why: { zh: '内容不属于该“应用模式”。' } });
  });

  it('that is no candidate lies below the last of them', () => {
    const of = (least: number) =>
      label('text', [a], { label: null }, [
        [b, 0.6],
        [c, least],
      ]).verdict;
    expect([of(0.3), of(0.005)]).toEqual(['unknown', 'fail']);
  });

  it('of several is ruled out only with all of them', () => {
    const of = (...is: string[]) =>
      label('text', is, { label: null }, [
        [b, 0.6],
        [c, 0.3],
        [a, 0.001],
      ]).verdict;
    expect([of(a), of(a, c)]).toEqual(['fail', 'unknown']);
  });
});

describe('labelAgrees', () => {
  it('says what is declared and what the text shows, with the words that show it', () => {
    const scores: Scores = [
      [b, 0.97],
      [a, 0.01],
    ];
    expect(
      agrees({ declared: a, label: a }, [
        [b, 0.1],
        [a, 0.9],
      ]),
    ).toMatchObject({
      verdict: 'pass',
      why: { zh: `内容与所选“${a}”一致。` },
      evidence: [{ page: 2 }],
    });
    expect(agrees({ declared: a, label: b }, scores)).toMatchObject({
      verdict: 'unknown',
      why: { zh: `所选为“${a}”，内容更接近“${b}”，请人工核对。` },
      evidence: [{ page: 1 }],
    });
  });

  it('is a question to a person however little speaks for what was declared', () => {
    for (const score of [0.3, 0.03, 0.0001])
      expect(
        agrees({ declared: a, label: b }, [
          [b, 0.9],
          [a, score],
        ]).verdict,
      ).toBe('unknown');
  });

  it('holds where one of several that were declared is the text’s', () => {
    const scores: Scores = [
      [b, 0.9],
      [c, 0.05],
    ];
    expect(agrees({ declared: `${a}、${b}`, label: b }, scores).verdict).toBe('pass');
    expect(agrees({ declared: `${a}、${c}`, label: b }, scores).verdict).toBe('unknown');
  });

  it('says which of both is not known', () => {
    expect(agrees({ label: b })).toMatchObject({
      verdict: 'unknown',
      why: { zh: '申报书未选择“应用模式”。' },
    });
    const open = agrees({ declared: a, label: null });
    expect(open).toMatchObject({
      verdict: 'unknown',
      why: { zh: `从内容不能确定“应用模式”，请人工核对所选“${a}”。` },
      evidence: [],
    });
    expect(open.values).toEqual({ left: { zh: a, en: a } });
  });
});

it('a filing that was not classified, or a scheme that the call has not, is open', () => {
  for (const [scheme, name] of [
    ['modes', '应用模式'],
    ['nowhere', 'nowhere'],
  ] as const)
    for (const check of [{ labelAgrees: scheme }, { label: { scheme, is: [a], source: 'text' } }])
      expect(run(check, scopeOf({}, pack))).toMatchObject({
        verdict: 'unknown',
        why: { zh: `未进行“${name}”的分类。` },
      });
});
