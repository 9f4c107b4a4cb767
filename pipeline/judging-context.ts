import type { Match } from '../core/judgement.ts';
import { matchList } from '../index/listed/match-list.ts';
import type { OfficeList } from '../lists/office/office-list.ts';
import type { BatchContext } from '../rules/batch/judge-batch.ts';
import type { JudgeContext } from '../rules/evaluate.ts';
import { type Assembled, companionsOf } from './grouping/assemble.ts';
import { isWhole } from './grouping/is-whole.ts';
import type { ScreenOptions } from './screen.ts';

export type MatchedLists = NonNullable<BatchContext['lists']>;

/** Whose row is whose in each list that was given. */
export function matchLists(assembled: readonly Assembled[], { lists, pack }: ScreenOptions): MatchedLists {
  const filings = assembled.flatMap(({ draft }) => draft.filing ?? []);
  const matched = (list: OfficeList) => ({ list, match: matchList(list, filings, pack) });
  return {
    ...(lists?.summary ? { summary: matched(lists.summary) } : {}),
    ...(lists?.registry ? { registry: matched(lists.registry) } : {}),
  };
}

function listedIn(lists: MatchedLists, id: string): NonNullable<JudgeContext['lists']> {
  const [summary, registry] = [lists.summary, lists.registry].map((one) => one?.match.listed.get(id));
  return { ...(summary ? { summary } : {}), ...(registry ? { registry } : {}) };
}

/** What the rules may look at beside a filing itself. */
export function contextOf(
  assembled: Assembled,
  matches: readonly Match[],
  lists: MatchedLists,
  { pack, asOf, awards, complete = false, strays }: ScreenOptions & { readonly strays: boolean },
): JudgeContext {
  const context: JudgeContext = {
    asOf,
    classifications: assembled.draft.classification,
    matches,
    awardsChecked: awards !== undefined,
    companions: companionsOf(assembled),
    lists: listedIn(lists, assembled.draft.read.id),
    ...(assembled.package ? { package: assembled.package } : {}),
  };
  return { ...context, companionsComplete: !strays && isWhole(assembled, pack, context, complete) };
}
