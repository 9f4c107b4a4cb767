import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a notice says, written down by whoever wrote it; `words` are the notice's own. */
export const noticeTruth = z.object({
  isCall: z.boolean(),
  title: z.string(),
  issuers: z.array(z.string()),
  number: z.string().nullable(),
  year: z.number().nullable(),
  deadlines: z.array(z.object({ date: z.string().nullable(), words: z.string() })),
  quotas: z.array(z.object({ unit: z.string(), most: z.number(), words: z.string() })),
  schemes: z.array(z.object({ name: z.string(), labels: z.array(z.string()) })),
  bans: z.array(
    z.object({
      words: z.string(),
      programme: z.string().nullable(),
      windowYears: z.number().nullable(),
      exemption: z.string().nullable(),
      kind: z.enum(['resubmission', 'other']),
    }),
  ),
  perApplicant: z.number().nullable(),
});
export type NoticeTruth = z.infer<typeof noticeTruth>;

export interface WrittenNotice {
  readonly id: string;
  readonly part: 'fit' | 'aside';
  readonly text: string;
  readonly truth: NoticeTruth;
}

const splitSchema = z.object({ fit: z.array(z.string()), aside: z.array(z.string()) });

/** The notices of a folder (`n01.txt`, `n01.json`, `split.json`) of one part, in their order. */
export async function writtenNotices(folder: string, part: 'fit' | 'aside'): Promise<WrittenNotice[]> {
  const split = splitSchema.parse(JSON.parse(await readFile(join(folder, 'split.json'), 'utf8')));
  const names = (await readdir(folder)).filter((name) => /^n\d+\.txt$/u.test(name)).sort();
  const notices: WrittenNotice[] = [];
  for (const name of names) {
    const id = name.replace(/\.txt$/u, '');
    if (!split[part].includes(id)) continue;
    const truth = noticeTruth.parse(JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')));
    notices.push({ id, part, text: await readFile(join(folder, name), 'utf8'), truth });
  }
  return notices;
}
