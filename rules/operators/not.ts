import { negate } from '../kleene.ts';
import type { Outcome } from '../outcome.ts';

/** The check fails. What is unknown stays unknown. */
export function not(part: Outcome): Outcome {
  const { silent: _, ...rest } = part;
  return { ...rest, verdict: negate(part.verdict) };
}
