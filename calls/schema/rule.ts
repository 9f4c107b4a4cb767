import { z } from 'zod';
import { check } from '../rule-language/operators.ts';
import { clauseRef, consequence, id, text } from './common.ts';

/**
 * `rules.yaml`: rules in the rule language (`calls/rule-language/`). A check gives pass, fail or unknown; a number or a date may be unknown too, and
 * an unknown operand makes the check unknown unless the others already settle it (Kleene's logic).
 */

const rule = z.strictObject({
  id,
  title: text,
  clause: clauseRef,
  consequence,
  /** Why it is this consequence, where the clause's words do not say so by themselves. */
  because: text.optional(),
  /** The rule applies only when this passes; unknown makes the finding unknown. */
  when: check.optional(),
  check,
  /** Sentences to the applicant; `{left}`, `{right}`, `{value}`, `{missing}`, `{count}` and the reason `{why}` are filled in. */
  pass: text,
  fail: text,
  unknown: text.optional(),
});

export const rulesSchema = z.strictObject({ rules: z.array(rule) });
export type Rule = z.infer<typeof rule>;
