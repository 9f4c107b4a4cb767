import type { Text } from '../../core/lang.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/** No document can show it: always unknown, with what a person must check. */
export function person(text: Text): Outcome {
  return { ...outcome('unknown', text), manual: true };
}
