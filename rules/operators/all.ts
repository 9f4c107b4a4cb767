import { allOf, merge } from '../kleene.ts';
import type { Outcome } from '../outcome.ts';

/** Every check passes. */
export function all(parts: readonly Outcome[]): Outcome {
  return merge(allOf(parts.map((part) => part.verdict)), parts);
}
