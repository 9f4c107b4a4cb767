import type { Generated } from 'kysely';
import type { ActKind, Role, Stage } from '../core/desk.ts';
import type { FilingState } from '../core/filing-state.ts';
import type { DecisionAct, DecisionKind, DecisionStep, FirmRulingKind } from '../core/records.ts';

/**
 * The tables of the store, the same in every back end. Bytes come back as the driver gives them, so they are read
 * with `bytesOf`; flags are 0 or 1; JSON is text. Columns named `text` are clipped (`columns.ts`): an index entry
 * of PostgreSQL holds 2,704 bytes at most. What must come back whole stands in a `body`.
 */
export interface Tables {
  readonly stage_outputs: StageOutputTable;
  readonly awards: AwardTable;
  readonly known_filings: KnownFilingTable;
  readonly embedders: EmbedderTable;
  readonly vectors: VectorTable;
  readonly batches: BatchTable;
  readonly runs: RunTable;
  readonly filings: FilingTable;
  readonly outcomes: OutcomeTable;
  readonly outcome_bodies: OutcomeBodyTable;
  readonly findings: FindingTable;
  readonly matches: MatchTable;
  readonly classifications: ClassificationTable;
  readonly fields: FieldTable;
  readonly batch_outcomes: BatchOutcomeTable;
  readonly decisions: DecisionTable;
  readonly corrections: CorrectionTable;
  readonly events: EventTable;
  readonly desks: DeskTable;
  readonly rulings: RulingTable;
  readonly acts: ActTable;
  readonly drafts: DraftTable;
  readonly users: UserTable;
  readonly batch_settings: BatchSettingsTable;
  readonly letters: LetterTable;
  readonly firm_rulings: FirmRulingTable;
  readonly old_runs: OldRunTable;
}

/** Bytes go in as a buffer; a driver gives a `Buffer`, a `Uint8Array` or a bare `ArrayBuffer`. */
export type Bytes = Uint8Array | ArrayBuffer;

interface StageOutputTable {
  readonly stage: string;
  readonly key: string;
  /** gzip of JSON. */
  readonly body: Bytes;
  readonly kept_at: string;
}

interface AwardTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly source: string;
  readonly data: string;
  readonly imported_at: string;
}

interface KnownFilingTable {
  readonly id: string;
  readonly call: string;
  readonly version: string;
  readonly screened: number;
  /** gzip of JSON. */
  readonly body: Bytes;
}

interface EmbedderTable {
  readonly name: string;
  /** gzip. */
  readonly state: Bytes;
}

interface VectorTable {
  readonly embedder: string;
  readonly text: string;
  /** Single precision, little endian. */
  readonly vector: Bytes;
}

interface BatchTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly call: string;
  readonly name: string;
  readonly created_at: string;
}

interface RunTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly batch: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly key: string;
  readonly settings: string;
  readonly versions: string;
}

interface FilingTable {
  readonly seq: Generated<number>;
  readonly filing: string;
  readonly batch: string;
  readonly version: number;
  readonly form: string;
  readonly file: string;
  readonly applicant: string;
  readonly title: string;
  readonly by: 'first' | 'person' | 'file-name' | 'applicant-and-title';
  readonly added_at: string;
  readonly replaced_at: string | null;
}

interface OutcomeTable {
  /** What findings, matches, classifications and fields of the outcome are kept under. */
  readonly seq: Generated<number>;
  readonly run: string;
  readonly filing: string;
  readonly version: number;
  /** Where the filing stands among those of the store; 0 where the store has no such filing. */
  readonly position: number;
  /** The form's file id. */
  readonly id: string;
  readonly file: string;
  readonly status: string;
  readonly state: 'passed' | 'remarked' | 'mend' | 'failed' | 'open' | 'unread';
  readonly remarks: number;
  readonly checklist: number;
  readonly applicant: string;
  readonly title: string;
  readonly region: string;
  readonly confidence: number;
}

