import type { Pack } from '../calls/schema/index.ts';
import { defaultIntakeLimits, listInputs } from '../extractors/containers/list-inputs.ts';
import { awardIssuerOf } from '../index/policy/award-issuer.ts';
import { type Award, awardSchema } from '../lists/awards/award.ts';
import { readIssuer, unknownIssuer } from '../lists/awards/issuer.ts';
import {
  type AwardsOptions,
  type ReadAwards,
  readAwardBytes,
  readAwards,
} from '../lists/awards/read-awards.ts';
import type { Awards } from '../store/ports.ts';

/** One award list as it was understood. */
export interface AwardList extends ReadAwards {
  readonly file: string;
}

/** Reads an award list; the packs' programmes give its awards their programme ids. Never throws. */
export async function readAwardList(
  file: string,
  packs: readonly Pack[],
  said: Pick<AwardsOptions, 'issuer' | 'programme'> = {},
): Promise<AwardList> {
  const programmes = packs.map(({ call }) => ({ ...call.programme, issuer: awardIssuerOf(call) }));
  return { file, ...(await readAwards(file, { programmes, ...said })) };
}

/**
 * Every list in a folder, in full depth and sorted, archives opened: one after another, so that years of lists need the
 * memory of one. A file that is no list comes without awards and with its reason. Never throws.
 */
export async function* readAwardFolder(
  folder: string,
  packs: readonly Pack[],
  said: Pick<AwardsOptions, 'issuer' | 'programme'> = {},
): AsyncGenerator<AwardList> {
  const programmes = packs.map(({ call }) => ({ ...call.programme, issuer: awardIssuerOf(call) }));
  const nothing = { awards: [], columns: [], rowsUnread: [] };
  for await (const input of listInputs([folder], defaultIntakeLimits)) {
    const { file } = input;
    const loaded = 'load' in input ? await input.load() : { problem: input.problem };
    if ('problem' in loaded) yield { file, ...nothing, problems: [loaded.problem] };
    else {
      const name = 'name' in input ? input.name : file;
      yield { file, ...(await readAwardBytes(name, loaded.bytes, { programmes, ...said })) };
    }
  }
}

/**
 * The awards imported into the store; rows of another shape, written by an older program, are left out. Where such a
 * row does not say whose list it is of, the name of its list is asked.
 */
export async function storedAwards(kept: Awards): Promise<Award[]> {
  return (await kept.all()).flatMap(({ data }) => {
    const parsed = awardSchema.safeParse(data);
    if (!parsed.success) return [];
    const { issuer = readIssuer(parsed.data.programmeName ?? '', 'programme') ?? unknownIssuer } =
      parsed.data;
    return [{ ...parsed.data, issuer }];
  });
}

export async function storeAwards(
  kept: Awards,
  list: AwardList,
): Promise<{ readonly added: number; readonly replaced: number }> {
  return kept.put(list.awards.map((award) => ({ id: award.id, source: list.file, data: award })));
}
