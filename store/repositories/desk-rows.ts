import type { Insertable, Selectable } from 'kysely';
import type { Desk, Stage } from '../../core/desk.ts';
import { type FilingState, filingStates } from '../../core/filing-state.ts';
import type { Text } from '../../core/lang.ts';
import { clip, kept, parsed } from '../columns.ts';
import type { Tables } from '../schema.ts';

/** A desk as a row, and back. */

export const deskColumns = [
  'desks.batch',
  'desks.version as desk_version',
  'desks.stage',
  'desks.decision',
  'desks.decided_by',
  'desks.decided_at',
  'desks.now',
  'desks.doubts',
  'desks.checklist',
  'desks.repeats',
  'desks.unit',
  'desks.reason',
  'desks.assignee',
  'desks.lease_by',
  'desks.lease_until',
  'desks.again',
  'desks.revision',
] as const;

const stageNeed: Readonly<Record<Stage, number>> = {
  conflict: 0,
  check: 1,
  second: 2,
  todo: 3,
  doubt: 4,
  decided: 5,
  sent: 6,
};

/** What needs a person first has the least: by stage, then by state, then what is drawn again. */
export function needOf({ stage, now, again }: Desk): number {
  return stageNeed[stage] * 20 + filingStates.indexOf(now satisfies FilingState) * 2 + (again ? 0 : 1);
}

export function deskRow(desk: Desk): Insertable<Tables['desks']> {
  return {
    filing: desk.filing,
    batch: desk.batch,
    version: desk.version,
    stage: desk.stage,
    decision: desk.decision ?? null,
    decided_by: desk.decidedBy ?? null,
    decided_at: desk.decidedAt ?? null,
    now: desk.now,
    doubts: desk.doubts,
    checklist: desk.checklist,
    repeats: desk.repeats ? 1 : 0,
    unit: clip(desk.unit),
    reason: desk.reason ? kept(JSON.stringify(desk.reason)) : '',
    assignee: desk.assignee ?? null,
    lease_by: desk.lease?.by ?? null,
    lease_until: desk.lease?.until ?? null,
    again: desk.again ? 1 : 0,
    need: needOf(desk),
    revision: desk.revision,
  };
}

export function deskOf(row: Omit<Selectable<Tables['desks']>, 'need'>): Desk {
  return {
    filing: row.filing,
    batch: row.batch,
    version: row.version,
    stage: row.stage,
    ...(row.decision === null ? {} : { decision: row.decision }),
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
    now: row.now,
    doubts: row.doubts,
    checklist: row.checklist,
    repeats: row.repeats === 1,
    unit: row.unit,
    // Written by `deskRow` alone: the shape is ours.
    ...(row.reason === '' ? {} : { reason: parsed(row.reason) as Text }),
    ...(row.assignee === null ? {} : { assignee: row.assignee }),
    ...(row.lease_by === null || row.lease_until === null
      ? {}
      : { lease: { by: row.lease_by, until: row.lease_until } }),
    again: row.again === 1,
    revision: row.revision,
  };
}
