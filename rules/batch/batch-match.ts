import type { Match } from '../../core/judgement.ts';

/** What the rules on a batch ask of a match; those of all its filings are in memory. */
export type BatchMatch = Pick<Match, 'kind' | 'target' | 'verdict' | 'signals'>;

/** Of what speaks for it only whose it is: the rest, and what shows it, is told of one filing at a time. */
export function toBatchMatch({ kind, target, verdict, signals }: Match): BatchMatch {
  return { kind, target, verdict, signals: signals.filter(({ name }) => name === 'who') };
}
