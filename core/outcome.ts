import type { Field } from './filing.ts';
import type { StateOfFiling } from './filing-state.ts';
import type { Classification, Finding, Match } from './judgement.ts';
import type { Problem } from './problem.ts';

/** How an annex was found to be a filing's: by its folder or archive, its name, a shared stem, its text. */
export type AnnexedBy = 'folder' | 'name' | 'stem' | 'content';

/** `failed`: nothing was read; `partial`: something is missing and said; `done`: all of it was read. */
export type ReadStatus = 'done' | 'partial' | 'failed';

/** One file of a batch and what became of it. Its bytes and document stand in the store under `id`. */
export interface FileOutcome {
  /** SHA-256 of the bytes, 16 hex digits; of the path where there are no bytes. */
  readonly id: string;
  /** Key of its document among the outputs of the stage `read`, where it was read. */
  readonly document?: string;
  readonly file: string;
  readonly role: 'form' | 'annex' | 'unassigned';
  readonly by?: AnnexedBy;
  /** Keys of the call's annexes that it is. */
  readonly annexes: readonly string[];
  readonly status: ReadStatus;
  readonly format?: string;
  readonly pages: number;
  readonly ocrPages: number;
  readonly problems: readonly Problem[];
}

/** Everything found out about one version of a filing: plain data in both languages, as the store keeps it. */
export interface FilingOutcome {
  /** The form's file id. */
  readonly id: string;
  /** The filing that survives its corrections, and which version of it this is, counted from 1. */
  readonly filing: string;
  readonly version: number;
  readonly file: string;
  readonly status: ReadStatus;
  readonly judged: StateOfFiling;
  readonly problems: readonly Problem[];
  /** In the form's order; empty for a file that was not read. */
  readonly fields: readonly Field[];
  readonly classification: readonly Classification[];
  readonly findings: readonly Finding[];
  readonly matches: readonly Match[];
  /** The form first, then its annexes. */
  readonly files: readonly FileOutcome[];
}

/** A verdict on several filings together. */
export type BatchFinding = Finding & {
  /** Ids of the filings it is about. */
  readonly filings: readonly string[];
  /** It fails for some of its filings only, and somebody must still choose which. */
  readonly choice?: true;
};

/** Filings of one batch that are likely one solution, to be looked at together. */
export interface RepeatCase {
  /** Ids of filings of the batch. */
  readonly filings: readonly string[];
  /** Ids of awards and earlier filings they repeat. */
  readonly earlier: readonly string[];
}

/** What was found out about a batch as a whole. */
export interface BatchOutcome {
  readonly findings: readonly BatchFinding[];
  readonly cases: readonly RepeatCase[];
  /** Annexes that could not be counted to any filing. */
  readonly unassigned: readonly FileOutcome[];
}
