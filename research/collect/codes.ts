import type { Crosswalk, CrosswalkEnd } from '../../calls/crosswalk.ts';
import { industryLinks } from '../../core/normalise/industry-editions.ts';
import { basis, onBasis, placeName, regionChanges } from '../../core/normalise/region-history.ts';
import type { ResearchRow } from '../schema/table.ts';

/** Tables that do not depend on what was imported: codes of other years and editions, and labels across calls. */

export function labelLinkRows({ links }: Crosswalk): ResearchRow[] {
  const side = (name: 'from' | 'to', { call, scheme, label, item, quote }: CrosswalkEnd) => ({
    [`${name}_call`]: call,
    [`${name}_scheme`]: scheme ?? null,
    [`${name}_label`]: item ?? label ?? null,
    [`${name}_quote`]: quote,
  });
  return links.map(({ from, to, relation }) => ({ ...side('from', from), ...side('to', to), relation }));
}

export function industryLinkRows(): ResearchRow[] {
  return industryLinks.map(({ from, fromName, to, toName, relation, note }) => ({
    ...{ code_2011: from ?? null, name_2011: fromName ?? null, code_2017: to, name_2017: toName },
    ...{ relation, note: note ?? null },
  }));
}

/** Every code that a place had since 2000, and where it is on the basis. */
export function regionLinkRows(): ResearchRow[] {
  const own = [...basis].map(([code, name]) => ({
    ...{ code, name, until: null, region: code, region_name: placeName(code) },
  }));
  const former = regionChanges.flatMap(({ year, from, to }) => {
    if (!from || (from.code === to?.code && from.name === to.name)) return [];
    const region = onBasis(from.code, year, from.name);
    return [
      {
        code: from.code,
        name: from.name,
        until: year,
        region: region ?? null,
        region_name: region ? placeName(region) : null,
      },
    ];
  });
  const once = new Map([...own, ...former].map((row) => [`${row.code} ${row.name} ${row.until}`, row]));
  return [...once.values()];
}
