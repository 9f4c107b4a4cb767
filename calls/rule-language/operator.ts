import type { z } from 'zod';
import type { Text } from '../../core/lang.ts';
import type { Explainable } from './explainable.ts';
import type { Ref } from './ref.ts';

/**
 * What the rule language knows of an operator; `A` is what stands behind its name in `rules.yaml`. How it judges
 * a filing is its fourth part and stands under the same name in `rules/operators/`, where filings are known.
 */
export interface Operator<A> {
  readonly schema: z.ZodType<A>;
  /** What it names in other parts of the pack. `path` is the path of its argument. */
  readonly references: (argument: A, path: string) => Iterable<Ref>;
  /** It in words, as a clause without a full stop. */
  readonly explain: (argument: A, pack: Explainable) => Text;
}

/** An operator whose argument is what its schema reads. */
export function operator<S extends z.ZodType>(parts: {
  readonly schema: S;
  readonly references: (argument: z.output<S>, path: string) => Iterable<Ref>;
  readonly explain: (argument: z.output<S>, pack: Explainable) => Text;
}): Operator<z.output<S>> {
  return parts as Operator<z.output<S>>;
}

/** For an operator that names nothing in other parts of the pack. */
export const noReferences = (): Ref[] => [];
