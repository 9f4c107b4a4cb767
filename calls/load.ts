import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mistake, type PackMistake } from './mistake.ts';
import { preparedPack } from './prepared-packs.ts';
import type { Pack } from './schema/index.ts';

export type { PackMistake } from './mistake.ts';

export interface LoadedPacks {
  /** By the call's id, in the order of the folders. */
  readonly packs: Map<string, Pack>;
  readonly mistakes: PackMistake[];
}

/**
 * Reads every pack of some folders. A folder is a pack itself when it holds `call.yaml`, else its subfolders
 * that do are packs. A later pack replaces an earlier one with the same id. A pack with mistakes is left out,
 * and so is the one it would have replaced: an office that words a call anew must not be served the old one.
 */
export async function loadPacks(dirs: readonly string[]): Promise<LoadedPacks> {
  const packs = new Map<string, Pack>();
  const mistakes: PackMistake[] = [];
  for (const dir of dirs) {
    const folders = await packFolders(dir);
    if (folders === undefined) {
      mistakes.push(
        mistake(dir, '', {
          message: { zh: `文件夹“${dir}”无法读取。`, en: `The folder "${dir}" cannot be read.` },
          mend: { zh: '请检查路径和权限。', en: 'Check its path and permissions.' },
        }),
      );
      continue;
    }
    if (folders.length === 0) {
      mistakes.push(
        mistake(dir, 'call.yaml', {
          message: { zh: `文件夹“${dir}”里没有通知。`, en: `The folder "${dir}" holds no call.` },
          mend: {
            zh: '每个通知是一个含 call.yaml 的文件夹，请检查路径。',
            en: 'A call is a folder with a call.yaml: check the path.',
          },
        }),
      );
    }
    for (const folder of folders) {
      const loaded = await loadPack(folder);
      mistakes.push(...loaded.mistakes);
      if (loaded.mistakes.length === 0 && loaded.pack) packs.set(loaded.pack.call.id, loaded.pack);
      else packs.delete(loaded.id ?? basename(folder));
    }
  }
  return { packs, mistakes };
}

/** `calls/packs` of this product, from source as well as from `dist`. */
export function builtInPacksDir(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    const manifest = join(dir, 'package.json');
    if (existsSync(manifest) && /"name"\s*:\s*"chushen"/.test(readFileSync(manifest, 'utf8'))) {
      return join(dir, 'calls', 'packs');
    }
    if (dirname(dir) === dir) throw new Error('the product has no package.json');
  }
}

async function packFolders(dir: string): Promise<string[] | undefined> {
  if (existsSync(join(dir, 'call.yaml'))) return [dir];
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries
      .map((entry) => join(dir, entry.name))
      .filter((folder) => existsSync(join(folder, 'call.yaml')))
      .sort();
  } catch {
    return undefined;
  }
}

export interface LoadedPack {
  /** The call's id, where `call.yaml` could be read. */
  readonly id?: string;
  readonly pack?: Pack;
  readonly mistakes: PackMistake[];
}

/**
 * One pack; it is given back even with mistakes of meaning, but not when a part has not its form. What reads YAML and
 * checks it is loaded only for a pack that the build has not read.
 */
export async function loadPack(folder: string): Promise<LoadedPack> {
  const pack = await preparedPack(folder);
  if (pack) return { id: pack.call.id, pack, mistakes: [] };
  const { readPack } = await import('./read-pack.ts');
  return await readPack(folder);
}
