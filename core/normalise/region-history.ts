import { groupBy } from '../group-by.ts';
import { simplify } from '../text/simplify.ts';
import { districtTable } from './district-table.ts';
import { findRegion, regionCode, regionName } from './region.ts';
import { regionChangesTable } from './region-changes-table.ts';
import { regions } from './regions.ts';
import { squeeze } from './tidy.ts';

/** The year of the one basis on which places of all years stand. */
export const basisYear = 2024;

/** A place of GB/T 2260 by its six digits and its name then. */
export interface CodedPlace {
  readonly code: string;
  readonly name: string;
}

/** One change; `from` is absent where a place was founded of parts of others, `to` where it ended in several. */
export interface RegionChange {
  readonly year: number;
  readonly from?: CodedPlace;
  readonly to?: CodedPlace;
}

/** Changes since 2000, oldest first. */
export const regionChanges: readonly RegionChange[] = regionChangesTable
  .trim()
  .split('\n')
  .map((line) => {
    const [year = '', before = '-', was = '', after = '-', is = ''] = line.split(' ');
    return {
      year: Number(year),
      ...(before === '-' ? {} : { from: { code: before, name: was } }),
      ...(after === '-' ? {} : { to: { code: after, name: is } }),
    };
  })
  .sort((a, b) => a.year - b.year);

/** City districts of the basis. */
export const districts: readonly CodedPlace[] = districtTable
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [city = '', list = ''] = line.split(': ');
    return list.split(' ').map((one) => ({ code: city + one.slice(-2), name: one.slice(0, -2) }));
  });

/** Names of the basis by code, districts too. */
export const basis: ReadonlyMap<string, string> = new Map([
  ...regions.flatMap(({ code, name }) => (code ? [[code, name] as const] : [])),
  ...districts.map(({ code, name }) => [code, name] as const),
]);

const ending = groupBy(regionChanges, ({ from }) => from?.code);
const beginning = groupBy(regionChanges, ({ to }) => to?.code);

/**
 * The code of the basis for a code of some year (with its name, where that is known: a code may have gone to another
 * place). A place that ended in several is its city. `undefined` for a code that no list of these years has.
 */
export function onBasis(code: string, year: number, name?: string): string | undefined {
  let at: { code: string; name?: string } = { code, ...(name ? { name } : {}) };
  let since = year;
  for (let steps = 0; steps < 20; steps++) {
    // In the year of a change a list may have either code.
    const change = (ending.get(at.code) ?? []).find(
      (one) => one.year >= since && (at.name === undefined || one.from?.name === at.name),
    );
    if (!change) break;
    if (!change.to) return cityOf(at.code);
    at = change.to;
    since = change.year + (at.code === change.from?.code ? 1 : 0);
  }
  return basis.has(at.code) ? at.code : ending.has(code) ? cityOf(code) : undefined;
}

/** The city of a place on the basis, or its province where the city is none of it. */
function cityOf(code: string): string | undefined {
  const [city, province] = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  if (basis.has(city)) return city;
  const moved = (ending.get(city) ?? []).find(({ to }) => to && basis.has(to.code))?.to?.code;
  return moved ?? (basis.has(province) ? province : undefined);
}

/**
 * The code that a place of the basis had at the end of a year. Where it was founded later, or of several places, the code
 * of its city in that year.
 */
export function codeInYear(code: string, year: number): string {
  let at = code;
  let until = Number.POSITIVE_INFINITY;
  for (let steps = 0; steps < 20; steps++) {
    const changes = (beginning.get(at) ?? []).filter(
      (one) => one.year > year && one.year <= until && one.from?.code !== at,
    );
    const last = changes.at(-1);
    if (!last) return at;
    const same = changes.filter((one) => one.year === last.year);
    const own = same.length === 1 ? same[0]?.from : undefined;
    if (!own) return at.endsWith('00') ? at : codeInYear(`${at.slice(0, 4)}00`, year);
    at = own.code;
    until = last.year;
  }
  return at;
}

/** The name of a code, of the basis or of an earlier year; empty where it is none. */
export function placeName(code: string): string {
  const full = regionName(code);
  if (full) return full;
  const city = regionName(`${code.slice(0, 4)}00`);
  const own = basis.get(code);
  if (own) return city + own;
  return ending.get(code)?.at(-1)?.from?.name ?? beginning.get(code)?.at(-1)?.to?.name ?? '';
}

