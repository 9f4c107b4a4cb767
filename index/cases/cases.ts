import type { Match } from '../../core/judgement.ts';
import type { RepeatCase } from '../../core/outcome.ts';
import { Groups } from './groups.ts';

/**
 * Ten copies are one case: filings joined by a match between them, or by one earlier submission that both
 * repeat. What is for information only joins nothing. A filing on its own is no case.
 */
export function casesOf(
  filings: readonly { readonly id: string; readonly matches: readonly Pick<Match, 'target' | 'verdict'>[] }[],
): RepeatCase[] {
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const known = numbers.get(id) ?? numbers.size;
    numbers.set(id, known);
    return known;
  };
  const groups = new Groups();
  const told = filings.map(({ id, matches }) => ({
    id,
    matches: matches.filter(({ verdict }) => verdict !== 'info'),
  }));
  for (const { id, matches } of told) {
    for (const { target } of matches) groups.join(numberOf(`filing ${id}`), numberOf(keyOf(target)));
  }
  const cases = new Map<number, { filings: Set<string>; earlier: Set<string> }>();
  for (const { id, matches } of told) {
    const group = groups.of(numberOf(`filing ${id}`));
    const one = cases.get(group) ?? { filings: new Set(), earlier: new Set() };
    one.filings.add(id);
    for (const { target } of matches) if (target.type !== 'filing') one.earlier.add(target.id);
    cases.set(group, one);
  }
  return [...cases.values()]
    .filter((one) => one.filings.size > 1)
    .map((one) => ({ filings: [...one.filings], earlier: [...one.earlier] }));
}

const keyOf = ({ type, id }: Match['target']) => `${type} ${id}`;
