import type { FieldValue } from './filing.ts';
import type { Text } from './lang.ts';

/** A point in time, ISO 8601 in UTC with milliseconds. */
export type Instant = string;

/** A batch 批次: filings handed in for one call, under the office's name for it. */
export interface Batch {
  readonly id: string;
  readonly call: string;
  readonly name: string;
  readonly createdAt: Instant;
}

/** How an evaluation was asked for; plain data, so that the same may be asked again. */
export interface RunSettings {
  /** `YYYY-MM-DD`: the day whose facts count. */
  readonly asOf: string;
  /** Reading of the resubmission clause. */
  readonly reading?: string;
  /** The office said that each filing came with all its files. */
  readonly complete: boolean;
  /** Names and content hashes of the lists given, by kind (`awards`, `summary`, `registry`, `affiliates`). */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** `stopped`: a person or a signal ended it in order; what was done is kept. */
export type RunState = 'running' | 'done' | 'stopped' | 'failed';

/** One evaluation of a batch by stated versions. */
export interface Run {
  readonly id: string;
  readonly batch: string;
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
  readonly state: RunState;
  /** Hash of everything its outcomes depend on: the same inputs need no second run. */
  readonly key: string;
  readonly settings: RunSettings;
  /** Versions of the program, its stages and models. */
  readonly versions: Readonly<Record<string, string>>;
}

/** How a file was found to be a new version of a filing: a person said so, or the machine by these marks. */
export type VersionBy = 'first' | 'person' | 'file-name' | 'applicant-and-title';

/** One version of a filing 申报书: the form's file and those that came with it. */
export interface FilingVersion {
  /** Identity of the filing; survives its corrections. */
  readonly filing: string;
  readonly batch: string;
  /** Counted from 1. */
  readonly version: number;
  /** File id of the form. */
  readonly form: string;
  readonly file: string;
  readonly applicant: string;
  readonly title: string;
  readonly by: VersionBy;
  readonly addedAt: Instant;
  /** When a later version took its place; a replaced version counts against nobody. */
  readonly replacedAt?: Instant;
}

/** `pass` 通过, `return` 退回补正, `reject` 不予受理, `doubt` 存疑. */
export type DecisionKind = 'pass' | 'return' | 'reject' | 'doubt';

/**
 * Whose eyes a decision is of. `first` 初审; `second` 盲审: a second person who does not see the first decision; `third`
 * 裁定 where the two differ; `check` 复核 by the head; `again` 复审: drawn again blind to know how often the office errs,
 * which changes nothing by itself.
 */
export type DecisionStep = 'first' | 'second' | 'third' | 'check' | 'again';

/** `reopen` 重新办理 and `undo` 撤销 take back what was decided before, and stand in the same record. */
export type DecisionAct = DecisionKind | 'reopen' | 'undo';

/** What a person decided 决定: who, when, what, why, on which version. Never changed; a later one stands over it. */
export interface Decision {
  readonly id: string;
  readonly filing: string;
  readonly version: number;
  readonly step: DecisionStep;
  readonly kind: DecisionAct;
  /** Rules or other reasons picked, the main one first. */
  readonly reasons: readonly string[];
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}

/** A person put a field right 更正. */
export interface Correction {
  readonly id: string;
  readonly filing: string;
  readonly version: number;
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
}

/** What happened in a run, in order: one stream for terminal, page and log. */
export type RunEvent =
  | { readonly kind: 'files'; readonly files: number }
  | { readonly kind: 'page'; readonly file: string; readonly page: number; readonly pages: number }
  | { readonly kind: 'read'; readonly file: string; readonly kept: boolean; readonly failed: boolean }
  | { readonly kind: 'stage'; readonly stage: RunStage; readonly done: number; readonly of: number }
  | { readonly kind: 'filing'; readonly filing: string; readonly file: string; readonly state: string }
  | { readonly kind: 'note'; readonly text: Text };

/** The stages of a run in their order. */
export type RunStage = 'read' | 'assemble' | 'extract' | 'classify' | 'match' | 'judge';

/** An event as the store keeps it. */
export interface KeptEvent {
  readonly run: string;
  readonly at: Instant;
  readonly event: RunEvent;
}

/**
 * What is said of two firms 企业认定: `same` they are one, `apart` they are two, `former`: of the two names one was the
 * other's before, `open`: nothing any more, so that the machine decides again.
 */
export type FirmRulingKind = 'same' | 'apart' | 'former' | 'open';

/** One such word of a person; the last of a pair counts. */
export interface FirmRuling {
  readonly id: string;
  readonly kind: FirmRulingKind;
  /** Id of a naming (`F…`); for `former` the name now. */
  readonly firm: string;
  /** Id of the other naming; for `former` the name before. */
  readonly other: string;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}
