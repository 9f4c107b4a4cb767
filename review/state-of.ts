import type { FilingState, StateOfFiling, StateReason } from '../core/filing-state.ts';
import type { Finding, Match, MatchTarget } from '../core/judgement.ts';
import type { Text } from '../core/lang.ts';
import type { ReadStatus } from '../core/outcome.ts';
import { type Problem, problemGravity, problemMessage } from '../core/problem.ts';

/** All that decides the state of one filing. */
export interface Judged {
  readonly status: ReadStatus;
  readonly findings: readonly Finding[];
  readonly matches: readonly Match[];
  readonly problems: readonly Problem[];
}

/**
 * The state of a filing, the one definition for terminal, workbook, page and JSON, with its reasons named, most
 * serious first: what bars, what is to be mended, what is open, what is only remarked.
 *
 * The most serious decides: `failed`, `mend`, `open`, `remarked`, `passed`. A filing that is to be mended still
 * names what is open. What only a person can judge is counted beside the state and never moves it.
 */
export function stateOf({ status, findings, matches, problems }: Judged): StateOfFiling {
  if (status === 'failed') return { state: 'unread', reasons: whyUnread(problems), remarks: 0, checklist: 0 };
  const judged = findings.filter((finding) => !isOnChecklist(finding));
  const failing = (consequence: Finding['consequence']) =>
    judged.filter((one) => one.verdict === 'fail' && one.consequence === consequence).map(ofRule);
  const unsettled = (consequence: Finding['consequence']) =>
    judged.filter((one) => one.verdict === 'unknown' && one.consequence === consequence).map(ofRule);
  const alike = (verdict: Match['verdict']) => matches.filter((one) => one.verdict === verdict).map(ofMatch);
  const skipped = problems.filter(({ code }) => code === 'stage-failed');
  const damaged = problems.filter((one) => problemGravity(one) !== 'note' && !skipped.includes(one));
  const tiers: readonly (readonly [FilingState, readonly StateReason[]])[] = [
    ['failed', [...alike('barred'), ...failing('bars')]],
    ['mend', failing('mend')],
    // A stage that broke down left its conditions unjudged, and unjudged is not passed.
    ['open', [...alike('review'), ...unsettled('bars'), ...unsettled('mend'), ...skipped.map(ofProblem)]],
    // What could not be read counts against a condition only where the condition itself says so.
    ['remarked', [...failing('remark'), ...unsettled('remark'), ...damaged.map(ofProblem)]],
  ];
  return {
    state: tiers.find(([, reasons]) => reasons.length > 0)?.[0] ?? 'passed',
    reasons: tiers.flatMap(([, reasons]) => reasons),
    remarks: tiers.at(-1)?.[1].length ?? 0,
    checklist: findings.filter(isOnChecklist).length,
  };
}

/** Stands on the call's checklist: only a person can judge it, or no document that was given can show it. */
export function isOnChecklist({
  consequence,
  verdict,
  manual,
}: Pick<Finding, 'consequence' | 'verdict' | 'manual'>): boolean {
  if (verdict === 'pass' || verdict === 'not-applicable') return false;
  return consequence === 'person' || (verdict === 'unknown' && manual === true);
}

function whyUnread(problems: readonly Problem[]): StateReason[] {
  const lost = problems.filter((problem) => problemGravity(problem) === 'lost');
  const reasons = (lost.length > 0 ? lost : problems).map(ofProblem);
  const text = { zh: '没有读出任何内容，请查看原件。', en: 'Nothing could be read: look at the original.' };
  return reasons.length > 0 ? reasons : [{ source: { problem: 'unread' }, text }];
}

const ofRule = ({ rule, message }: Finding): StateReason => ({ source: { rule }, text: message });

function ofProblem(problem: Problem): StateReason {
  const text = { zh: problemMessage(problem, 'zh'), en: problemMessage(problem, 'en') };
  return { source: { problem: problem.code }, text };
}

function ofMatch({ target, verdict }: Match): StateReason {
  const name = nameOf(target);
  const text: Text =
    verdict === 'barred'
      ? { zh: `与${name}相同，不得重复申报。`, en: `It is the same as ${name}, which bars it.` }
      : {
          zh: `可能与${name}是同一方案，请人工确认。`,
          en: `It may be the same as ${name}: a person should say.`,
        };
  return { source: { match: target.id }, text };
}

function nameOf({ title, company, year }: MatchTarget): string {
  const about = [company, year].filter((part) => part !== undefined && part !== '').join('，');
  return `“${title}”${about && `（${about}）`}`;
}
