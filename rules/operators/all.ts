import { allOf, merge } from '../kleene.ts';
import type { Outcome } from '../outcome.ts';

/** Every check passes. */
export function all(parts: readonly Outcome[]): Outcome {
  const whole = merge(allOf(parts.map((part) => part.verdict)), parts);
  const failed = parts.filter((part) => part.verdict === 'fail');
  return failed.length > 0 && failed.every((part) => part.silent) ? { ...whole, silent: true } : whole;
}
