import { z } from 'zod';
import { clauseRef, id } from './common.ts';

/** `crosswalk.yaml` beside the packs: which labels of one call answer to which of another. */

/** A scheme of a call that is no pack: an earlier year's, kept for comparison only. */
const outside = z.strictObject({
  call: id,
  scheme: id,
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Where the words were read. */
  source: z.string(),
  clauses: z.array(z.strictObject({ ref: clauseRef, text: z.string().min(1) })).min(1),
  labels: z.array(z.strictObject({ name: z.string(), en: z.string(), clause: clauseRef })).min(1),
});

/** One side of a link: a label, a sub-item of it, or a clause that no scheme names. */
const end = z.strictObject({
  call: id,
  scheme: id.optional(),
  label: z.string().optional(),
  item: z.string().optional(),
  /** Cited in place of the label's or item's own clause. */
  clause: clauseRef.optional(),
  /** Words of the cited clause that carry the link, verbatim. */
  quote: z.string().min(2),
});

/**
 * `same`: counts may be carried over both ways; `narrower`: `from` lies within `to`, so its counts may be
 * added to it; `broader`: the other way round; `related`: they overlap and must not be added up.
 */
const relation = z.enum(['same', 'narrower', 'broader', 'related']);

const link = z.strictObject({
  from: end,
  to: end,
  relation,
  note: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
});

/** A label without counterpart, said so that a gap in a trend is not taken for an oversight. */
const without = z.strictObject({
  from: z.strictObject({ call: id, scheme: id, label: z.string() }),
  to: z.strictObject({ call: id, scheme: id }),
  why: z.strictObject({ zh: z.string(), en: z.string() }),
});

export const crosswalkSchema = z.strictObject({
  outside: z.array(outside).default([]),
  links: z.array(link),
  without: z.array(without).default([]),
});
export type CrosswalkFile = z.infer<typeof crosswalkSchema>;
export type OutsideScheme = z.infer<typeof outside>;
export type LinkEnd = z.infer<typeof end>;
export type Relation = z.infer<typeof relation>;
