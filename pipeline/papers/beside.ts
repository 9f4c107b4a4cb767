import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Text } from '../../core/lang.ts';
import { letterKinds } from '../../report/letters/letter.ts';
import { type OfficeSettings, officeSettings } from '../../report/letters/office.ts';
import { defaultTemplates, templateName } from '../../report/letters/templates.ts';
import { isPostgres } from '../../store/open-store.ts';

/** What an office keeps beside its store for its papers: never in the package, which an update replaces. */
export interface BesideStore {
  /** Path of its settings, JSON. */
  readonly office: string;
  /** Folder of its own templates. */
  readonly templates: string;
}

/** Of a store's file `处室.sqlite`: `处室-office.json` and `处室-templates/`; of a database in the current folder. */
export function besideStore(store: string): BesideStore {
  const stem = isPostgres(store) ? 'chushen' : store.replace(/\.(?:sqlite|db)$/u, '');
  return { office: `${stem}-office.json`, templates: `${stem}-templates` };
}

export type ReadOffice = { readonly office: OfficeSettings } | { readonly refused: Text };

/** The office's settings; none are there until it sets some. What is not as it should be is refused, never guessed. */
export async function readOffice({ office: path }: BesideStore): Promise<ReadOffice> {
  if (!existsSync(path)) return { office: {} };
  try {
    const parsed = officeSettings.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (parsed.success) return { office: parsed.data };
    const [issue] = parsed.error.issues;
    return broken(path, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  } catch (error) {
    return broken(path, error instanceof Error ? error.message : String(error));
  }
}

/** Writes the settings whole or not at all. */
export async function writeOffice({ office: path }: BesideStore, office: OfficeSettings): Promise<void> {
  const next = `${path}.next`;
  await writeFile(next, `${JSON.stringify(office, null, 2)}\n`);
  await rename(next, path);
}

/** Lays the default templates beside the store, for the office to change; those that are there stay. Gives their paths. */
export async function layTemplates({ templates }: BesideStore): Promise<string[]> {
  await mkdir(templates, { recursive: true });
  const paths: string[] = [];
  for (const kind of letterKinds) {
    const path = join(templates, templateName(kind));
    if (!existsSync(path)) await copyFile(join(defaultTemplates(), templateName(kind)), path);
    paths.push(path);
  }
  return paths;
}

const broken = (path: string, reason: string): ReadOffice => ({
  refused: {
    zh: `单位设置“${path}”无法使用（${reason}）。请更正，或删去后用 chushen letters --office 重新填写。`,
    en: `The office's settings "${path}" are of no use (${reason}). Correct them, or delete the file and set them anew with chushen letters --office.`,
  },
});
