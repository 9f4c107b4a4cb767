import { z } from 'zod';
import { clauseRef, id, key } from './common.ts';

/** A sub-item of a label, with the clause that defines it. */
const item = z.strictObject({ name: z.string().min(1), en: z.string().min(1), clause: clauseRef });

/** `schemes.yaml`: label schemes with the notice's own definitions. */
const label = z.strictObject({
  /** The label as the notice prints it, without numbering; unique in its scheme. */
  name: z.string().min(1),
  en: z.string().min(1),
  /** Name of the class above it, where the scheme has two levels. */
  parent: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  /** The clause that defines it; its text is the definition. */
  clause: clauseRef,
  /** Sub-items that the notice lists under the label, in its order. */
  items: z.array(item).default([]),
  /** Curated phrases: `strong` nearly settle it, `weak` lean to it, `against` speak for something else. */
  cues: z
    .strictObject({
      strong: z.array(z.string()).default([]),
      weak: z.array(z.string()).default([]),
      against: z.array(z.string()).default([]),
    })
    .default({ strong: [], weak: [], against: [] }),
});

const scheme = z.strictObject({
  id,
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** The classes of a two-level scheme in the notice's order. */
  parents: z.array(z.strictObject({ name: z.string(), en: z.string() })).default([]),
  labels: z.array(label).min(2),
  /** Field in which the applicant declares the label (its ticked options or text). */
  declaredBy: key.optional(),
  /** Fields and sections whose text is classified; empty: the title and all narrative sections. */
  from: z.array(key).default([]),
});

export const schemesSchema = z.strictObject({ schemes: z.array(scheme) });
export type Scheme = z.infer<typeof scheme>;
export type LabelItem = z.infer<typeof item>;
export type Label = z.infer<typeof label>;
