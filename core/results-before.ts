import { z } from 'zod';

/** What changed between `chushen.results/1` and `/2`; everything else stands as it is. */

const findingBefore = z.looseObject({
  rule: z.string(),
  weight: z.enum(['condition', 'warning', 'info']),
  verdict: z.string(),
  manual: z.literal(true).optional(),
  message: z.string(),
});
type FindingBefore = z.infer<typeof findingBefore>;

const filingBefore = z.looseObject({
  id: z.string(),
  outcome: z.enum(['pass', 'fail', 'review', 'unread']),
  findings: z.array(findingBefore),
  matches: z.array(
    z.looseObject({
      target: z.looseObject({ id: z.string(), title: z.string() }),
      verdict: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
  problems: z.array(z.looseObject({ code: z.string(), message: z.string() })),
});
type FilingBefore = z.infer<typeof filingBefore>;

const resultsBefore = z.looseObject({
  schema: z.literal('chushen.results/1'),
  filings: z.array(filingBefore),
  batch: z.looseObject({ findings: z.array(findingBefore) }),
});

/**
 * Lifts `chushen.results/1` to `/2`; anything else is handed back as it is. Only conditions decided then, so that they
 * are taken to bar and all others to remark: the state is the one that was told, not what it would be today.
 */
export function liftResults(json: unknown): unknown {
  const parsed = resultsBefore.safeParse(json);
  if (!parsed.success) return json;
  const { filings, batch, ...rest } = parsed.data;
  return {
    ...rest,
    schema: 'chushen.results/2',
    filings: filings.map(liftFiling),
    batch: { ...batch, findings: batch.findings.map(liftFinding) },
  };
}

function liftFiling(filing: FilingBefore): object {
  const { outcome, findings, ...rest } = filing;
  const reasons = reasonsOf(filing);
  const remarks = outcome === 'unread' ? [] : findings.filter(remarked).map(ofRule);
  const passed = remarks.length > 0 ? 'remarked' : 'passed';
  return {
    ...rest,
    filing: filing.id,
    version: 1,
    state: { pass: passed, fail: 'failed', review: 'open', unread: 'unread' }[outcome],
    reasons: [...reasons, ...remarks],
    remarks: remarks.length,
    checklist: findings.filter(({ manual }) => manual).length,
    findings: findings.map(liftFinding),
  };
}

function reasonsOf({ outcome, findings, matches, problems }: FilingBefore): object[] {
  if (outcome === 'unread')
    return problems.map(({ code, message }) => ({ source: { problem: code }, message }));
  const decided = findings.filter(({ weight, manual }) => weight === 'condition' && !manual);
  const alike = (wanted: string) =>
    matches
      .filter(({ verdict }) => verdict === wanted)
      .map(({ target, reasons }) => ({ source: { match: target.id }, message: reasons[0] ?? target.title }));
  return [
    ...alike('barred'),
    ...decided.filter(({ verdict }) => verdict === 'fail').map(ofRule),
    ...alike('review'),
    ...decided.filter(({ verdict }) => verdict === 'unknown').map(ofRule),
  ];
}

const ofRule = ({ rule, message }: FindingBefore) => ({ source: { rule }, message });
const remarked = ({ weight, verdict }: FindingBefore) => weight !== 'condition' && verdict === 'fail';
const liftFinding = ({ weight, ...finding }: FindingBefore) => ({
  ...finding,
  consequence: weight === 'condition' ? 'bars' : 'remark',
});
