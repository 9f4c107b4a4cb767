import type { Results } from '../../../core/results.ts';
import type { BatchCase } from '../../../corpus/generate/profile.ts';
import type { RuleScore } from './score-rules.ts';

/**
 * Adds the verdicts on a batch: a planted rule must fail and name the planted filings; one that fails unplanted
 * is a false alarm. `ids`: of the filings, in their order.
 */
export function addBatch(
  score: RuleScore,
  planned: BatchCase,
  findings: Results['batch']['findings'],
  ids: readonly string[],
): void {
  for (const [rule, filings] of Object.entries(planned.batch)) {
    const wanted = filings.map((i) => ids[i]!);
    const own = findings.filter((finding) => finding.rule === rule);
    score.planted++;
    const found = own.some(
      ({ verdict, filings: named }) => verdict === 'fail' && wanted.every((id) => named.includes(id)),
    );
    if (found) score.found++;
    else score.misses.push(`batch ${planned.id} ${rule}: ${own.map((one) => one.message).join(' | ')}`);
  }
  for (const { rule, verdict, consequence, message, manual } of findings) {
    if (rule in planned.batch || consequence === 'remark' || verdict === 'not-applicable') continue;
    score.clean++;
    if (verdict === 'unknown' && !manual) score.cleanOpen++;
    if (verdict !== 'fail') continue;
    score.alarms++;
    score.alarmed.push(`batch ${planned.id} ${rule}: ${message}`);
  }
}
