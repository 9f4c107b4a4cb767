import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Pack } from './schema/index.ts';

/**
 * Packs as the build has read and checked them, each as JSON under a hash of its files: a changed file is another
 * hash, and a changed reader another build. Code run from source has none.
 */
const prepared = import.meta.url.endsWith('.js')
  ? fileURLToPath(new URL('../packs/', import.meta.url))
  : undefined;

/** The files of a pack; not every one has label schemes or a summary sheet. */
const parts = [
  'call.yaml',
  'clauses.yaml',
  'form.yaml',
  'rules.yaml',
  'schemes.yaml',
  'summary.yaml',
  'blank-form.html',
];

/** The pack of a folder, where the build has read the very same files without finding a mistake. */
export async function preparedPack(folder: string, from = prepared): Promise<Pack | undefined> {
  if (from === undefined) return undefined;
  try {
    const json = await readFile(join(from, `${await hashOf(folder)}.json`), 'utf8');
    return revived(json, folder);
  } catch {
    return undefined;
  }
}

/** Writes a pack that has no mistakes into the folder that `preparedPack` reads; fails where it would not come back. */
export async function preparePack(pack: Pack, into: string): Promise<void> {
  const { folder, clauses, ...rest } = pack;
  const json = JSON.stringify({ ...rest, clauses: [...clauses] });
  if (!isDeepStrictEqual(revived(json, folder), pack)) throw new Error(`${folder} is no plain data`);
  await mkdir(into, { recursive: true });
  await writeFile(join(into, `${await hashOf(folder)}.json`), json);
}

function revived(json: string, folder: string): Pack {
  const { clauses, ...rest } = JSON.parse(json) as Omit<Pack, 'clauses'> & {
    readonly clauses: (readonly [string, Pack['clauses'] extends ReadonlyMap<string, infer C> ? C : never])[];
  };
  return { ...rest, clauses: new Map(clauses), folder };
}

async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = await readFile(join(folder, part)).catch(() => undefined);
    hash.update(`${part} ${bytes?.length ?? 'none'}\n`).update(bytes ?? '');
  }
  return hash.digest('hex');
}
