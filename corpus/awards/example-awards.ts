import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../calls/schema/index.ts';
import type { Award } from '../../lists/awards/award.ts';
import { readAwardList } from '../../pipeline/award-lists.ts';
import { productFolder } from '../../pipeline/versions.ts';

/** The example lists beside this file. */
export function exampleLists(): string[] {
  const folder = join(productFolder(), 'corpus', 'awards');
  return readdirSync(folder)
    .filter((name) => /\.(csv|xlsx)$/u.test(name))
    .sort()
    .map((name) => join(folder, name));
}

export async function exampleAwards(packs: readonly Pack[]): Promise<Award[]> {
  const lists = await Promise.all(exampleLists().map((file) => readAwardList(file, packs)));
  return lists.flatMap((list) => list.awards);
}
