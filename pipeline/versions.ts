import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Raise when a reader reads differently: stored documents of older readers are read again. */
export const readerVersion = 'reader-2';

/** The product's folder: the nearest one above this file whose package.json is chushen's. */
export function productFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (packageName(folder) === 'chushen') return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package.json of chushen is missing');
    folder = parent;
  }
}

const packageSchema = z.object({ name: z.string(), version: z.string() });

function packageName(folder: string): string | undefined {
  try {
    return packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).name;
  } catch {
    return undefined;
  }
}

export function productVersion(): string {
  return packageSchema.parse(JSON.parse(readFileSync(join(productFolder(), 'package.json'), 'utf8'))).version;
}
