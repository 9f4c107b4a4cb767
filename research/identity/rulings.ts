import type { FirmRuling } from '../../core/records.ts';
import type { FirmPair } from './firm-groups.ts';
import type { FormerName, Known } from './link-firms.ts';

/** The last word on each pair, in the order in which the pairs were first spoken of. */
export function standing(rulings: readonly FirmRuling[]): FirmRuling[] {
  const last = new Map<string, FirmRuling>();
  for (const ruling of rulings) last.set([ruling.firm, ruling.other].sort().join('\n'), ruling);
  return [...last.values()].filter(({ kind }) => kind !== 'open');
}

/** What people said of firms, as the linking of firms takes it. */
export function knownOf(rulings: readonly FirmRuling[]): Required<Known> {
  const stands = standing(rulings);
  const pairs = (kind: FirmRuling['kind']): FirmPair[] =>
    stands.filter((one) => one.kind === kind).map(({ firm, other }) => [firm, other]);
  const formerNames: FormerName[] = pairs('former').map(([name, former]) => ({ name, former }));
  return { formerNames, apart: pairs('apart'), joined: pairs('same') };
}
