import { findRegion } from '../../core/normalise/region.ts';
import type { Meaning } from './headers.ts';
import type { Issuer } from './issuer.ts';

/** Offices of so many provinces recommend to the ministry; a province's own list names its cities at most. */
const severalProvinces = 3;
const office = /工业和信息化|经济和信息化|工信|经信/u;

/**
 * The ministry, where a column of recommending units names offices for industry of several provinces: only the
 * ministry is recommended to by them, and its lists seldom say whose they are. `rows` begin with the header.
 */
export function recommendedAcross(
  rows: readonly (readonly string[])[],
  meanings: readonly (Meaning | undefined)[],
): Issuer | undefined {
  const [header, ...body] = rows;
  const column = meanings.findIndex((meaning, i) => meaning === 'region' && /推荐/u.test(header?.[i] ?? ''));
  if (column < 0) return undefined;
  const byProvince = new Map<string, string>();
  for (const unit of new Set(body.map((row) => (row[column] ?? '').trim()))) {
    const province = office.test(unit) ? findRegion(unit)?.province : undefined;
    if (province !== undefined && !byProvince.has(province)) byProvince.set(province, unit);
  }
  if (byProvince.size < severalProvinces) return undefined;
  const words = [...byProvince.values()].slice(0, severalProvinces).join('、');
  return { kind: 'ministry', department: 'miit', words, from: 'recommenders' };
}
