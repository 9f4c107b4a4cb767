import { isPlanCity, municipalities, type RegionEntry, regions } from './regions.ts';
import { squeeze } from './tidy.ts';

export interface Region {
  /** Full name: `江苏省`, `北京市`. */
  readonly province: string;
  readonly city?: string;
  readonly county?: string;
  /** The city has a plan of its own under the state 计划单列市. */
  readonly planCity?: true;
}

/** Short names that are words or other places as well: only the full name counts. */
const doubtful = new Set(
  '吉林 海南 海北 海西 黄南 白银 大同 安康 黄山 北海 长治 金昌 大理 玉树 朝阳 海东 东方 高平 新民 安国 兴城 永安 龙泉 宁国 开原 天长 同江 新乐 南宫 新星 大安 宁安 东宁 江山 平湖 永康 明光 无为 福安 乐平 德兴 安宁 弥勒 兴平 华亭 合作 同仁 东兴 平果 永济 永城 北流 双河 兴化 白杨 昆玉 万宁 文昌 金州'.split(
    ' ',
  ),
);
/** Names of streets and districts repeat names of cities: 北京西路, 朝阳区, 中山大道. */
const street = /^(?:[东西南北中]?[一二三四五六七八九十]?(?:路|街|大街|大道|胡同)|区|县|镇|乡|村|新区|山)/u;
const organisation = /(?:公司|集团|厂|院|所|中心|大学|学院|厅|局|委|委员会|合作社|银行|协会)$/u;

interface Hit {
  readonly entry: RegionEntry;
  readonly at: number;
  readonly length: number;
}

/**
 * The first region that an address or a name of a company or office tells: `江苏省苏州市昆山市…`, `苏州××
 * 有限公司`, `××（江苏）有限公司`. Short names count where no street or district is meant; short names of
 * county-level cities only at the head of an organisation's name (`昆山××有限公司`).
 */
export function findRegion(text: string): Region | undefined {
  const bare = squeeze(text).replace(/^(?:中国|中华人民共和国)(?=.)/u, '');
  const head = firstHit(
    bare,
    (entry) => !(entry.level === 'county' && entry.city && municipalities.has(entry.city)),
  );
  if (!head) return undefined;
  return regionOfPlace(deepest(head, bare.slice(head.at + head.length)).entry);
}

/** Goes down from a province to its city and from a city to its county as long as the text names one. */
function deepest(hit: Hit, rest: string): Hit {
  const { level, name, province } = hit.entry;
  if (level === 'county') return hit;
  const below = firstHit(rest, (entry) =>
    level === 'province'
      ? entry.level !== 'province' && entry.province === province
      : entry.level === 'county' && entry.city === name && entry.province === province,
  );
  return below ? deepest(below, rest.slice(below.at + below.length)) : hit;
}

/**
 * Whether what `text` tells of its region lies in `region` (a province, city or county by any of its names;
 * `中国` for anywhere). `undefined` when the text does not tell, or not down to that level.
 */
export function isWithin(text: string, region: string): boolean | undefined {
  const found = findRegion(text);
  if (!found) return undefined;
  if (/^(?:中国|中华人民共和国|全国|境内)$/u.test(region.trim())) return true;
  const wanted = findRegion(region);
  if (!wanted) return undefined;
  if (found.province !== wanted.province) return false;
  for (const level of ['city', 'county'] as const) {
    if (wanted[level] === undefined) continue;
    if (found[level] === undefined) return undefined;
    if (found[level] !== wanted[level]) return false;
  }
  return true;
}

/** The six digits of GB/T 2260 for the smallest place that a region names; `undefined` where it has none yet. */
export function regionCode({ province, city, county }: Region): string | undefined {
  const level = county ? 'county' : city && !municipalities.has(city) ? 'city' : 'province';
  const name = level === 'county' ? county : level === 'city' ? city : province;
  return codes.get(placeKey(level, name, province, level === 'county' ? city : undefined));
}

const placeKey = (level: string, name = '', province = '', city = '') =>
  [level, name, province, city].join('/');

/** The first code of each place. */
const codes: ReadonlyMap<string, string | undefined> = new Map(
  [...regions]
    .reverse()
    .map(({ level, name, province, city, code }) => [
      placeKey(level, name, province, level === 'county' ? city : undefined),
      code,
    ]),
);

/** The first place of each code. */
const byCode: ReadonlyMap<string, RegionEntry> = new Map(
  [...regions].reverse().flatMap((entry) => (entry.code ? [[entry.code, entry] as const] : [])),
);

/** The full name of a code of GB/T 2260: `江苏省苏州市昆山市`; empty where the table has no such code. */
export function regionName(code: string): string {
  const entry = byCode.get(code);
  if (!entry) return '';
  const { province, city, county } = regionOfPlace(entry);
  return [...new Set([province, city, county])].join('');
}

/** A place of the table as a region: a municipality is province and city in one. */
export function regionOfPlace(entry: RegionEntry): Region {
  const city = entry.city ?? (municipalities.has(entry.province) ? entry.province : undefined);
  return {
    province: entry.province,
    ...(city ? { city } : {}),
    ...(entry.level === 'county' ? { county: entry.name } : {}),
    ...(city && isPlanCity(city) ? { planCity: true as const } : {}),
  };
}

/** The hit that begins first; of those that begin together the longest. */
function firstHit(text: string, allowed: (entry: RegionEntry) => boolean): Hit | undefined {
  let best: Hit | undefined;
  for (const entry of mayBeIn(text)) {
    if (!allowed(entry)) continue;
    const hit = hitOf(entry, text);
    if (!hit) continue;
    if (!best || hit.at < best.at || (hit.at === best.at && hit.length > best.length)) best = hit;
  }
  return best;
}

/** Places by the first two characters of their names: no name is shorter. The places of one pair keep the table's order. */
const byBeginning = new Map<string, number[]>();
for (const [i, { name, short }] of regions.entries())
  for (const beginning of new Set([name.slice(0, 2), short.slice(0, 2)]))
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), i]);

/** The places of which a name may stand in the text, in the table's order: few of three thousand need a closer look. */
function mayBeIn(text: string): RegionEntry[] {
  const found = new Set<number>();
  for (let at = 0; at + 2 <= text.length; at++)
    for (const i of byBeginning.get(text.slice(at, at + 2)) ?? []) found.add(i);
  return [...found].sort((a, b) => a - b).flatMap((i) => regions[i] ?? []);
}

function hitOf(entry: RegionEntry, text: string): Hit | undefined {
  const full = placeOf(entry.name, text, (rest) => !(entry.name.endsWith('市') && /^(?:场|政)/u.test(rest)));
  const short = shortAllowed(entry, text)
    ? placeOf(entry.short, text, (rest) => !street.test(rest))
    : undefined;
  if (full !== undefined && (short === undefined || full <= short))
    return { entry, at: full, length: entry.name.length };
  return short === undefined ? undefined : { entry, at: short, length: entry.short.length };
}

function shortAllowed(entry: RegionEntry, text: string): boolean {
  if (entry.short === entry.name) return false;
  if (entry.level === 'province') return true;
  if (doubtful.has(entry.short)) return false;
  if (entry.level === 'city') return true;
  return entry.name.endsWith('市') && text.startsWith(entry.short) && organisation.test(text);
}

function placeOf(name: string, text: string, fits: (rest: string) => boolean): number | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (fits(text.slice(at + name.length))) return at;
  }
  return undefined;
}
