import { anyOf, merge } from '../verdict/kleene.ts';
import type { Judge } from './judge.ts';

/** At least one check passes. */
export const any: Judge<'any'> = (checks, _, judge) => {
  const parts = checks.map(judge);
  const whole = merge(anyOf(parts.map((part) => part.verdict)), parts);
  return whole.verdict === 'fail' && parts.some((part) => part.silent) ? { ...whole, silent: true } : whole;
};
