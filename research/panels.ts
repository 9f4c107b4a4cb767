import { groupBy } from '../core/group-by.ts';
import { regions } from '../core/normalise/regions.ts';
import type { ResearchRow } from './schema/table.ts';

/** Years that the data tell of, without gaps. */
function yearsOf(rows: readonly ResearchRow[]): number[] {
  const years = rows.flatMap(({ year }) => (typeof year === 'number' ? year : []));
  if (years.length === 0) return [];
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** How many rows of each year have a value in a column. */
function countBy(rows: readonly ResearchRow[], column: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = `${row[column]} ${row.year}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Balanced: every firm of its own in every year; firms merged into another have no rows. */
export function panelOfFirms(
  awards: readonly ResearchRow[],
  filings: readonly ResearchRow[],
  firms: readonly ResearchRow[],
): ResearchRow[] {
  const years = yearsOf([...awards, ...filings]);
  const [listed, filed] = [countBy(awards, 'firm'), countBy(filings, 'firm')];
  const takenBack = groupBy(
    awards.filter(({ revoked }) => typeof revoked === 'number'),
    ({ firm }) => String(firm),
  );
  const own = firms.filter(({ merged_into: into }) => into === null).map(({ firm }) => String(firm));
  return own.sort().flatMap((firm) => {
    let so = 0;
    const first = years.find((year) => listed.has(`${firm} ${year}`)) ?? null;
    return years.map((year) => {
      const now = listed.get(`${firm} ${year}`) ?? 0;
      so += now;
      return {
        firm,
        year,
        listed: now,
        times_listed: so,
        first_listed: first,
        treated: so > 0,
        revoked: (takenBack.get(firm) ?? []).filter((one) => Number(one.revoked) <= year).length,
        filed: filed.get(`${firm} ${year}`) ?? 0,
      };
    });
  });
}

/** Balanced: every province in every year. */
export function panelOfRegions(
  awards: readonly ResearchRow[],
  filings: readonly ResearchRow[],
): ResearchRow[] {
  const years = yearsOf([...awards, ...filings]);
  const [listed, filed] = [countBy(awards, 'province'), countBy(filings, 'province')];
  const firms = new Map<string, Set<string>>();
  for (const { province, year, firm } of awards) {
    const key = `${province} ${year}`;
    if (firm !== null) firms.set(key, (firms.get(key) ?? new Set()).add(String(firm)));
  }
  return regions
    .filter(({ level }) => level === 'province')
    .flatMap(({ code, name }) => (code ? [{ province: code.slice(0, 2), name }] : []))
    .sort((a, b) => (a.province < b.province ? -1 : 1))
    .flatMap(({ province, name }) =>
      years.map((year) => ({
        province,
        province_name: name,
        year,
        listed: listed.get(`${province} ${year}`) ?? 0,
        firms_listed: firms.get(`${province} ${year}`)?.size ?? 0,
        filed: filed.get(`${province} ${year}`) ?? 0,
      })),
    );
}
