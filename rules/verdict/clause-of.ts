import type { PackClause } from '../../calls/schema/index.ts';
import type { Clause } from '../../core/judgement.ts';

/** The clause a rule cites, quoted; a reference that the pack does not hold keeps its number. */
export function clauseOf(clauses: ReadonlyMap<string, PackClause>, ref: string): Clause {
  const clause = clauses.get(ref);
  return { ref, text: clause?.text ?? '' };
}
