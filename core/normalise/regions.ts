import { planCities, regionTable } from './region-table.ts';

export type RegionLevel = 'province' | 'city' | 'county';

/** One named place; `names` are the ways to write it, the full name first. */
export interface RegionEntry {
  readonly level: RegionLevel;
  readonly name: string;
  /** `江苏` for 江苏省; equal to `name` where nothing can be left out. */
  readonly short: string;
  readonly province: string;
  readonly city?: string;
  /** Six digits of GB/T 2260. */
  readonly code?: string;
}

const peoples =
  '朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|蒙古|哈萨克族|哈萨克|柯尔克孜族|柯尔克孜|满族|维吾尔族|维吾尔|黎族|瑶族|仫佬族|毛南族|水族|仡佬族|畲族|拉祜族|佤族|独龙族|怒族|普米族|纳西族|各族|布朗族|裕固族|保安族|东乡族|撒拉族|土族|塔吉克|锡伯|达斡尔族|鄂伦春|鄂温克族|穿青人';
const ending = new RegExp(`(?:(?:${peoples})*自治(?:区|州|县|旗)|特别行政区|省|市|地区|盟|林区|县)$`, 'u');

/** 延边 for 延边朝鲜族自治州, 江苏 for 江苏省, but 赵县 stays: one character alone is no name. */
function shorten(name: string): string {
  const short = name === '内蒙古自治区' ? '内蒙古' : name.replace(ending, '');
  return short.length >= 2 ? short : name;
}

function readTable(): RegionEntry[] {
  const entries: RegionEntry[] = [];
  let province = codedName('');
  for (const line of regionTable.trim().split('\n')) {
    if (!line.startsWith(' ')) {
      province = codedName(line);
      entries.push(entryOf('province', province.name, { province: province.name }, `${province.digits}0000`));
      continue;
    }
    const [head = '', counties = ''] = line.trim().split(/: ?/u);
    const city = codedName(head);
    const named = city.name !== '-';
    const under = { province: province.name, ...(named ? { city: city.name } : {}) };
    const stem = province.digits + city.digits;
    if (named && city.name !== province.name) entries.push(entryOf('city', city.name, under, `${stem}00`));
    for (const text of counties.split(' ').filter((name) => name !== '')) {
      const county = codedName(text);
      entries.push(entryOf('county', county.name, under, stem + county.digits));
    }
  }
  return entries;
}

/** `昆山市83`: a name and its two places of the code. */
function codedName(text: string): { name: string; digits: string } {
  const name = text.replace(/\d+$/u, '');
  return { name, digits: text.slice(name.length) };
}

function entryOf(
  level: RegionLevel,
  name: string,
  under: { readonly province: string; readonly city?: string },
  code: string,
): RegionEntry {
  return { level, name, short: shorten(name), ...under, ...(code.length === 6 ? { code } : {}) };
}

export const regions: readonly RegionEntry[] = readTable();

/** Beijing, Tianjin, Shanghai and Chongqing: province and city in one. */
export const municipalities: ReadonlySet<string> = new Set(['北京市', '天津市', '上海市', '重庆市']);

export function isPlanCity(city: string): boolean {
  return planCities.some((name) => name === city);
}
