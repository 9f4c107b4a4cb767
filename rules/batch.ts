import type { BatchRule, Pack } from '../calls/schema/index.ts';
import type { Filing } from '../core/filing.ts';
import type { Classification, Finding, Match } from '../core/judgement.ts';
import { judgeApplicants } from './batch/applicants.ts';
import { judgeQuota } from './batch/quota.ts';

/** A verdict on several filings together. */
export type BatchFinding = Finding & {
  /** Ids of the filings it is about. */
  readonly filings: readonly string[];
};

/** One file of a batch; without `filing` it could not be read. */
export interface BatchEntry {
  readonly id: string;
  readonly file: string;
  readonly filing?: Filing;
  readonly classification: readonly Classification[];
  readonly matches: readonly Match[];
}

/** Judges a batch by the call's rules on quotas and on filings per applicant. */
export function judgeBatch(pack: Pack, entries: readonly BatchEntry[]): BatchFinding[] {
  if (entries.length === 0) return [];
  const apart = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  return pack.call.batch.flatMap((rule) => judgeOne(rule, pack, apart));
}

function judgeOne(rule: BatchRule, pack: Pack, entries: readonly BatchEntry[]): BatchFinding[] {
  switch (rule.kind) {
    case 'quota':
      return judgeQuota(rule, pack, entries);
    case 'max-per-applicant':
      return judgeApplicants(rule, pack, entries);
  }
}
