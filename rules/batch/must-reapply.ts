import type { BatchRule, Pack } from '../../calls/schema/index.ts';
import type { Text } from '../../core/lang.ts';
import { findRegion } from '../../core/normalise/region.ts';
import type { BatchFinding } from '../../core/outcome.ts';
import type { Award } from '../../lists/awards/award.ts';
import { mustReapplyMatches } from '../reading/must-reapply-matches.ts';
import { clauseOf } from '../verdict/clause-of.ts';
import type { BatchContext, BatchEntry } from './judge-batch.ts';
import { unitOf } from './quota.ts';
import { callIt } from './title-of.ts';

export type MustReapplyRule = Extract<BatchRule, { kind: 'must-reapply' }>;

/**
 * Earlier winners that must apply again: those of the batch, which use no quota, and those of the batch's
 * provinces in the lists of awards of whom no filing is here.
 */
export function judgeMustReapply(
  rule: MustReapplyRule,
  pack: Pack,
  entries: readonly BatchEntry[],
  context: BatchContext,
): BatchFinding[] {
  const again = pack.call.resubmission.mustReapply;
  const base = {
    rule: rule.id,
    title: rule.title,
    consequence: rule.consequence,
    clause: clauseOf(pack.clauses, rule.clause),
    evidence: [],
  };
  if (!context.awards) {
    const message = {
      zh: '未提供往年名单（--awards），未核对须重新申报的往年入选项目，请人工核对。',
      en: 'No list of awards was given (--awards), so winners that must apply again were not checked.',
    };
    return [{ ...base, verdict: 'unknown', manual: true, message, filings: [] }];
  }
  const here = entries.filter((entry) => mustReapplyMatches(entry.matches, again).length > 0);
  const seen = new Set(entries.flatMap((entry) => entry.matches.map(({ target }) => target.id)));
  const provinces = new Set(entries.flatMap((entry) => provinceOf(entry, rule, context) ?? []));
  const absent = context.awards.filter(
    (award) =>
      again.some(({ programme, year }) => award.programme === programme && award.year === year) &&
      !seen.has(award.id) &&
      provinces.has(findRegion(award.region ?? award.company)?.province ?? ''),
  );
  const findings: BatchFinding[] = [];
  if (here.length > 0) {
    const names = here.map((entry) => `“${callIt(pack, entry)}”`);
    const free = again.every(({ usesQuota }) => !usesQuota);
    const message: Text = {
      zh: `往年入选、已重新申报的${here.length}项${free ? '，不占名额' : ''}：${names.join('、')}。`,
      en: `${here.length} earlier winners apply again${free ? ', outside the quota' : ''}: ${names.join(', ')}.`,
    };
    findings.push({ ...base, verdict: 'pass', message, filings: here.map((entry) => entry.id) });
  }
  if (absent.length > 0) findings.push({ ...base, ...absentSaid(absent), filings: [] });
  if (findings.length > 0) return findings;
  const message = {
    zh: '所给名单中没有本批推荐单位所在地区须重新申报的往年入选项目。',
    en: "The lists hold no winner of this batch's regions that must apply again.",
  };
  return [{ ...base, verdict: 'not-applicable', message, filings: [] }];
}

/** Whether a winner means to apply is for it to say, so its absence is open and never a fail. */
function absentSaid(awards: readonly Award[]): { verdict: 'unknown'; message: Text } {
  const names = awards.map(({ title, company, year }) => `“${title}”（${[company, year].join('，')}）`);
  return {
    verdict: 'unknown',
    message: {
      zh: `以下${awards.length}项往年入选项目须重新申报，本批未见其申报书，请核对：${names.join('、')}。`,
      en: `${awards.length} earlier winners must apply again and no filing of theirs is here; please check: ${names.join(', ')}.`,
    },
  };
}

function provinceOf(entry: BatchEntry, rule: MustReapplyRule, context: BatchContext): string | undefined {
  const unit = unitOf(entry, rule.unitField, context);
  return unit && findRegion(unit.name)?.province;
}
