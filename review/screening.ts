import type { Document } from '../core/document.ts';
import type { Filing } from '../core/filing.ts';
import type { Classification, Finding, Match } from '../core/judgement.ts';
import type { AnnexedBy, BatchFinding, RepeatCase } from '../core/outcome.ts';
import type { Problem } from '../core/problem.ts';

/** What the office reads first: every condition passes, one fails, a person must look, or it was not read. */
export type OutcomeKind = 'pass' | 'fail' | 'review' | 'unread';

/** One file of the batch and what became of it. */
export interface BatchFile {
  readonly id: string;
  readonly file: string;
  readonly role: 'form' | 'annex' | 'unassigned';
  /** How an annex was found to belong to the filing. */
  readonly by?: AnnexedBy;
  /** Keys of the call's annexes that it is. */
  readonly annexes: readonly string[];
  readonly status: 'done' | 'partial' | 'failed';
  readonly document?: Document;
  readonly problems: readonly Problem[];
}

/** Everything found out about one filing: a form and its annexes, or a file that is none of both. */
export interface FilingOutcome {
  readonly id: string;
  readonly file: string;
  readonly status: 'done' | 'partial' | 'failed';
  readonly outcome: OutcomeKind;
  readonly problems: readonly Problem[];
  readonly filing?: Filing;
  readonly classification: readonly Classification[];
  readonly findings: readonly Finding[];
  readonly matches: readonly Match[];
  /** The form first, then its annexes. */
  readonly files: readonly BatchFile[];
}

/** One run over a batch of filings for one call, in both languages. */
export interface Screening {
  readonly call: string;
  readonly run: {
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly asOf: string;
    readonly versions: Readonly<Record<string, string>>;
  };
  readonly filings: readonly FilingOutcome[];
  /** Annexes that could not be counted to any filing. */
  readonly unassigned: readonly BatchFile[];
  readonly batch: readonly BatchFinding[];
  /** Filings that are likely one solution, to be looked at together. */
  readonly cases: readonly RepeatCase[];
}

/** Fail and barred outrank review; a condition that a document could have shown and did not is never a pass. */
export function outcomeOf(findings: readonly Finding[], matches: readonly Match[]): OutcomeKind {
  const conditions = findings.filter((finding) => finding.weight === 'condition' && !finding.manual);
  if (conditions.some((finding) => finding.verdict === 'fail')) return 'fail';
  if (matches.some((match) => match.verdict === 'barred')) return 'fail';
  if (conditions.some((finding) => finding.verdict === 'unknown')) return 'review';
  return matches.some((match) => match.verdict === 'review') ? 'review' : 'pass';
}
