import type { Resubmission } from '../calls/schema/call.ts';
import type { Match } from '../core/judgement.ts';

type Again = Resubmission['mustReapply'];

/** Below this the applicant may be another company of the same group or name. */
const surelySame = 0.8;

/** Awards of the years that must apply again whose applicant is surely this one. */
export function mustReapplyMatches(matches: readonly Match[], again: Again): Match[] {
  return matches.filter(
    ({ kind, target, signals }) =>
      kind === 'award' &&
      isMustReapply(target.year, again) &&
      signals.some(({ name, value }) => name === 'who' && value >= surelySame),
  );
}

export function isMustReapply(year: number | undefined, again: Again): boolean {
  return year !== undefined && again.some((one) => one.year === year);
}
