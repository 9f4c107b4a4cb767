import type { FilingState } from './filing-state.ts';
import type { Text } from './lang.ts';
import type { DecisionKind, Instant } from './records.ts';

/** The records of the office's work on filings 办理; what the machine says of them stands in `outcome.ts`. */

/**
 * How far the office is with a filing 办理环节. `todo` 待初审, `doubt` 存疑, `second` 待第二人, `conflict` 意见不一,
 * `check` 待复核, `decided` 已决定, `sent` 已发文.
 */
export type Stage = 'todo' | 'doubt' | 'second' | 'conflict' | 'check' | 'decided' | 'sent';

/** `clerk` 初审员; `head` 科室负责人, who checks and settles; `admin` also keeps users and settings. */
export type Role = 'clerk' | 'head' | 'admin';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}

/** Whose eyes the filings of a batch need. Shares are 0..1. */
export interface ReviewPolicy {
  readonly blind: 'none' | 'sample' | 'all';
  /** Share that a second person judges blind; counts where `blind` is `sample`. */
  readonly blindShare: number;
  readonly check: 'none' | 'refusals' | 'all';
  /** Share of decided filings that are drawn again. */
  readonly redraw: number;
  /** Share of shown values that must be right. */
  readonly target: number;
}

export const plainPolicy: ReviewPolicy = {
  blind: 'none',
  blindShare: 0.1,
  check: 'none',
  redraw: 0.02,
  target: 0.995,
};

/** What a person found of one thing 人工认定. The last of a subject counts; an empty value takes it back. */
export interface Ruling {
  readonly id: string;
  readonly filing: string;
  readonly version: number;
  /** `field:<key>`, `rule:<id>`, `label:<scheme>`, `match:<target>`, `check:<rule>`. */
  readonly subject: string;
  readonly value: string;
  readonly note: string;
  /** Of a field: how sure the machine had been, 0..1. */
  readonly confidence?: number;
  readonly by: string;
  readonly at: Instant;
}

/** Where a filing stands on the office's desk: one row for each, made of the records and kept beside them. */
export interface Desk {
  readonly filing: string;
  readonly batch: string;
  readonly version: number;
  readonly stage: Stage;
  /** What stands, or what was proposed. */
  readonly decision?: DecisionKind;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  /** The state after what people found. */
  readonly now: FilingState;
  /** What needs a person and nobody has looked at. */
  readonly doubts: number;
  /** Points of the checklist not yet ticked. */
  readonly checklist: number;
  /** It may repeat another, and nobody has said whether. */
  readonly repeats: boolean;
  /** 推荐单位. */
  readonly unit: string;
  /** First reason for the state. */
  readonly reason?: Text;
  readonly assignee?: string;
  readonly lease?: { readonly by: string; readonly until: Instant };
  /** Drawn again, and not yet judged again. */
  readonly again: boolean;
  /** Grows with every act. */
  readonly revision: number;
}

/** One act of a person 操作记录: who, when, what, old and new. Nothing of it is ever changed or deleted. */
export interface Act {
  readonly id: string;
  readonly batch: string;
  /** Empty where it is about the batch or the office. */
  readonly filing: string;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
  readonly kind: ActKind;
  readonly text: Text;
  readonly old: string;
  readonly new: string;
  /** Acts done in one go, which are undone in one go; else its own id. */
  readonly group: string;
  /** Seconds that the person was at it. */
  readonly seconds: number;
}

export type ActKind =
  | 'rule'
  | 'correct'
  | 'decide'
  | 'reopen'
  | 'undo'
  | 'assign'
  | 'send'
  | 'batch'
  | 'policy'
  | 'run'
  | 'import'
  | 'user'
  | 'call';
