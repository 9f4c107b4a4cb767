import { parseCompany } from './company-name.ts';
import { isApart, pairsOfOneCore } from './compare.ts';

/**
 * Whether two writings are of one registered name: `true` for the same, `false` when their cores, places or
 * legal forms differ, `undefined` when one leaves its place or form out or writes it otherwise. It asks of the
 * name as it is written; whether two parties are one is for `compareParties`, which forgives a slip.
 */
export function sameCompany(left: string, right: string): boolean | undefined {
  const a = parseCompany(left);
  const b = parseCompany(right);
  if (a.full === '' || b.full === '') return undefined;
  if (a.full === b.full) return true;
  const fitting = pairsOfOneCore(a, b).filter(([here, there]) => !isApart(here, there));
  if (fitting.length === 0 || a.unit !== b.unit) return false;
  return a.form && b.form && a.form !== b.form ? false : undefined;
}
