import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const labelledSchema = z.strictObject({
  /** Scheme id; `*` for texts that no scheme's label fits. */
  scheme: z.string(),
  label: z.string().nullable(),
  kind: z.enum(['title', 'sentence', 'section']),
  text: z.string().min(1),
  /** Where the text is a filing's body: the filing's title. */
  title: z.string().optional(),
  /** Schemes of which a text of scheme `*` does fit some label, so that it is none of theirs. */
  fits: z.array(z.string()).default([]),
  /** The sub-item of the label that the text answers to; only measured, never learned. */
  item: z.string().optional(),
  /** Set for what every filing holds whatever its label: company, money, team. */
  neutral: z.boolean().default(false),
  /** Written when the cues were settled, so that they see it as they see a stranger's text. */
  afterCues: z.boolean().default(false),
  /** A third is held out: never used for training or tuning. */
  part: z.enum(['train', 'held-out']).default('train'),
});
export type Labelled = z.infer<typeof labelledSchema>;

/** In the source, and from the built file one level deeper. */
const folder =
  ['../../corpus/labelled/', '../../../corpus/labelled/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path)) ?? '';

/** All labelled texts of `corpus/labelled/*.jsonl`, in the order of the files' names and lines. */
export function readLabelled(): Labelled[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(`${folder}${name}`, 'utf8').trim().split('\n'))
    .map((line) => labelledSchema.parse(JSON.parse(line)));
}

/** Names a text in a model file. */
export function textKey({ title, text }: Labelled): string {
  return createHash('sha256')
    .update(`${title ?? ''}\n${text}`)
    .digest('hex')
    .slice(0, 12);
}
