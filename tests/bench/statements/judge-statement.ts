import type { Pack, Rule } from '../../../calls/schema/index.ts';
import type { Finding } from '../../../core/judgement.ts';
import { openEntailment } from '../../../language-model/entailment/open-entailment.ts';
import { judgeRule } from '../../../rules/evaluate.ts';
import { type Entailment, judgeEntailed } from '../../../rules/reading/entailment.ts';
import { bareContext, filingOf } from '../../../rules/testing.ts';
import type { Condition } from './read-conditions.ts';

/** What the filing's other chapters say: nothing that any condition asks for. */
const neutral = '本章按通知要求编写，内容真实，相关材料由专人整理归档。';

/** The finding on a filing whose one chapter holds the statement, everything else being sound. */
export async function judgeStatement(text: string, condition: Condition, pack: Pack): Promise<Finding> {
  const sections: Record<string, string[]> = {};
  for (const field of pack.form.fields) {
    if (field.type === 'section') sections[field.key] = [neutral];
  }
  sections[condition.in] = [text];
  const filing = filingOf({ sections, fields: condition.fields });
  const rule = ruleOf(condition, pack);
  const judges = [
    (entails: Entailment) => judgeRule(rule, { pack, filing, context: { ...bareContext, entails } }),
  ];
  const [finding] = await judgeEntailed(judges, await openEntailment());
  if (!finding) throw new Error(`no finding of ${rule.id}`);
  return finding;
}

function ruleOf({ rule: id, check }: Condition, pack: Pack): Rule {
  const own = pack.rules.find((rule) => rule.id === id);
  const base = own ?? pack.rules[0];
  if (!base || (id !== undefined && !own)) throw new Error(`no rule ${id} in ${pack.call.id}`);
  // The direction a rule is for is another question, so `when` is left out.
  const { when: _when, because: _because, ...rest } = base;
  if (check === undefined) return rest;
  const { unknown: _unknown, ...bare } = rest;
  const said = { zh: '{why}', en: '{why}' };
  return { ...bare, id: 'own-check', consequence: 'mend', check, pass: said, fail: said };
}
