import { z } from 'zod';

/** `clauses.yaml`: the notice's own words, numbered so that they can be cited. */
const clause = z.strictObject({
  /** As the notice numbers it: `一（二）`, `附件1 二（三）`. */
  ref: z.string().min(1),
  text: z.string().min(1),
  /** Set where the words were put back by sense because the source is scrambled or lost. */
  restored: z.string().optional(),
  /** What makes this clause checkable or why it is not: a rule id list or a reason. */
  rules: z.array(z.string()).default([]),
  unruled: z.string().optional(),
});

export const clausesSchema = z.strictObject({ clauses: z.array(clause).min(1) });
export type PackClause = z.infer<typeof clause>;
