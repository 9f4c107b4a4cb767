import { z } from 'zod';
import { t } from '../../../core/say.ts';
import { id } from '../../schema/common.ts';
import { operator } from '../operator.ts';

/** At least `min` of these rules of the pack pass. */
export const met = operator({
  schema: z.strictObject({ rules: z.array(id).min(1), min: z.int().min(1) }),
  references: ({ rules }, path) =>
    rules.map((rule, i) => ({ kind: 'rule', path: `${path}.rules[${i}]`, rule }) as const),
  explain: ({ rules, min }) =>
    t(
      `以下${rules.length}条规则至少符合${min}条（${rules.join('、')}）`,
      `at least ${min} of these ${rules.length} rules are met (${rules.join(', ')})`,
    ),
});
