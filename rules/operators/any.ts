import { anyOf, merge } from '../kleene.ts';
import type { Outcome } from '../outcome.ts';

/** At least one check passes. It is for a person alone only where no part could have been shown by a document. */
export function any(parts: readonly Outcome[]): Outcome {
  const { manual: _, ...merged } = merge(anyOf(parts.map((part) => part.verdict)), parts);
  const manual = merged.verdict === 'unknown' && parts.every((part) => part.manual);
  const whole: Outcome = manual ? { ...merged, manual } : merged;
  return whole.verdict === 'fail' && parts.some((part) => part.silent) ? { ...whole, silent: true } : whole;
}
