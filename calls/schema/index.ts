import type { Document } from '../../core/document.ts';
import type { Call } from './call.ts';
import type { PackClause } from './clauses.ts';
import type { Form } from './form.ts';
import type { Rule } from './rule.ts';
import type { Scheme } from './schemes.ts';
import type { SummarySheet } from './summary.ts';

/** A call pack: everything the product knows of one call 征集通知, read from one folder. */
export interface Pack {
  readonly call: Call;
  readonly clauses: ReadonlyMap<string, PackClause>;
  readonly schemes: readonly Scheme[];
  readonly form: Form;
  /** The printed form with its `{{key}}` places, read by the HTML reader. */
  readonly blank: Document;
  readonly rules: readonly Rule[];
  /** Its summary sheet 推荐汇总表, where it has one. */
  readonly summary?: SummarySheet;
  /** Folder it was read from, for messages. */
  readonly folder: string;
}

export type { Annex, BatchRule, Call, Reading, Resubmission } from './call.ts';
export type { PackClause } from './clauses.ts';
export type { UnitKind } from './common.ts';
export type { FieldType, Form, FormField, Role, TableField, TickField, YearsField } from './form.ts';
export type { Rule } from './rule.ts';
export type { Label, Scheme } from './schemes.ts';
export type { SummaryFrom, SummarySheet } from './summary.ts';
