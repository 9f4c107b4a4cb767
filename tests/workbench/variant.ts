import type { Field } from '../../core/filing.ts';
import type { Finding, Match } from '../../core/judgement.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import { isOnChecklist, stateOf } from '../../review/state-of.ts';

/** What the machine found in the filing of this number of a made-up batch. */
interface Kind {
  /** Fields that were read unsurely. */
  readonly fields: number;
  /** Conditions that are open. */
  readonly open: number;
  readonly fails?: 'mend' | 'bars';
  readonly checklist: boolean;
  readonly repeats?: true;
}

const kinds: readonly Kind[] = [
  { fields: 0, open: 0, checklist: false },
  { fields: 0, open: 0, checklist: true },
  { fields: 2, open: 1, checklist: false },
  { fields: 1, open: 0, fails: 'mend', checklist: true },
  { fields: 0, open: 0, fails: 'bars', checklist: false },
  { fields: 0, open: 0, checklist: false },
  { fields: 3, open: 1, checklist: true, repeats: true },
  { fields: 1, open: 0, checklist: true },
];

export const kindOf = (n: number): Kind => kinds[n % kinds.length]!;
/** What needs an answer of its own; the checklist takes one key for all. */
export const doubtsIn = ({ fields, open, repeats }: Kind) => fields + open + (repeats ? 1 : 0);
export const filingOf = (n: number) => `f${n}`;
export const applicantOf = (n: number) => `苏州第${n + 1}机床有限公司`;
export const titleOf = (n: number) => `面向机床行业的设备运维项目（第${n + 1}号）`;

/** The filing as it was read, with another name and of the kind of its number. */
export function variant(base: FilingOutcome, n: number): FilingOutcome {
  const kind = kindOf(n);
  const fields = doubted(base.fields, kind.fields);
  const findings = judged(base.findings, kind);
  const matches = kind.repeats ? [repeat(base)] : [];
  const form = base.files.find(({ role }) => role === 'form');
  const file = `江苏/${applicantOf(n)}/申报书-${n + 1}.pdf`;
  const sure = { ...base, fields, findings, matches, problems: [], status: 'done' } as const;
  return {
    ...sure,
    filing: filingOf(n),
    file,
    files: form ? [{ ...form, file }] : [],
    classification: base.classification.map(({ declared: _, ...one }) =>
      one.label === null ? one : { ...one, declared: one.label },
    ),
    judged: stateOf(sure),
  };
}

function doubted(fields: readonly Field[], unsure: number): Field[] {
  const shown = fields
    .filter(({ state, where }) => state === 'filled' && where.length > 0)
    .map(({ key }) => key);
  const chosen = new Set(shown.slice(0, unsure));
  return fields.map(({ conflicts: _, ...field }) => ({
    ...field,
    state: field.state === 'unreadable' ? 'blank' : field.state,
    confidence: chosen.has(field.key) ? 0.62 : 1,
  }));
}

function judged(findings: readonly Finding[], { open, fails, checklist }: Kind): Finding[] {
  const settled = findings
    .filter((finding) => checklist || !isOnChecklist(finding))
    .map((finding) => (isOnChecklist(finding) ? finding : { ...finding, verdict: 'pass' as const }));
  const opened = settled
    .filter((one) => one.consequence === 'mend' && one.verdict === 'pass' && one.manual !== true)
    .slice(0, open);
  const failing = settled.find((one) => one.consequence === fails && one.verdict === 'pass');
  return settled.map((finding) => {
    if (opened.includes(finding)) return { ...finding, verdict: 'unknown' };
    return finding === failing ? { ...finding, verdict: 'fail' } : finding;
  });
}

function repeat({ fields }: FilingOutcome): Match {
  const where = fields.find((field) => field.where.length > 0)?.where ?? [];
  return {
    kind: 'award',
    target: { type: 'award', id: 'a1', title: '机床远程运维平台', company: '苏州机床有限公司', year: 2021 },
    score: 0.71,
    verdict: 'review',
    reasons: [{ zh: '同一单位，名称相近。', en: 'The same applicant, a similar title.' }],
    signals: [],
    passages: [{ here: { text: '接入设备三百余台', where }, there: { text: '接入设备三百台', where: [] } }],
    excludedShare: 0,
  };
}
