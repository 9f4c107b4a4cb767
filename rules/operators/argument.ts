import type { Check } from '../../calls/schema/index.ts';

type NamesOf<T> = T extends unknown ? keyof T : never;

/** Names of the operators that give pass, fail or unknown. */
export type Operator = NamesOf<Check>;

/** What stands behind an operator's name in `rules.yaml`. */
export type Argument<K extends Operator> = Extract<Check, Readonly<Record<K, unknown>>>[K];
