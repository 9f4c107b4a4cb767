import { anyOf, merge } from '../kleene.ts';
import type { Outcome } from '../outcome.ts';

/** At least one check passes. */
export function any(parts: readonly Outcome[]): Outcome {
  const whole = merge(anyOf(parts.map((part) => part.verdict)), parts);
  return whole.verdict === 'fail' && parts.some((part) => part.silent) ? { ...whole, silent: true } : whole;
}
