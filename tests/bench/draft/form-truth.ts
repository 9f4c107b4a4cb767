import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Document } from '../../../core/document.ts';
import { readDocument } from '../../../extractors/read-document.ts';
import { defaultReadOptions } from '../../../extractors/read-options.ts';

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
  readonly blank: Document;
  readonly items: readonly FormItem[];
}

const truthSchema = z.object({ items: z.array(item) });
const splitSchema = z.object({ fit: z.array(z.string()), aside: z.array(z.string()) });

/** The blank forms of a folder (`f01.html` or `f01.docx`, `f01.json`, `split.json`) of one part, in their order. */
export async function writtenForms(folder: string, part: 'fit' | 'aside'): Promise<WrittenForm[]> {
  const split = splitSchema.parse(JSON.parse(await readFile(join(folder, 'split.json'), 'utf8')));
  const names = (await readdir(folder)).filter((name) => /^f\d+\.(?:html|docx)$/u.test(name)).sort();
  const forms: WrittenForm[] = [];
  for (const name of names) {
    const id = name.replace(/\.\w+$/u, '');
    if (!split[part].includes(id)) continue;
    const { items } = truthSchema.parse(JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')));
    const bytes = await readFile(join(folder, name));
    const { document } = await readDocument({ name, bytes }, defaultReadOptions);
    if (!document) throw new Error(`${name} was not read`);
    forms.push({ id, blank: document, items });
  }
  return forms;
}