interface Former {
  readonly place: CodedPlace;
  readonly year: number;
}

/** Counties and cities that are no more under that name, by their full names; districts say nothing without their city. */
const namesNow = new Set(regions.map(({ name }) => name));
const former = groupBy(
  regionChanges.flatMap(({ year, from, to }): Former[] =>
    from && from.name !== to?.name && !namesNow.has(from.name) && /(?:县|市|地区|盟)$/u.test(from.name)
      ? [{ place: from, year }]
      : [],
  ),
  ({ place }) => place.name,
);
const longestFirst = [...former.keys()].sort((a, b) => b.length - a.length);
const formerByBeginning = groupBy(longestFirst, (name) => name.slice(0, 2));
const organisation = /(?:公司|集团|厂|院|所|中心|大学|学院|合作社|银行|协会)$/u;

/** A place that a text names by a name of former years, with the last year in which it had it. */
export function formerPlace(
  text: string,
): { readonly place: CodedPlace; readonly until: number } | undefined {
  const bare = squeeze(text);
  for (let at = 0; at + 2 <= bare.length; at++)
    for (const name of formerByBeginning.get(bare.slice(at, at + 2)) ?? []) {
      const full = bare.startsWith(name, at);
      // 章丘××公司 names the former 章丘市; the short name counts at the head of an organisation's name only.
      const short =
        at === 0 &&
        name.endsWith('市') &&
        name.length > 2 &&
        organisation.test(bare) &&
        bare.startsWith(name.slice(0, -1));
      if (!full && !short) continue;
      // 新安县 holds 安县: a name of two characters stands first, or behind the city or province that it is of.
      if (at > 0 && !/[省市区州盟县）)]$/u.test(bare.slice(0, at)) && name.length < 4) continue;
      const of = (former.get(name) ?? []).filter(({ place }) => liesIn(place.code, bare.slice(0, at)));
      const [only] = of;
      if (only && new Set(of.map(({ place }) => place.code.slice(0, 2))).size === 1)
        return { place: only.place, until: only.year };
    }
  return undefined;
}

/** The words before a name do not put it into another province. */
function liesIn(code: string, before: string): boolean {
  const told = findRegion(before);
  const province = told && regionCode({ province: told.province });
  return province === undefined || province.startsWith(code.slice(0, 2));
}

/** The code on the basis that one text tells: six digits, a place of today, or one of former years. */
export function placeIn(written: string, year: number = basisYear): string | undefined {
  const text = simplify(written);
  const digits = /^\s*(\d{6})(?:0{6})?\s*$/u.exec(text)?.[1];
  if (digits) return onBasis(digits, year);
  const now = findRegion(text);
  const code = now && regionCode(now);
  const was = formerPlace(text);
  const then = was && onBasis(was.place.code, was.until, was.place.name);
  if (!code) return then;
  // A former county inside the province or city that the text names is deeper than that.
  const deeper = then && isInside(then, code) ? then : code;
  return districtIn(text, deeper) ?? movedFrom(text, deeper) ?? deeper;
}

/** 资阳市简阳市: a county by the city that it has left since; by its name alone it is found as any other. */
function movedFrom(text: string, city: string): string | undefined {
  if (!city.endsWith('00') || city.endsWith('0000')) return undefined;
  const bare = squeeze(text);
  const change = movedOf.get(city.slice(0, 4))?.find(({ from }) => from && bare.includes(from.name));
  return change?.from && onBasis(change.from.code, change.year, change.from.name);
}

const movedOf = groupBy(
  regionChanges.filter(
    ({ from, to }) =>
      from && from.name === to?.name && from.name.length > 2 && !to.code.startsWith(from.code.slice(0, 4)),
  ),
  ({ from }) => from?.code.slice(0, 4),
);

/** 苏州市吴中区: a district that is named behind its city. */
function districtIn(text: string, code: string): string | undefined {
  if (!code.endsWith('00') || code.endsWith('0000')) return undefined;
  const bare = squeeze(text);
  return districtsOf.get(code.slice(0, 4))?.find(({ name }) => name.length > 2 && bare.includes(name))?.code;
}

const districtsOf = groupBy(districts, ({ code }) => code.slice(0, 4));

/** A place lies in another, or is it. */
export function isInside(code: string, other: string): boolean {
  return code.startsWith(other.replace(/(?:00)+$/u, ''));
}
