import { z } from 'zod';
import type { Consequence } from '../../core/filing-state.ts';

/** Every part of a pack is checked by these schemas; unknown keys are mistakes, not extensions. */

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower case letters, digits and _ only, beginning with a letter');

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined with -');

export const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** `2022-05-20`, or with a time of day in China `2022-03-15T17:00`. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'a date like 2022-05-20 or a time like 2022-03-15T17:00');

export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2022-05-20');

/** Reference to a numbered clause in `clauses.yaml`. */
export const clauseRef = z.string().min(1);

/** Kinds of recommending unit 推荐单位, derived from its name. */
export const unitKind = z.enum([
  'province',
  'plan-city',
  'xpcc',
  'central-enterprise',
  'association',
  'city',
  'other',
]);
export type UnitKind = z.infer<typeof unitKind>;

/**
 * What a failure means for the filing, from the clause's own words: 须、应、不得、不超过 bar it or have it mended,
 * 一般、原则上、鼓励 only remark. `bars`: what fails cannot be mended. `mend`: the applicant can put it right: missing,
 * over a limit, out of form, two places that differ. `remark`: bars nobody. `person`: only a person can ever judge it.
 */
export const consequence = z.enum(['bars', 'mend', 'remark', 'person']) satisfies z.ZodType<Consequence>;

/** A list that an office gives along: the ranked summary sheet 推荐汇总表, or the export of the online system. */
export const officeList = z.enum(['summary', 'registry']);
