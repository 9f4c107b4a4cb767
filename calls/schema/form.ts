import { z } from 'zod';
import { clauseRef, key } from './common.ts';

/**
 * `form.yaml`: what the form asks, field by field. `blank-form.html` beside it is the form as printed, a
 * well-formed HTML page whose text holds the places to fill in:
 *
 * - `{{key}}` the value of a field,
 * - `{{key=option}}` the tick box of one option (printed ☐),
 * - `{{key.2019}}` a year column, `{{key.column}}` a cell of a repeating row (the `<tr>` repeats).
 */

/** What later stages need to know of a field without knowing the call. */
export const role = z.enum([
  'title',
  'applicant',
  'credit-code',
  'org-code',
  'recommending-unit',
  'contact',
  'phone',
  'email',
  'region',
  'address',
  'industry',
  'legal-person',
  'filing-date',
  'summary',
]);
export type Role = z.infer<typeof role>;

const common = {
  key,
  /** As printed, without spaces and hints: 企业名称. */
  label: z.string().min(1),
  en: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  /** Labels of the cells or headings this one stands under, outermost first: [企业基本信息, 联系人信息]. */
  under: z.array(z.string()).default([]),
  role: role.optional(),
  /** What is the same figure in the forms of several calls: `revenue`, `rd-spending`. */
  indicator: key.optional(),
  required: z.boolean().default(false),
  clause: clauseRef.optional(),
};

const plain = z.strictObject({
  ...common,
  type: z.enum([
    'text',
    'date',
    'month',
    'span',
    'phone',
    'email',
    'credit-code',
    'org-code',
    'region',
    'industry',
    'person',
  ]),
});

/** A number of things or an amount of money; `unit` is what the value is given in. */
const numeric = z.strictObject({
  ...common,
  type: z.enum(['count', 'amount', 'percent']),
  unit: z.string().min(1),
});

const long = z.strictObject({
  ...common,
  type: z.literal('long-text'),
  /** Words allowed, 字. */
  limit: z.int().min(1).optional(),
});

/** A narrative chapter under a heading of its own. */
const section = z.strictObject({
  ...common,
  type: z.literal('section'),
  limit: z.int().min(1).optional(),
});

const option = z.strictObject({
  text: z.string().min(1),
  en: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  /** Name of the sub-group it belongs to, where a rule counts by sub-group. */
  group: z.string().optional(),
});

/** Tick boxes: `choice` takes one (是/否), `ticks` any number. The value of both is an array of texts. */
const ticks = z.strictObject({
  ...common,
  type: z.enum(['choice', 'ticks']),
  options: z.array(option).min(2),
});

const years = z.strictObject({
  ...common,
  type: z.literal('years'),
  years: z.array(z.int()).min(1),
  of: z.enum(['amount', 'percent', 'count']),
  unit: z.string().min(1),
});

const table = z.strictObject({
  ...common,
  type: z.literal('table'),
  columns: z
    .array(
      z.strictObject({
        key,
        label: z.string().min(1),
        en: z.string().min(1),
        aliases: z.array(z.string()).default([]),
        type: z.enum(['text', 'date', 'month', 'count', 'amount', 'person', 'phone']).default('text'),
      }),
    )
    .min(2),
});

const field = z.discriminatedUnion('type', [plain, numeric, long, section, ticks, years, table]);

export const formSchema = z.strictObject({
  title: z.string().min(1),
  fields: z.array(field).min(1),
});

export type Form = z.infer<typeof formSchema>;
export type FormField = z.infer<typeof field>;
export type FieldType = FormField['type'];
export type TickField = z.infer<typeof ticks>;
export type TableField = z.infer<typeof table>;
export type YearsField = z.infer<typeof years>;
