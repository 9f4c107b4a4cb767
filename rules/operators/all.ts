import { allOf, merge } from '../verdict/kleene.ts';
import type { Judge } from './judge.ts';

/** Every check passes. */
export const all: Judge<'all'> = (checks, _, judge) => {
  const parts = checks.map(judge);
  const whole = merge(allOf(parts.map((part) => part.verdict)), parts);
  const failed = parts.filter((part) => part.verdict === 'fail');
  return failed.length > 0 && failed.every((part) => part.silent) ? { ...whole, silent: true } : whole;
};
