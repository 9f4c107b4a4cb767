import { expressionBuilder } from 'kysely';
import type { OutcomeQuery } from '../ports.ts';
import type { Tables } from '../schema.ts';

/** Of a question to `outcomes`: the rule found one of these verdicts. */
export function hasFinding({ id, verdicts }: NonNullable<OutcomeQuery['rule']>) {
  const { exists, selectFrom } = expressionBuilder<Tables, 'outcomes'>();
  return exists(
    selectFrom('findings')
      .select('place')
      .whereRef('findings.outcome', '=', 'outcomes.seq')
      .where('rule', '=', id)
      .where('verdict', 'in', verdicts),
  );
}
