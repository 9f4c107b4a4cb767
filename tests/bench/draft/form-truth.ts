import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const item = z.object({
  /** As printed, without hints and units; labels under a spanning cell are joined with `/`. */
  label: z.string(),
  kind: z.enum([
    'text',
    'date',
    'number',
    'amount',
    'choice',
    'multi-choice',
    'long-text',
    'table',
    'signature',
    'section',
  ]),
  unit: z.string().nullable(),
  options: z.array(z.string()).nullable(),
  columns: z.array(z.string()).nullable(),
  rowLabels: z.array(z.string()).optional(),
});
export type FormItem = z.infer<typeof item>;

export interface WrittenForm {
  readonly id: string;
  readonly html: string;
  readonly items: readonly FormItem[];
}

const truthSchema = z.object({ items: z.array(item) });
const splitSchema = z.object({ fit: z.array(z.string()), aside: z.array(z.string()) });

/** The blank forms of a folder (`f01.html`, `f01.json`, `split.json`) of one part, in their order. */
export async function writtenForms(folder: string, part: 'fit' | 'aside'): Promise<WrittenForm[]> {
  const split = splitSchema.parse(JSON.parse(await readFile(join(folder, 'split.json'), 'utf8')));
  const names = (await readdir(folder)).filter((name) => /^f\d+\.html$/u.test(name)).sort();
  const forms: WrittenForm[] = [];
  for (const name of names) {
    const id = name.replace(/\.html$/u, '');
    if (!split[part].includes(id)) continue;
    const { items } = truthSchema.parse(JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')));
    forms.push({ id, html: await readFile(join(folder, name), 'utf8'), items });
  }
  return forms;
}
