import { z } from 'zod';
import { clauseRef, id, key } from './common.ts';
import { role } from './form.ts';

/**
 * `summary.yaml`: the sheet in which a recommending unit lists what it recommends 推荐汇总表, in the notice's own columns.
 * A pack of a call without one has no such file.
 */

/** What stands in a cell: one of these. */
const from = z.union([
  /** The place in the ranking, from 1. */
  z.strictObject({ rank: z.literal(true) }),
  z.strictObject({ field: key }),
  z.strictObject({ role }),
  /** The label of a scheme: what a person said, else what is declared, else what the text says. */
  z.strictObject({ label: id }),
  z.strictObject({ constant: z.string() }),
  /** Left to be filled in by hand. */
  z.strictObject({ blank: z.literal(true) }),
]);

export const summarySchema = z.strictObject({
  title: z.string().min(1),
  /** The clause that prints the sheet or asks for it. */
  clause: clauseRef,
  /** The notice prints these columns; without it they are assumed, since its annex is not at hand, and are to be compared. */
  printed: z.boolean(),
  /** Lines above the table: what they are called, and what stands behind it. */
  head: z.array(z.strictObject({ label: z.string().min(1), from })).default([]),
  columns: z
    .array(z.strictObject({ label: z.string().min(1), from, width: z.number().min(5).max(120).default(30) }))
    .min(2),
});

export type SummarySheet = z.infer<typeof summarySchema>;
export type SummaryFrom = z.infer<typeof from>;
