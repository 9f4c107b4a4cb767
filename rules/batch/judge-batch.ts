import type { BatchRule, Pack } from '../../calls/schema/index.ts';
import type { Filing } from '../../core/filing.ts';
import type { Classification } from '../../core/judgement.ts';
import type { BatchFinding } from '../../core/outcome.ts';
import type { ListMatch } from '../../index/listed/match-list.ts';
import type { Award } from '../../lists/awards/award.ts';
import type { ListKind, OfficeList } from '../../lists/office/office-list.ts';
import { judgeApplicants } from './applicants.ts';
import type { BatchMatch } from './batch-match.ts';
import { judgeList } from './list.ts';
import { judgeMustReapply } from './must-reapply.ts';
import { judgeQuota } from './quota.ts';

/** One file of a batch; without `filing` it could not be read. */
export interface BatchEntry {
  readonly id: string;
  readonly file: string;
  readonly filing?: Pick<Filing, 'id' | 'fields'>;
  readonly classification: readonly Classification[];
  readonly matches: readonly BatchMatch[];
}

/** What judging a batch needs beside its filings. */
export interface BatchContext {
  /** The office's lists that were given, and whose rows are whose. */
  readonly lists?: Readonly<
    Partial<Record<ListKind, { readonly list: OfficeList; readonly match: ListMatch }>>
  >;
  /** Earlier awards; absent when no list was given. */
  readonly awards?: readonly Award[];
}

/** Judges a batch by the call's rules on quotas, filings per applicant, earlier winners and the office's lists. */
export function judgeBatch(
  pack: Pack,
  entries: readonly BatchEntry[],
  context: BatchContext = {},
): BatchFinding[] {
  if (entries.length === 0) return [];
  const apart = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  return pack.call.batch.flatMap((rule) => judgeOne(rule, pack, apart, context));
}

function judgeOne(
  rule: BatchRule,
  pack: Pack,
  entries: readonly BatchEntry[],
  context: BatchContext,
): BatchFinding[] {
  switch (rule.kind) {
    case 'quota':
      return judgeQuota(rule, pack, entries, context);
    case 'max-per-applicant':
      return judgeApplicants(rule, pack, entries);
    case 'must-reapply':
      return judgeMustReapply(rule, pack, entries, context);
    case 'list':
      return judgeList(rule, pack, entries, context);
  }
}
