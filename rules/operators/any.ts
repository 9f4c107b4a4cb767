import { anyOf, merge } from '../verdict/kleene.ts';
import type { Outcome } from '../verdict/outcome.ts';
import type { Judge } from './judge.ts';

/** At least one check passes. It is for a person alone only where no part could have been shown by a document. */
export const any: Judge<'any'> = (checks, _, judge) => {
  const parts = checks.map(judge);
  const { manual: _manual, ...merged } = merge(anyOf(parts.map((part) => part.verdict)), parts);
  const manual = merged.verdict === 'unknown' && parts.every((part) => part.manual);
  const whole: Outcome = manual ? { ...merged, manual } : merged;
  return whole.verdict === 'fail' && parts.some((part) => part.silent) ? { ...whole, silent: true } : whole;
};
