import { type Award, awardSchema } from '../../lists/awards/award.ts';
import { issuerName, unknownIssuer } from '../../lists/awards/issuer.ts';
import { withRevocations } from '../../lists/awards/revoked.ts';
import type { Store } from '../../store/ports.ts';
import type { Mention } from '../identity/link-firms.ts';
import type { ResearchRow } from '../schema/table.ts';
import { type Placing, placeColumns, type placer } from './places.ts';
import type { NamingText } from './terms.ts';

/** A row of an imported list, and where its firm is. */
export interface Listing {
  readonly award: Award;
  readonly source: string;
  readonly placing: Placing;
}

/**
 * The imported awards that this program understands, in the order in which they came. Rows that take a title back mark
 * its award; one whose award was not imported lists nothing and is left out.
 */
export async function listingsOf(store: Store, place: ReturnType<typeof placer>): Promise<Listing[]> {
  const read = (await store.awards.all()).flatMap(({ data, source }) => {
    const parsed = awardSchema.safeParse(data);
    return parsed.success ? [{ award: parsed.data, source }] : [];
  });
  const inForce = new Map(withRevocations(read.map(({ award }) => award)).map((award) => [award.id, award]));
  const listings = read.flatMap(({ award: own, source }) => {
    const award = inForce.get(own.id);
    return award && own.revoked?.by !== 'list' ? [{ award, source }] : [];
  });
  // A list asks for the region where any of its rows has one.
  const asks = new Set(listings.filter(({ award }) => award.region).map(tableOf));
  return listings.map((one) => {
    const { company, creditCode, region, year } = one.award;
    const column = region ?? (asks.has(tableOf(one)) ? '' : undefined);
    const placing = place({
      name: company,
      ...(column === undefined ? {} : { column }),
      ...(creditCode ? { creditCode } : {}),
      ...(year === undefined ? {} : { year }),
    });
    return { ...one, placing };
  });
}

const tableOf = ({ award, source }: Pick<Listing, 'award' | 'source'>) =>
  `${source} ${award.from?.sheet ?? ''}`;

export function mentionOfListing({ award, source, placing }: Listing): Mention {
  const { company, creditCode, year } = award;
  return {
    name: company,
    ...(creditCode ? { creditCode } : {}),
    region: placing.by === 'credit-code' ? '' : placing.region,
    ...(year === undefined ? {} : { year }),
    source,
  };
}

const levels = {
  ministry: 'national',
  local: 'local',
  association: 'association',
  unknown: 'unknown',
} as const;

export function awardRow({ award, source, placing }: Listing, firm: string | null): ResearchRow {
  const issuer = award.issuer ?? unknownIssuer;
  return {
    award: award.id,
    scheme: award.programme ?? null,
    scheme_name: award.programmeName ?? null,
    year: award.year ?? null,
    batch: award.batch ?? null,
    list_date: award.listedOn ?? null,
    level: levels[issuer.kind],
    issuer: issuerName(issuer).zh,
    category: award.category ?? null,
    revoked: award.revoked ? (award.revoked.year ?? award.year ?? null) : null,
    project: award.title || null,
    applicant: award.company || null,
    firm,
    unit: award.region ?? null,
    ...placeColumns(placing),
    source_file: source,
    source_sheet: award.from?.sheet ?? null,
    source_row: award.from?.row ?? null,
  };
}

/** What a list says of a project: its title and its description. */
export function* textsOfListings(listings: readonly Listing[]): Generator<NamingText> {
  for (const { award } of listings) {
    const base = { kind: 'award' as const, source: award.id, year: award.year ?? null };
    if (award.title) yield { ...base, part: 'title', text: award.title };
    if (award.text) yield { ...base, part: 'text', text: award.text };
  }
}
