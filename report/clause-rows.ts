import { explainRule } from '../calls/rule-language/explain.ts';
import type { BatchRule, Pack, PackClause, Rule } from '../calls/schema/index.ts';
import type { Lang, Text } from '../core/lang.ts';
import { explainBatchRule } from '../rules/batch/explain.ts';
import { consequenceWords } from './words.ts';

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
  readonly consequence: Text;
  /** Why it is this consequence, where the clause does not say so itself. */
  readonly because?: Text;
  readonly asks: Text;
}

/** Every clause of a call in the notice's order, with its rules (of filings and of batches) in full. */
export function clauseRows(pack: Pack): ClauseRow[] {
  const checks = new Map<string, ClauseCheck>([
    ...pack.rules.map((rule): [string, ClauseCheck] => [
      rule.id,
      { ...saidOf(rule), asks: explainRule(rule, pack) },
    ]),
    ...pack.call.batch.map((rule): [string, ClauseCheck] => [
      rule.id,
      { ...saidOf(rule), asks: explainBatchRule(rule) },
    ]),
  ]);
  return [...pack.clauses.values()].map((clause) => ({
    clause,
    checks: clause.rules.flatMap((id) => checks.get(id) ?? []),
    ...(clause.unruled !== undefined && { unruled: clause.unruled }),
  }));
}

function saidOf({ id, title, consequence, because }: Rule | BatchRule): Omit<ClauseCheck, 'asks'> {
  return { id, title, consequence: consequenceWords[consequence], ...(because && { because }) };
}

/** The consequence of a rule with its reason: 补正：理由. */
export function sayConsequence({ consequence, because }: ClauseCheck, lang: Lang): string {
  if (!because) return consequence[lang];
  return `${consequence[lang]}${lang === 'zh' ? '：' : ': '}${because[lang]}`;
}
