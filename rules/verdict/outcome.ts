import type { Text } from '../../core/lang.ts';
import type { Place } from '../../core/place.ts';

/** The three values of a check (Kleene). */
export type Truth = 'pass' | 'fail' | 'unknown';

/** What fills `{left}`, `{right}`, `{value}`, `{missing}` and `{count}` of a rule's sentences. */
export type Values = Readonly<Partial<Record<'left' | 'right' | 'value' | 'missing' | 'count', Text>>>;

/** What a check found out. */
export interface Outcome {
  readonly verdict: Truth;
  /** Why, as a sentence of its own; shown where the rule has no sentence for the verdict. */
  readonly why: Text;
  readonly evidence: readonly Place[];
  readonly values: Values;
  /** Fails only because the text uses other words, or few: nothing that binds may fail on that alone. */
  readonly silent?: true;
  /** Its reason quotes the filing's own words, which a rule's general sentence must not hide. */
  readonly quoting?: true;
  /** Unknown because no document given can show it; a person checks. */
  readonly manual?: true;
}

export function outcome(
  verdict: Truth,
  why: Text,
  evidence: readonly Place[] = [],
  values: Values = {},
): Outcome {
  return { verdict, why, evidence, values };
}

/** `pass` for true, `fail` for false, `unknown` for undefined. */
export function truthOf(value: boolean | undefined): Truth {
  return value === undefined ? 'unknown' : value ? 'pass' : 'fail';
}
