import { z } from 'zod';
import { key } from './common.ts';

/** Number expressions of the rule language: fields, sums, ratios, counts, and numbers that the text states. */

/** 字数: `word` as Word counts (each Han character and each run of Latin letters or digits), `han` Han only. */
const counting = z.enum(['word', 'han', 'characters']);

export type Num =
  | number
  | { field: string; year?: number }
  | { sum: Num[] }
  | { ratio: [Num, Num] }
  | { ticks: { field: string; group?: string } }
  | { rows: string }
  | { words: { of: string[]; as: z.infer<typeof counting>; tables: boolean; headings: boolean } }
  | { stated: Stated };

/** A number that the narrative states: the one nearest to a cue, followed by one of the units. */
const stated = z.strictObject({
  /** Regular words to stand in the same sentence, any one of them. */
  near: z.array(z.string()).min(1),
  units: z.array(z.string()).min(1),
  /** Section or field keys; empty: the whole narrative. */
  in: z.array(key).default([]),
  /** `most`: the largest number found counts. */
  take: z.enum(['most', 'first']).default('most'),
});
export type Stated = z.infer<typeof stated>;

export const num: z.ZodType<Num> = z.lazy(() =>
  z.union([
    z.number(),
    z.strictObject({ field: key, year: z.int().optional() }),
    z.strictObject({ sum: z.array(num).min(1) }),
    z.strictObject({ ratio: z.tuple([num, num]) }),
    z.strictObject({ ticks: z.strictObject({ field: key, group: z.string().optional() }) }),
    z.strictObject({ rows: key }),
    z.strictObject({
      words: z.strictObject({
        of: z.array(key),
        as: counting.default('word'),
        tables: z.boolean().default(true),
        headings: z.boolean().default(false),
      }),
    }),
    z.strictObject({ stated }),
  ]),
) as z.ZodType<Num>;
