import { anyOf, merge } from '../kleene.ts';
import type { Outcome } from '../outcome.ts';

/** At least one check passes. */
export function any(parts: readonly Outcome[]): Outcome {
  return merge(anyOf(parts.map((part) => part.verdict)), parts);
}
