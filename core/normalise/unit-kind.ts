import { centralEnterprises } from './central-enterprises.ts';
import { findRegion, type Region } from './region.ts';
import { squeeze } from './tidy.ts';

/** Kinds of recommending unit 推荐单位, as calls set quotas for them. */
export type UnitKind =
  | 'province'
  | 'plan-city'
  | 'xpcc'
  | 'central-enterprise'
  | 'association'
  | 'city'
  | 'other';

export interface UnitReading {
  readonly kind: UnitKind;
  /** What in the name says so. */
  readonly clue: string;
  readonly region?: Region;
}

const office =
  /(?:工业和信息化|工信|经济|经信|工业信息化|经贸|工业和商务|科技和工业|科技工贸|通信管理|发展和改革|发改|大数据)[^公司]*(?:厅|局|委员会|委|办公室|部门)|(?:人民政府|管委会|管理委员会)$/u;
const association = /(?:协会|联合会|学会|商会|促进会|产业联盟)(?:$|[(（])/u;
const company = /(?:公司|集团|厂|研究院|研究所|总院|总局)(?:$|[(（])/u;

/**
 * The kind of a recommending unit by its name, and the clue. A name that is nothing but a region counts as
 * that region's office. National associations are `association`; those of one region are `other`, because
 * calls ask national ones only. `undefined` for an empty name.
 */
export function readUnit(name: string): UnitReading | undefined {
  const bare = squeeze(name).replace(/[(（]?(?:盖章|公章|签章)[)）]?/gu, '');
  if (bare === '') return undefined;
  if (/新疆生产建设兵团|^兵团/u.test(bare)) return { kind: 'xpcc', clue: '新疆生产建设兵团' };
  const region = findRegion(bare);
  const found = association.exec(bare);
  if (found) {
    const national = !region || /^(?:中国|中华|全国)/u.test(bare);
    return { kind: national ? 'association' : 'other', clue: found[0], ...(region ? { region } : {}) };
  }
  const clue = office.exec(bare)?.[0];
  if (region && (clue || isOnlyRegion(bare, region)))
    return { kind: kindOf(region), clue: clue ?? bare, region };
  const owner = centralOwner(bare);
  if (owner) return { kind: 'central-enterprise', clue: owner, ...(region ? { region } : {}) };
  return { kind: 'other', clue: '', ...(region ? { region } : {}) };
}

/** The central enterprise whose name a company's name carries, by its list name. */
export function centralOwner(name: string): string | undefined {
  const bare = squeeze(name);
  for (const { name: full, aliases } of centralEnterprises) {
    if (bare.startsWith(full)) return full;
    if (aliases.some((alias) => carries(bare, alias))) return full;
  }
  return undefined;
}

/** An alias of two characters also begins other words (国网红), so a region or 集团 must follow it. */
function carries(name: string, alias: string): boolean {
  if (name === alias) return true;
  if (!name.startsWith(alias) || !company.test(name)) return false;
  const rest = name.slice(alias.length);
  return alias.length > 2 || rest.startsWith('集团') || findRegion(rest.slice(0, 3)) !== undefined;
}

function kindOf(region: Region): UnitKind {
  if (region.county) return 'city';
  if (region.planCity) return 'plan-city';
  return region.city && region.city !== region.province ? 'city' : 'province';
}

function isOnlyRegion(name: string, region: Region): boolean {
  const said = [region.province, region.city ?? '', region.county ?? ''].reduce(
    (rest, part) => rest.replace(part, '').replace(part.replace(/(?:省|市|自治区)$/u, ''), ''),
    name,
  );
  return said === '' || /^(?:壮族|回族|维吾尔)?(?:省|市|自治区|县|区)?$/u.test(said);
}
