import type { Stage } from '../../core/desk.ts';
import type { FilingState } from '../../core/filing-state.ts';
import type { DecisionKind } from '../../core/records.ts';

/** How many filings of a batch stand where 办理进度. The parts add up: see each line. */
export interface Flow {
  /** 收到 = doubles + unread + accepted. */
  readonly received: number;
  /** 重复件: the same bytes again, and former versions. */
  readonly doubles: number;
  readonly unread: number;
  /** 受理. */
  readonly accepted: number;
  /** These eight add up to unread + accepted. */
  readonly todo: number;
  readonly doubt: number;
  readonly second: number;
  readonly conflict: number;
  readonly check: number;
  readonly passed: number;
  readonly returned: number;
  readonly rejected: number;
}

/** What the flow is counted from: filings that are alike in this. */
export interface FlowTally {
  readonly stage: Stage;
  readonly state: FilingState;
  readonly decision?: DecisionKind;
  readonly count: number;
}

/** `doubles`: files that claim to be filings and are none of the run, since they came before or were replaced. */
export function flowOf(tallies: readonly FlowTally[], doubles: number): Flow {
  const sum = (of: (tally: FlowTally) => boolean) =>
    tallies.filter(of).reduce((all, { count }) => all + count, 0);
  const at = (stage: Stage) => sum((one) => one.stage === stage);
  const decided = (kind: DecisionKind) =>
    sum(({ stage, decision }) => (stage === 'decided' || stage === 'sent') && decision === kind);
  const all = sum(() => true);
  const unread = sum(({ state }) => state === 'unread');
  return {
    received: all + doubles,
    doubles,
    unread,
    accepted: all - unread,
    todo: at('todo'),
    doubt: at('doubt'),
    second: at('second'),
    conflict: at('conflict'),
    check: at('check'),
    passed: decided('pass'),
    returned: decided('return'),
    rejected: decided('reject'),
  };
}
