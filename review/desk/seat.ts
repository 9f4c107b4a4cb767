import type { Pack } from '../../calls/schema/index.ts';
import type { Desk, ReviewPolicy, Ruling } from '../../core/desk.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { Decision } from '../../core/records.ts';
import { checklistOf, doubtsOf, lastRulings } from './doubts.ts';
import { standingOf } from './standing.ts';
import { stateAfter } from './state-after.ts';

/** All that a desk is made of. */
export interface Seated {
  readonly batch: string;
  readonly outcome: FilingOutcome;
  readonly decisions: readonly Decision[];
  readonly rulings: readonly Ruling[];
  /** 推荐单位. */
  readonly unit: string;
  readonly pack: Pack;
  readonly policy: ReviewPolicy;
  /** Values below this need a person. */
  readonly threshold: number;
  /** As it was; who holds it and its revision stay. */
  readonly before?: Desk;
}

/** Where a filing stands, made of its records: the one place that does. */
export function seat({
  batch,
  outcome,
  decisions,
  rulings,
  unit,
  pack,
  policy,
  threshold,
  before,
}: Seated): Desk {
  const { filing, version } = outcome;
  const said = lastRulings(rulings, version);
  const after = stateAfter(outcome, said);
  const { decision, decidedBy, decidedAt, stage, again } = standingOf(decisions, { filing, version }, policy);
  const unsaid = doubtsOf(outcome, pack, threshold).filter(({ subject }) => !said.has(subject));
  const [reason] = after.reasons;
  const sent = stage === 'decided' && before?.stage === 'sent' && before.version === version;
  return {
    filing,
    batch,
    version,
    stage: sent ? 'sent' : stage,
    ...(decision ? { decision } : {}),
    ...(decidedBy ? { decidedBy } : {}),
    ...(decidedAt ? { decidedAt } : {}),
    now: after.state,
    doubts: unsaid.length,
    checklist: checklistOf(outcome).filter(({ subject }) => !said.has(subject)).length,
    repeats: unsaid.some(({ kind }) => kind === 'match'),
    unit,
    ...(reason ? { reason: reason.text } : {}),
    ...(before?.assignee === undefined ? {} : { assignee: before.assignee }),
    ...(before?.lease === undefined ? {} : { lease: before.lease }),
    again: again && !sent,
    revision: before?.revision ?? 0,
  };
}
