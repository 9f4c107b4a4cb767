import { squeeze } from '../../core/normalise/tidy.ts';
import { readUnit, type UnitKind } from '../../core/normalise/unit-kind.ts';

export interface RecommendingUnit {
  /** The same for all writings of one unit's name. */
  readonly key: string;
  readonly kind: UnitKind;
  readonly name: string;
}

/** A recommending unit by what makes it one: 江苏省工业和信息化厅 and 江苏省工信厅（盖章） are the same. */
export function recommendingUnit(written: string): RecommendingUnit | undefined {
  const unit = readUnit(written);
  if (!unit) return undefined;
  const { kind, region, clue } = unit;
  const ofRegion = kind === 'province' || kind === 'plan-city' || kind === 'city';
  const named = kind === 'central-enterprise' || kind === 'xpcc' ? clue : squeeze(written);
  const where =
    region && `${region.province}/${kind === 'province' ? '' : `${region.city}/${region.county}`}`;
  return { key: `${kind}:${ofRegion && where ? where : named}`, kind, name: written.trim() };
}
