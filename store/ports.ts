import type { Act, ActKind, Desk, Ruling, Stage, User } from '../core/desk.ts';
import type { FilingState } from '../core/filing-state.ts';
import type { Verdict } from '../core/judgement.ts';
import type { BatchOutcome, FilingOutcome } from '../core/outcome.ts';
import type {
  Batch,
  Correction,
  Decision,
  DecisionKind,
  FilingVersion,
  FirmRuling,
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
  readonly desks: Desks;
  readonly rulings: Rulings;
  readonly acts: Acts;
  readonly drafts: Drafts;
  readonly users: Users;
  readonly letters: Letters;
  readonly firmRulings: FirmRulings;
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
  /** Another text whenever something was put since; reads no award. */
  mark(): Promise<string>;
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
  /** How the office set a batch up; JSON, `undefined` where it did not. */
  settings(id: string): Promise<unknown>;
  putSettings(id: string, settings: unknown): Promise<void>;
  /** Puts settings in the place of those that were read; whether they were still there. */
  replaceSettings(id: string, read: unknown, settings: unknown): Promise<boolean>;
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
  /** The last version of each of these filings, in no order. */
  latest(filings: readonly string[]): Promise<FilingVersion[]>;
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
  /** What the latest run that saw it found out about one version of a filing. */
  version(filing: string, version: number): Promise<FilingOutcome | undefined>;
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

/** One act with all that it writes. */
export interface Deed {
  /** As it stands after the act. */
  readonly desk: Desk;
  /** The revision that the person saw. */
  readonly expected: number;
  readonly act: Act;
  readonly decisions?: readonly Decision[];
  readonly rulings?: readonly Ruling[];
  readonly corrections?: readonly Correction[];
}

/** Which filings of a run: filters are joined by *and*, what is absent filters nothing. */
export interface DeskQuery {
  readonly run: string;
  readonly stages?: readonly Stage[];
  readonly decisions?: readonly DecisionKind[];
  readonly nows?: readonly FilingState[];
  /** The machine's state. */
  readonly states?: readonly FilingState[];
  readonly doubtful?: true;
  readonly repeats?: true;
  readonly again?: true;
  /** Assigned to, leased by or decided by this user. */
  readonly reviewer?: string;
  /** Assigned to or leased by this user and not yet decided. */
  readonly mine?: string;
  readonly rule?: { readonly id: string; readonly verdicts: readonly Verdict[] };
  /** A label of each of these schemes: the one that a person gave it, else the machine's. */
  readonly labels?: readonly { readonly scheme: string; readonly label: string }[];
  /** GB/T 2260 by its leading digits. */
  readonly region?: string;
  readonly unit?: string;
  readonly confidenceBelow?: number;
  /** Words that applicant, title, file or a field hold, whatever their case. */
  readonly words?: string;
  readonly filings?: readonly string[];
  /** Held by nobody, or by this user, at a moment. */
  readonly free?: { readonly user: string; readonly at: Instant };
}

export type DeskSort = 'need' | 'arrival' | 'applicant' | 'title' | 'region' | 'confidence' | 'stage';

export interface DeskPage {
  readonly sort: DeskSort;
  readonly offset: number;
  readonly limit: number;
}

/** A filing of a run with where it stands. */
export type DeskRow = OutcomeRow & { readonly desk: Desk };

/** How many desks of a run are alike in what views are told by. */
export interface DeskTally {
  readonly stage: Stage;
  readonly now: FilingState;
  readonly state: FilingState;
  readonly decision?: DecisionKind;
  readonly doubtful: boolean;
  readonly repeats: boolean;
  readonly again: boolean;
  readonly assignee?: string;
  readonly count: number;
}

/** What the filings of a run can be told apart by, with how many there are of each. */
export interface DeskFacets {
  /** Rules that fail or are open, without those of the checklist. */
  readonly rules: readonly Counted[];
  readonly regions: readonly Counted[];
  readonly units: readonly Counted[];
  readonly reviewers: readonly Counted[];
  readonly labels: readonly (Counted & { readonly scheme: string })[];
}

export interface Counted {
  readonly value: string;
  readonly count: number;
}

/** Where filings stand on the office's desk. */
export interface Desks {
  get(filing: string): Promise<Desk | undefined>;
  of(batch: string): Promise<Desk[]>;
  /**
   * For what the machine found out: adds, or replaces where the revision is still that of the desk; who holds it stays. Gives
   * the filings on whose desks somebody acted meanwhile, of which nothing is written.
   */
  put(desks: readonly Desk[]): Promise<readonly string[]>;
  /** Writes each deed whole or not at all; gives the filings whose revision had moved on, of which nothing is written. */
  commit(deeds: readonly Deed[]): Promise<readonly string[]>;
  /** Holds a filing for a user until a moment (empty: no longer), unless another holds it `now`. No act: the revision stays. */
  hold(filing: string, user: string, until: Instant | '', now: Instant): Promise<Desk | undefined>;
  rows(query: DeskQuery, page: DeskPage): Promise<DeskRow[]>;
  /**
   * The filings behind another in the order of a list, `most` at most. One that is in the list no longer is taken to stand
   * where it stood when it left, so that one goes on from there; behind one that the run does not hold comes all of it.
   */
  following(query: DeskQuery, sort: DeskSort, after: string, most: number): Promise<string[]>;
  count(query: DeskQuery): Promise<number>;
  tallies(run: string): Promise<DeskTally[]>;
  facets(run: string): Promise<DeskFacets>;
}

export interface Rulings {
  /** Oldest first. */
  of(filing: string): Promise<Ruling[]>;
}

/** Which acts: filters are joined by *and*. */
export interface ActQuery {
  readonly batch?: string;
  readonly filing?: string;
  readonly by?: string;
  readonly kinds?: readonly ActKind[];
}

/** The record of what people did: added to, never changed. */
export interface Acts {
  add(acts: readonly Act[]): Promise<void>;
  /** The latest first. */
  of(query: ActQuery, page: { readonly offset: number; readonly limit: number }): Promise<Act[]>;
  count(query: ActQuery): Promise<number>;
  /** Done in one go, oldest first. */
  group(id: string): Promise<Act[]>;
}

/** What somebody typed and did not say yet; JSON. */
export interface Drafts {
  get(filing: string, user: string): Promise<unknown>;
  put(filing: string, user: string, draft: unknown): Promise<void>;
  drop(filing: string, user: string): Promise<void>;
}

export interface Users {
  all(): Promise<User[]>;
  get(id: string): Promise<User | undefined>;
  /** `secret`: what the password is checked by; absent: as it was, or none. */
  put(user: User, secret?: string): Promise<void>;
  secret(id: string): Promise<string | undefined>;
}

/** A letter that was made 公文, under its number in the year. */
export interface Letter {
  readonly id: string;
  readonly batch: string;
  readonly filing: string;
  readonly version: number;
  readonly kind: 'mend' | 'accept' | 'refuse';
  readonly year: number;
  readonly serial: number;
  /** As it is printed. */
  readonly number: string;
  readonly by: string;
  readonly at: Instant;
  /** Rules that it told the applicant of. */
  readonly told: readonly string[];
  /** Its bytes among the blobs, and the name of its file. */
  readonly blob: string;
  readonly name: string;
}

export interface Letters {
  /** Rejects where the year's serial number is taken. */
  add(letter: Letter): Promise<void>;
  /** Oldest first. */
  of(filing: string): Promise<Letter[]>;
  ofBatch(batch: string): Promise<Letter[]>;
  /** The last serial number of a year; 0 where there is none. */
  last(year: number): Promise<number>;
}

export interface FirmRulings {
  /** All or none. */
  add(rulings: readonly FirmRuling[]): Promise<void>;
  /** Oldest first. */
  all(): Promise<FirmRuling[]>;
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
