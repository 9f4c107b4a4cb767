import type { FilingState } from '../core/filing-state.ts';
import type { Verdict } from '../core/judgement.ts';
import type { BatchOutcome, FilingOutcome } from '../core/outcome.ts';
import type {
  Batch,
  Correction,
  Decision,
  FilingVersion,
  Instant,
  KeptEvent,
  Run,
  RunState,
} from '../core/records.ts';
import type { VectorMemory } from '../core/vector-memory.ts';

/**
 * What the product remembers, behind asynchronous repositories. Every back end (`sqlite/`, `postgres/`) passes the
 * one contract test `contract.ts`. A repository rejects only with `StoreFailure`.
 */
export interface Store {
  readonly blobs: Blobs;
  readonly stages: StageOutputs;
  readonly awards: Awards;
  readonly known: KnownFilings;
  readonly vectors: VectorMemory;
  readonly batches: Batches;
  readonly runs: Runs;
  readonly filings: Filings;
  readonly outcomes: Outcomes;
  readonly decisions: Decisions;
  readonly corrections: Corrections;
  readonly events: Events;
  close(): Promise<void>;
}

/** Original bytes by content: `id` is the SHA-256 of the bytes, 64 hex digits or the first 16 of them. */
export interface Blobs {
  /** Keeps the bytes once, however often they come. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  get(id: string): Promise<Uint8Array | undefined>;
  has(id: string): Promise<boolean>;
}

/**
 * Outputs of stages, each under the stage's name and a key made of all its inputs and the stage's computed version.
 * What is kept is JSON; a damaged entry is as none.
 */
export interface StageOutputs {
  get(stage: string, key: string): Promise<unknown>;
  /** Which of these keys are kept, without reading what is under them. */
  has(stage: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  put(stage: string, key: string, value: unknown): Promise<void>;
  /** Outputs under many keys, one after another in the order of the keys; `undefined` where none is kept. */
  stream(stage: string, keys: readonly string[]): AsyncIterable<unknown>;
}

/** One line of an award list; `data` is the award as `lists/awards` defines it. */
export interface StoredAward {
  readonly id: string;
  readonly source: string;
  readonly data: unknown;
}

export interface Awards {
  /** Adds or replaces by id, all or none. */
  put(awards: readonly StoredAward[]): Promise<{ readonly added: number; readonly replaced: number }>;
  /** In the order in which they came. */
  all(): Promise<StoredAward[]>;
}

/** One filing as its repeats are found by; `data` is the filing as `index/` defines it. */
export interface StoredFiling {
  readonly id: string;
  readonly call: string;
  /** Of the stages that made `data`. */
  readonly version: string;
  readonly data: unknown;
}

export interface KnownFilings {
  /** `screened`: it was in a batch, and not only in an archive; once so, it stays so. */
  put(filings: readonly (StoredFiling & { readonly screened: boolean })[]): Promise<void>;
  /** The filings of all batches by id and call, without `data`. */
  screened(): Promise<{ readonly id: string; readonly call: string; readonly version: string }[]>;
  /** Filings one after another in the order asked for, without those that are not there. Rejects at its end where one is damaged. */
  stream(ids: readonly { readonly id: string; readonly call: string }[]): AsyncIterable<StoredFiling>;
}

export interface Batches {
  put(batch: Batch): Promise<void>;
  get(id: string): Promise<Batch | undefined>;
  /** By the call and the office's name for it. */
  find(call: string, name: string): Promise<Batch | undefined>;
  /** The latest first. */
  all(): Promise<Batch[]>;
}

export interface Runs {
  put(run: Run): Promise<void>;
  end(id: string, state: Exclude<RunState, 'running'>, at: Instant): Promise<void>;
  get(id: string): Promise<Run | undefined>;
  /** The latest first. */
  of(batch: string): Promise<Run[]>;
  /** Runs of version 0.1 of a call, the latest first; `results` is JSON, `chushen.results/1`. */
  old(call: string): Promise<{ readonly startedAt: Instant; readonly results: string }[]>;
}

export interface Filings {
  put(version: FilingVersion): Promise<void>;
  /** All versions of the batch's filings, replaced ones too, oldest first. */
  of(batch: string): Promise<FilingVersion[]>;
  versions(filing: string): Promise<FilingVersion[]>;
  /** Says that a later version took this one's place. */
  replace(filing: string, version: number, at: Instant): Promise<void>;
}

/** What a list of outcomes is filtered, sorted and paged by; absent: all. Every column has an index. */
export interface OutcomeQuery {
  readonly run: string;
  readonly states?: readonly FilingState[];
  /** A rule, with the verdicts of it that count. */
  readonly rule?: { readonly id: string; readonly verdicts: readonly Verdict[] };
  readonly scheme?: { readonly id: string; readonly label: string };
  /** Province or city code of GB/T 2260, by its leading digits. */
  readonly region?: string;
  readonly applicant?: string;
  /** Only filings whose least sure field is below this. */
  readonly confidenceBelow?: number;
  /** Only what is shown, counted from 0. */
  readonly offset?: number;
  readonly limit?: number;
}

/** One line of a list of outcomes: what an overview needs, read without the outcome itself. */
export interface OutcomeRow {
  readonly filing: string;
  readonly version: number;
  readonly id: string;
  readonly file: string;
  readonly state: FilingState;
  readonly remarks: number;
  readonly checklist: number;
  readonly applicant: string;
  readonly title: string;
  /** GB/T 2260, six digits; empty where it is not known. */
  readonly region: string;
  /** Of its filled fields, the least. 1 where there is none. */
  readonly confidence: number;
}

/** What a row of an outcome says beside the outcome itself; the pipeline knows roles and regions, the store does not. */
export interface OutcomeFacts {
  readonly applicant: string;
  readonly title: string;
  readonly region: string;
}

export interface Outcomes {
  /** Keeps one filing's outcome as soon as it is known; replaces that of the same run and filing. */
  put(run: string, outcome: FilingOutcome, facts: OutcomeFacts): Promise<void>;
  get(run: string, filing: string): Promise<FilingOutcome | undefined>;
  /** In the order in which the filings came. */
  rows(query: OutcomeQuery): Promise<OutcomeRow[]>;
  count(query: Omit<OutcomeQuery, 'offset' | 'limit'>): Promise<Readonly<Record<FilingState, number>>>;
  /** Outcomes one after another, in the order in which the filings came. */
  stream(run: string): AsyncIterable<FilingOutcome>;
  putBatch(run: string, outcome: BatchOutcome): Promise<void>;
  batch(run: string): Promise<BatchOutcome | undefined>;
}

export interface Decisions {
  add(decision: Decision): Promise<void>;
  /** Oldest first. */
  of(filing: string): Promise<Decision[]>;
}

export interface Corrections {
  add(correction: Correction): Promise<void>;
  /** Oldest first. */
  of(filing: string): Promise<Correction[]>;
}

export interface Events {
  add(events: readonly KeptEvent[]): Promise<void>;
  /** In order; `after`: how many to leave out from the beginning. */
  of(run: string, after?: number): Promise<KeptEvent[]>;
}

/** Why a store cannot be used, with a code that has its sentence in `store/messages.ts`. */
export type StoreFault =
  | 'not-a-store'
  | 'damaged'
  | 'newer'
  | 'read-only'
  | 'is-a-folder'
  | 'not-a-folder'
  | 'disk-full'
  | 'locked'
  | 'unreachable'
  | 'failed';

/** The one exception a store throws; `detail` is the back end's own words. */
export class StoreFailure extends Error {
  readonly fault: StoreFault;

  constructor(fault: StoreFault, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'StoreFailure';
    this.fault = fault;
  }
}
