import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const labelled = z.strictObject({
  /** Scheme id; `*` for texts that no scheme's label fits. */
  scheme: z.string(),
  label: z.string().nullable(),
  kind: z.enum(['title', 'sentence', 'section']),
  text: z.string().min(1),
  /** Set for what every filing holds whatever its label: company, money, team. */
  neutral: z.boolean().default(false),
  /** A third is held out: never used for training or tuning. */
  part: z.enum(['train', 'held-out']).default('train'),
});
export type Labelled = z.infer<typeof labelled>;

/** All labelled texts of `corpus/labelled/*.jsonl`, in the order of the files' names and lines. */
export function readLabelled(): Labelled[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(`${folder}${name}`, 'utf8').trim().split('\n'))
    .map((line) => labelled.parse(JSON.parse(line)));
}