interface OutcomeBodyTable {
  readonly outcome: number;
  /** gzip of JSON: the outcome as it was put. */
  readonly body: Bytes;
}

interface FindingTable {
  readonly outcome: number;
  /** Place in the outcome's list, from 0. */
  readonly place: number;
  readonly rule: string;
  readonly verdict: string;
  readonly consequence: string;
  readonly manual: number;
  readonly clause: string;
  readonly message_zh: string;
  readonly message_en: string;
}

interface MatchTable {
  readonly outcome: number;
  readonly place: number;
  readonly kind: string;
  readonly target_type: string;
  readonly target: string;
  readonly verdict: string;
  readonly score: number;
}

interface ClassificationTable {
  readonly outcome: number;
  readonly place: number;
  readonly scheme: string;
  /** `null`: the text does not settle it. */
  readonly label: string | null;
  readonly declared: string | null;
  /** Of the first candidate. */
  readonly score: number | null;
}

interface FieldTable {
  readonly outcome: number;
  readonly place: number;
  readonly key: string;
  /** The value as text: parts of a list joined by `；`, anything else as JSON. */
  readonly text: string | null;
  /** The value where it is a number. */
  readonly number: number | null;
  readonly unit: string | null;
  readonly state: string;
  readonly confidence: number;
}

interface BatchOutcomeTable {
  readonly run: string;
  /** gzip of JSON. */
  readonly body: Bytes;
}

interface DecisionTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly filing: string;
  readonly version: number;
  readonly step: DecisionStep;
  readonly kind: DecisionAct;
  readonly reasons: string;
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

interface CorrectionTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly filing: string;
  readonly version: number;
  readonly field: string;
  readonly from_value: string;
  readonly to_value: string;
  readonly by: string;
  readonly why: string;
  readonly at: string;
}

interface EventTable {
  readonly seq: Generated<number>;
  readonly run: string;
  readonly at: string;
  readonly event: string;
}

/** Runs of version 0.1, which kept its results as one JSON text. */
interface OldRunTable {
  readonly seq: Generated<number>;
  readonly call: string;
  readonly started_at: string;
  readonly results: string;
}

interface DeskTable {
  readonly filing: string;
  readonly batch: string;
  readonly version: number;
  readonly stage: Stage;
  readonly decision: DecisionKind | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly now: FilingState;
  readonly doubts: number;
  readonly checklist: number;
  readonly repeats: number;
  readonly unit: string;
  /** JSON of a text; empty where there is none. */
  readonly reason: string;
  readonly assignee: string | null;
  readonly lease_by: string | null;
  readonly lease_until: string | null;
  readonly again: number;
  /** What needs a person first has the least. */
  readonly need: number;
  readonly revision: number;
}

interface RulingTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly filing: string;
  readonly version: number;
  readonly subject: string;
  readonly value: string;
  readonly note: string;
  readonly confidence: number | null;
  readonly by: string;
  readonly at: string;
}

interface ActTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly batch: string;
  readonly filing: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly kind: ActKind;
  readonly text_zh: string;
  readonly text_en: string;
  readonly old: string;
  readonly new: string;
  /** The group of acts. */
  readonly together: string;
  readonly seconds: number;
}

interface DraftTable {
  readonly filing: string;
  readonly user: string;
  readonly body: string;
}

interface UserTable {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly active: number;
  /** Empty where nobody can sign in. */
  readonly secret: string;
}

interface BatchSettingsTable {
  readonly batch: string;
  readonly body: string;
}

interface FirmRulingTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly kind: FirmRulingKind;
  readonly firm: string;
  readonly other: string;
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

interface LetterTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly batch: string;
  readonly filing: string;
  readonly version: number;
  readonly kind: 'mend' | 'accept' | 'refuse';
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly by: string;
  readonly at: string;
  /** JSON. */
  readonly told: string;
  readonly blob: string;
  readonly name: string;
}
