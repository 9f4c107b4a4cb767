import { municipalities, type RegionEntry, regions } from '../normalise/regions.ts';

/** A name at the head of a text that places of GB/T 2260 bear. */
export interface PlaceName {
  readonly length: number;
  /** Places of this name, the largest first: 吉林 is the province and the city. */
  readonly places: readonly RegionEntry[];
  /** `full` with 省, 市, 县…; `short` without; `word` a short name that is as well a brand or a word. */
  readonly kind: 'full' | 'short' | 'word';
}

/**
 * Short names of cities that begin names of companies elsewhere, or are words: 东方电子 (Yantai), 永康 (brand).
 * Short names of counties and districts always count as such.
 */
const words = new Set(
  (
    '白银 大同 安康 黄山 北海 长治 东方 高平 新民 安国 兴城 永安 龙泉 宁国 开原 天长 同江 新乐 新星 大安 宁安 东宁 江山 平湖 永康 明光 ' +
    '无为 福安 乐平 德兴 安宁 弥勒 兴平 华亭 合作 同仁 东兴 平果 永济 永城 北流 双河 兴化 白杨 昆玉 万宁 文昌 中山 金华 吉安 泰安 三明 ' +
    '瑞安 泰兴 瑞昌 新泰 兴义 兴仁 建德 广德 瑞金 台山 天门 临江 海安 英德 开平 丰城 高安 德惠 尚志 海林 凤城 康定 兴宁 朝阳 延安 海东'
  ).split(' '),
);
const longest = 16;
const rank = { province: 0, city: 1, county: 2 } as const;

const strength = { full: 0, short: 1, word: 2 } as const;

const byName = readNames();

function readNames(): Map<string, { kind: PlaceName['kind']; places: RegionEntry[] }> {
  const names = new Map<string, { kind: PlaceName['kind']; places: RegionEntry[] }>();
  const put = (name: string, entry: RegionEntry, kind: PlaceName['kind']) => {
    const known = names.get(name) ?? { kind, places: [] };
    if (!known.places.includes(entry)) known.places.push(entry);
    // A name that is surely a place in one sense is a place; which one the places tell.
    if (strength[kind] < strength[known.kind]) known.kind = kind;
    names.set(name, known);
  };
  for (const entry of regions) {
    put(entry.name, entry, 'full');
    for (const name of otherNames(entry)) put(name, entry, 'full');
    const short = shortOf(entry);
    if (short !== entry.name) put(short, entry, kindOf(entry, short));
    if (short === '内蒙古') put('内蒙', entry, 'short');
  }
  for (const known of names.values()) known.places.sort((a, b) => rank[a.level] - rank[b.level]);
  return names;
}

/** 延边州 for 延边朝鲜族自治州, 广西自治区, 玉屏县 for 玉屏侗族自治县. */
function otherNames({ name, short }: RegionEntry): string[] {
  if (/自治州$/u.test(name)) return [`${short}州`, `${short}自治州`];
  if (/自治区$/u.test(name)) return [`${short}自治区`];
  if (/自治县$/u.test(name)) return [`${short}县`, `${short}自治县`];
  if (/自治旗$/u.test(name)) return [`${short}旗`];
  return [];
}

function shortOf({ level, name, short }: RegionEntry): string {
  if (level !== 'county' || short !== name) return short;
  const district = name.replace(/新?区$/u, '');
  return district.length >= 2 ? district : name;
}

function kindOf(entry: RegionEntry, short: string): PlaceName['kind'] {
  if (entry.level === 'province') return 'short';
  if (words.has(short)) return 'word';
  return entry.level === 'city' || entry.name.endsWith('市') ? 'short' : 'word';
}

/** 上海市场, 江苏省心, 某区域: the last character of the name belongs to the next word. */
const otherWord = /^(?:市(?:场|政|值)|省(?:心|时|钱)|区(?:域|块)|旗(?:舰|下|帜|袍)|县域)/u;

/** Names of places at the head of `text`, the longest first, inside one of `within` where given. */
export function placeNameAt(text: string, within?: readonly RegionEntry[]): PlaceName | undefined {
  for (let length = Math.min(longest, text.length); length >= 2; length--) {
    const known = byName.get(text.slice(0, length));
    if (!known || otherWord.test(text.slice(length - 1))) continue;
    const places = within
      ? known.places.filter((place) => within.some((one) => one !== place && contains(one, place)))
      : known.places;
    if (places.length === 0) continue;
    const kind = known.kind === 'short' && /阳$/u.test(text.slice(0, length)) && text[length] === '光';
    return { length, places, kind: kind ? 'word' : known.kind };
  }
  return undefined;
}

/** Whether the second place lies in the first or is it. A municipality is province and city in one. */
export function contains(outer: RegionEntry, inner: RegionEntry): boolean {
  if (outer.province !== inner.province) return false;
  switch (outer.level) {
    case 'province':
      return true;
    case 'city':
      return inner.level !== 'province' && inner.city === outer.name;
    case 'county':
      return inner.level === 'county' && inner.name === outer.name && inner.city === outer.city;
  }
}

/** Whether one of the places may be, or hold, or lie in one of the others. */
export function mayBeOnePlace(a: readonly RegionEntry[], b: readonly RegionEntry[]): boolean {
  return a.some((one) => b.some((other) => contains(one, other) || contains(other, one)));
}

/** One place by its path in the table; codes are not known of all. */
export function placeKey({ province, city = '', level, name }: RegionEntry): string {
  return municipalities.has(province) && level !== 'county'
    ? province
    : `${province}/${city}/${level}/${name}`;
}
