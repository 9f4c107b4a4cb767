import type { Pack } from '../calls/schema/index.ts';
import { type Award, awardSchema } from '../lists/awards/award.ts';
import { type ReadAwards, readAwards } from '../lists/awards/read-awards.ts';
import type { Store } from '../store/store.ts';

/** One award list as it was understood. */
export interface AwardList extends ReadAwards {
  readonly file: string;
}

/** Reads an award list; the packs' programmes give its awards their programme ids. Never throws. */
export async function readAwardList(file: string, packs: readonly Pack[]): Promise<AwardList> {
  return {
    file,
    ...(await readAwards(
      file,
      packs.map((pack) => pack.call.programme),
    )),
  };
}

/** The awards imported into the store; rows of another shape, written by an older program, are left out. */
export function storedAwards(store: Store): Award[] {
  return store.awards().flatMap(({ data }) => {
    const parsed = awardSchema.safeParse(data);
    return parsed.success ? [parsed.data] : [];
  });
}

export function storeAwards(store: Store, list: AwardList): { added: number; replaced: number } {
  return store.putAwards(list.awards.map((award) => ({ id: award.id, source: list.file, data: award })));
}
