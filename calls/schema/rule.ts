import { z } from 'zod';
import { clauseRef, consequence, date, id, key, officeList, text } from './common.ts';
import { type Num, num } from './num.ts';

export type { Num, Stated } from './num.ts';

/**
 * `rules.yaml`: the rule language. A closed set of operators that compose freely; every expression has one
 * key, the operator's name. A check gives pass, fail or unknown; a number or a date may be unknown too, and
 * an unknown operand makes the check unknown unless the others already settle it (Kleene's logic).
 */

const point = z.union([
  /** The start or end of a date or span field. */
  z.strictObject({ field: key, edge: z.enum(['start', 'end']).default('end') }),
  z.strictObject({ date }),
  z.strictObject({ deadline: z.enum(['city', 'province', 'ministry', 'online']) }),
  z.strictObject({ asOf: z.literal(true) }),
]);
export type Point = z.infer<typeof point>;

export const comparison = z.enum(['>=', '<=', '>', '<', '=', '!=']);
export type Comparison = z.infer<typeof comparison>;

export type Check =
  | { present: string }
  | { blank: string }
  | { oneOf: { field: string; values: string[] } }
  | { format: { field: string; as: 'credit-code' | 'org-code' | 'phone' | 'email' } }
  | { compare: { left: Num; op: Comparison; right: Num; tolerance: number } }
  | {
      date: {
        left: Point;
        op: 'before' | 'not-after' | 'after' | 'not-before';
        right: Point;
        plusYears: number;
      };
    }
  | { ticked: { field: string; any: string[]; all: string[]; none: string[] } }
  | { eachGroup: { field: string; min: number; groups: string[] } }
  | { someGroupComplete: { field: string; groups: string[] } }
  | { section: { field: string; minWords: number } }
  | { annex: string }
  | { same: [string, string] }
  | { consistent: string }
  | { within: { field: string; region: string } }
  | { mentions: { phrases: string[][]; min: number; in: string[]; decisive: boolean } }
  | { label: { scheme: string; is: string[]; source: 'declared' | 'text' | 'either' } }
  | { labelAgrees: string }
  | { awarded: { verdict: ('barred' | 'review')[] } }
  | { reapplies: true }
  | { listed: 'summary' | 'registry' }
  | { agrees: { with: 'summary' | 'registry'; fields: string[] } }
  | { namedAfter: string }
  | { met: { rules: string[]; min: number } }
  | { person: Text2 }
  | { all: Check[] }
  | { any: Check[] }
  | { not: Check };

type Text2 = z.infer<typeof text>;

export const check: z.ZodType<Check> = z.lazy(() =>
  z.union([
    /** Something is written in the field. */
    z.strictObject({ present: key }),
    z.strictObject({ blank: key }),
    z.strictObject({ oneOf: z.strictObject({ field: key, values: z.array(z.string()).min(1) }) }),
    z.strictObject({
      format: z.strictObject({ field: key, as: z.enum(['credit-code', 'org-code', 'phone', 'email']) }),
    }),
    z.strictObject({
      compare: z.strictObject({
        left: num,
        op: comparison,
        right: num,
        /** Relative difference that still counts as equal, for sums of rounded amounts. */
        tolerance: z.number().min(0).max(0.5).default(0),
      }),
    }),
    z.strictObject({
      date: z.strictObject({
        left: point,
        op: z.enum(['before', 'not-after', 'after', 'not-before']),
        right: point,
        /** Moves `right` by so many years. */
        plusYears: z.int().default(0),
      }),
    }),
    z.strictObject({
      ticked: z.strictObject({
        field: key,
        any: z.array(z.string()).default([]),
        all: z.array(z.string()).default([]),
        none: z.array(z.string()).default([]),
      }),
    }),
    /** Each sub-group has at least `min` ticks. `groups` empty: all of the field's groups. */
    z.strictObject({
      eachGroup: z.strictObject({
        field: key,
        min: z.int().min(1).default(1),
        groups: z.array(z.string()).default([]),
      }),
    }),
    /** At least one sub-group has every option ticked. */
    z.strictObject({
      someGroupComplete: z.strictObject({ field: key, groups: z.array(z.string()).default([]) }),
    }),
    /** A narrative chapter or long text is there and says something. */
    z.strictObject({ section: z.strictObject({ field: key, minWords: z.int().min(1).default(30) }) }),
    /** An annex of `call.yaml` is in the filing's files or pages. */
    z.strictObject({ annex: key }),
    /** Two fields hold the same value. */
    z.strictObject({ same: z.tuple([key, key]) }),
    /** Every place of the filing that states the field states the same value (pledge and table). */
    z.strictObject({ consistent: key }),
    /** A region, address or company name lies in a province or city. */
    z.strictObject({ within: z.strictObject({ field: key, region: z.string() }) }),
    /** At least `min` of the phrase groups are mentioned; the phrases of a group say the same thing. */
    z.strictObject({
      mentions: z.strictObject({
        phrases: z.array(z.array(z.string()).min(1)).min(1),
        min: z.int().min(1).default(1),
        in: z.array(key).default([]),
        /** Where the notice asks for these very words; else their absence holds nobody to a fail. */
        decisive: z.boolean().default(false),
      }),
    }),
    /** The filing has one of these labels of a scheme (name of a label, or of its class). */
    z.strictObject({
      label: z.strictObject({
        scheme: id,
        is: z.array(z.string()).min(1),
        source: z.enum(['declared', 'text', 'either']).default('either'),
      }),
    }),
    /** The text speaks for the label of this scheme that was declared. */
    z.strictObject({ labelAgrees: id }),
    /** The filing matches an earlier award with one of these verdicts. */
    z.strictObject({ awarded: z.strictObject({ verdict: z.array(z.enum(['barred', 'review'])).min(1) }) }),
    /** The applicant is an earlier winner who must apply again (`resubmission.mustReapply` of the call). */
    z.strictObject({ reapplies: z.literal(true) }),
    /** The filing stands in the recommending unit's summary sheet, or in the online registry's export. */
    z.strictObject({ listed: officeList }),
    /** Its row there says what the filing says: in these fields, or in every column that both have. */
    z.strictObject({ agrees: z.strictObject({ with: officeList, fields: z.array(key).default([]) }) }),
    /** The folder or archive that holds this filing only is named after a field. */
    z.strictObject({ namedAfter: key }),
    /** At least `min` of these rules of the pack pass. */
    z.strictObject({ met: z.strictObject({ rules: z.array(id).min(1), min: z.int().min(1) }) }),
    /** No document can show it: always unknown, with what a person must check. */
    z.strictObject({ person: text }),
    z.strictObject({ all: z.array(check).min(1) }),
    z.strictObject({ any: z.array(check).min(1) }),
    z.strictObject({ not: check }),
  ]),
) as z.ZodType<Check>;

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
