import type { Document } from '../core/document.ts';
import type { Filing } from '../core/filing.ts';
import type { StateOfFiling } from '../core/filing-state.ts';
import type { Classification, Finding, Match } from '../core/judgement.ts';
import type { AnnexedBy, BatchFinding, RepeatCase } from '../core/outcome.ts';
import type { Problem } from '../core/problem.ts';

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
  readonly judged: StateOfFiling;
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
