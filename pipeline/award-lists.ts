import type { Pack } from '../calls/schema/index.ts';
import { type Award, awardSchema } from '../lists/awards/award.ts';
import { type ReadAwards, readAwards } from '../lists/awards/read-awards.ts';
import type { Awards } from '../store/ports.ts';

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
export async function storedAwards(kept: Awards): Promise<Award[]> {
  return (await kept.all()).flatMap(({ data }) => {
    const parsed = awardSchema.safeParse(data);
    return parsed.success ? [parsed.data] : [];
  });
}

export async function storeAwards(
  kept: Awards,
  list: AwardList,
): Promise<{ readonly added: number; readonly replaced: number }> {
  return kept.put(list.awards.map((award) => ({ id: award.id, source: list.file, data: award })));
}
