import { explainRule } from '../calls/rule-language/explain.ts';
import type { Pack, PackClause } from '../calls/schema/index.ts';
import type { Text } from '../core/lang.ts';
import { explainBatchRule, weightOfBatchRule } from '../rules/batch/explain.ts';
import { weightWords } from './words.ts';

/** A clause 条款 with what checks it, or why nothing does. */
export interface ClauseRow {
  readonly clause: PackClause;
  readonly checks: readonly ClauseCheck[];
  /** Why no rule checks it; set where `checks` is empty. */
  readonly unruled?: string;
}

export interface ClauseCheck {
  readonly id: string;
  readonly title: Text;
  readonly weight: Text;
  readonly asks: Text;
}

/** Every clause of a call in the notice's order, with its rules (of filings and of batches) in full. */
export function clauseRows(pack: Pack): ClauseRow[] {
  const checks = new Map<string, ClauseCheck>([
    ...pack.rules.map((rule): [string, ClauseCheck] => [
      rule.id,
      { id: rule.id, title: rule.title, weight: weightWords[rule.weight], asks: explainRule(rule, pack) },
    ]),
    ...pack.call.batch.map((rule): [string, ClauseCheck] => [
      rule.id,
      {
        id: rule.id,
        title: rule.title,
        weight: weightWords[weightOfBatchRule(rule)],
        asks: explainBatchRule(rule),
      },
    ]),
  ]);
  return [...pack.clauses.values()].map((clause) => ({
    clause,
    checks: clause.rules.flatMap((id) => checks.get(id) ?? []),
    ...(clause.unruled !== undefined && { unruled: clause.unruled }),
  }));
}
