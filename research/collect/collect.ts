import { loadCrosswalk } from '../../calls/crosswalk.ts';
import { builtInPacksDir } from '../../calls/load.ts';
import type { Pack } from '../../calls/schema/index.ts';
import type { Store } from '../../store/ports.ts';
import { linkFirms } from '../identity/link-firms.ts';
import { knownOf } from '../identity/rulings.ts';
import { panelOfFirms, panelOfRegions } from '../panels.ts';
import type { ResearchRow } from '../schema/table.ts';
import { awardRow, listingsOf, mentionOfListing, textsOfListings } from './awards.ts';
import { industryLinkRows, labelLinkRows, regionLinkRows } from './codes.ts';
import { filingsOf } from './filings.ts';
import { type Appearance, firmRows, linkRow, nameRows } from './firms.ts';
import { placer } from './places.ts';
import { termRows } from './terms.ts';

/** All tables of the research data, by name. */
export type Collected = Readonly<Record<string, readonly ResearchRow[]>>;

export interface CollectOptions {
  readonly store: Store;
  readonly packs: ReadonlyMap<string, Pack>;
}

/**
 * Makes the research tables of everything that the store holds: imported award lists, the latest run of every batch, and
 * what people said of firms. The same store gives the same rows in the same order.
 */
export async function collect({ store, packs }: CollectOptions): Promise<Collected> {
  const place = placer();
  const listings = await listingsOf(store, place);
  const filings = await filingsOf(store, packs, place);
  const appearances: Appearance[] = [
    ...listings.map((one) => ({
      kind: 'award' as const,
      mention: mentionOfListing(one),
      placing: one.placing,
    })),
    ...filings.rows.map(({ mention, placing, profile }) => ({
      kind: 'filing' as const,
      ...{ mention, placing, profile },
    })),
  ];
  const mentions = appearances.map(({ mention }) => mention);
  const linked = linkFirms(mentions, knownOf(await store.firmRulings.all()));
  const firmAt = (i: number) => linked.firmOf[i] ?? null;
  const awards = listings.map((one, i) => awardRow(one, firmAt(i)));
  const filingRows = filings.rows.map((one, i) => ({ ...one.row, firm: firmAt(listings.length + i) }));
  const firms = firmRows(appearances, linked);
  const { crosswalk } = await loadCrosswalk([builtInPacksDir()], packs);
  return {
    awards: sorted(awards, ['award']),
    firms: sorted(firms, ['firm']),
    firm_names: sorted(nameRows(mentions, linked.firmOf), ['firm', 'name']),
    firm_links: sorted(linked.links.map(linkRow), ['firm', 'other', 'kind']),
    filings: sorted(filingRows, ['filing']),
    fields: filings.fields,
    findings: filings.findings,
    labels: filings.labels,
    terms: sorted(
      [...termRows(textsOfListings(listings)), ...filings.terms],
      ['kind', 'source', 'part', 'term'],
    ),
    decisions: sorted(filings.decisions, ['filing']),
    panel_firm_year: panelOfFirms(awards, filingRows, firms),
    panel_region_year: panelOfRegions(awards, filingRows),
    crosswalk_labels: labelLinkRows(crosswalk),
    crosswalk_regions: sorted(regionLinkRows(), ['code', 'name', 'until']),
    crosswalk_industries: industryLinkRows(),
  };
}

/** Rows in the order of their key, so that the same store gives the same bytes. */
function sorted(rows: readonly ResearchRow[], key: readonly string[]): ResearchRow[] {
  const of = (row: ResearchRow) => key.map((name) => String(row[name] ?? '')).join('\u0000');
  return rows
    .map((row) => ({ row, at: of(row) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ row }) => row);
}
