import type { Resubmission } from '../../calls/schema/call.ts';
import type { Match, MatchTarget } from '../../core/judgement.ts';
import { sameParty } from '../../core/parties/thresholds.ts';

type Again = Resubmission['mustReapply'];

/** Awards of the lists that must apply again whose applicant is surely this one. */
export function mustReapplyMatches<M extends Pick<Match, 'kind' | 'target' | 'signals'>>(
  matches: readonly M[],
  again: Again,
): M[] {
  return matches.filter(
    (match) =>
      match.kind === 'award' &&
      again.some((one) => one.year === match.target.year && one.programme === match.target.programme) &&
      isSurelySame(match),
  );
}

export function isSurelySame({ signals }: Pick<Match, 'signals'>): boolean {
  return signals.some(({ name, value }) => name === 'who' && value >= sameParty);
}

/** Whether an award may be of such a list: of its year, and of its programme where that is known. */
export function mayHaveToReapply({ year, programme }: MatchTarget, again: Again): boolean {
  return again.some((one) => one.year === year && (programme === undefined || one.programme === programme));
}
