import { createHash } from 'node:crypto';
import type { ReviewPolicy, Stage } from '../../core/desk.ts';
import type { Decision, DecisionKind, DecisionStep } from '../../core/records.ts';

/** Where a filing stands by what people decided of it, sending apart. */
export interface Standing {
  readonly stage: Exclude<Stage, 'sent'>;
  /** What stands, or is proposed. */
  readonly decision?: DecisionKind;
  readonly reasons: readonly string[];
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** Who gave an opinion that still counts; none of them may check it or settle it. */
  readonly opinions: readonly string[];
  /** Drawn again 抽查复审, and not yet judged again. */
  readonly again: boolean;
  /** As which step the next decision counts. */
  readonly next: DecisionStep;
}

/**
 * Reads the decisions on one version of a filing, oldest first, by the office's policy. What was undone or came before
 * the last reopening counts nothing; decisions on another version neither: a corrected filing is looked at anew.
 */
export function standingOf(
  decisions: readonly Decision[],
  { filing, version }: { readonly filing: string; readonly version: number },
  policy: ReviewPolicy,
): Standing {
  const live = liveOf(decisions.filter((one) => one.version === version));
  const last = (step: DecisionStep) => live.findLast((one) => one.step === step);
  const first = last('first');
  if (!first) return { stage: 'todo', reasons: [], opinions: [], again: false, next: 'first' };
  const second = last('second');
  const third = last('third');
  const check = last('check');
  const judges = [first, second, third].flatMap((one) => (one ? [one] : []));
  const opinions = [...new Set(judges.map(({ by }) => by))];
  const at = (stage: Standing['stage'], by: Opinion, next: DecisionStep): Standing => ({
    stage,
    decision: by.kind,
    reasons: by.reasons,
    decidedBy: by.by,
    decidedAt: by.at,
    opinions,
    again: false,
    next,
  });
  if (first.kind === 'doubt') return at('doubt', first, 'first');
  if (isDrawn(filing, 'blind', blindShare(policy)) && !second) return at('second', first, 'second');
  if (second && !agree(first, second) && !third) return at('conflict', first, 'third');
  const settled = third ?? first;
  if (settled.kind === 'doubt') return at('doubt', settled, 'first');
  if (isChecked(settled.kind, policy) && !check) return at('check', settled, 'check');
  const again = isDrawn(filing, 'again', policy.redraw) && !last('again');
  return { ...at('decided', settled, 'again'), ...(check ? { decidedBy: check.by } : {}), again };
}

type Opinion = Decision & { readonly kind: DecisionKind };

/** What still counts: after the last reopening, without what was undone. An undoing names what it undoes. */
function liveOf(decisions: readonly Decision[]): Opinion[] {
  const undone = new Set(decisions.flatMap(({ kind, reasons }) => (kind === 'undo' ? reasons : [])));
  const standing = decisions.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id));
  const reopened = standing.findLastIndex(({ kind }) => kind === 'reopen');
  return standing.slice(reopened + 1).flatMap((one) => (isOpinion(one) ? [one] : []));
}

const isOpinion = (one: Decision): one is Opinion => one.kind !== 'reopen' && one.kind !== 'undo';

/** The same decision for the same reasons, in whatever order. */
export function agree(a: Pick<Decision, 'kind' | 'reasons'>, b: Pick<Decision, 'kind' | 'reasons'>): boolean {
  return a.kind === b.kind && [...a.reasons].sort().join('\n') === [...b.reasons].sort().join('\n');
}

const blindShare = ({ blind, blindShare: share }: ReviewPolicy) =>
  blind === 'all' ? 1 : blind === 'sample' ? share : 0;

const isChecked = (kind: DecisionKind, { check }: ReviewPolicy) =>
  check === 'all' || (check === 'refusals' && kind !== 'pass');

/** Whether a filing belongs to a sample: drawn by a hash of its id, so that nobody chooses and anybody can check. */
export function isDrawn(filing: string, purpose: string, share: number): boolean {
  const drawn = createHash('sha256').update(`${purpose} ${filing}`).digest().readUInt32BE();
  return drawn / 2 ** 32 < share;
}
