import type { Check, Pack, Rule } from '../calls/schema/index.ts';
import type { Filing } from '../core/filing.ts';
import type { Finding } from '../core/judgement.ts';
import { clauseOf } from './clause-of.ts';
import { fillMessage } from './message.ts';
import { agrees } from './operators/agrees.ts';
import { all } from './operators/all.ts';
import { annex } from './operators/annex.ts';
import { any } from './operators/any.ts';
import { awarded } from './operators/awarded.ts';
import { blank } from './operators/blank.ts';
import { compare } from './operators/compare.ts';
import { consistent } from './operators/consistent.ts';
import { date } from './operators/date.ts';
import { eachGroup } from './operators/each-group.ts';
import { format } from './operators/format.ts';
import { label } from './operators/label.ts';
import { labelAgrees } from './operators/label-agrees.ts';
import { listed } from './operators/listed.ts';
import { mentions } from './operators/mentions.ts';
import { met } from './operators/met.ts';
import { namedAfter } from './operators/named-after.ts';
import { not } from './operators/not.ts';
import { oneOf } from './operators/one-of.ts';
import { person } from './operators/person.ts';
import { present } from './operators/present.ts';
import { reapplies } from './operators/reapplies.ts';
import { same } from './operators/same.ts';
import { section } from './operators/section.ts';
import { someGroupComplete } from './operators/some-group-complete.ts';
import { ticked } from './operators/ticked.ts';
import { within } from './operators/within.ts';
import type { Outcome } from './outcome.ts';
import type { JudgeContext, Scope } from './scope.ts';

export type { JudgeContext } from './scope.ts';

/** Judges a filing by every rule of its pack, in the pack's order. */
export function judge(pack: Pack, filing: Filing, context: JudgeContext): Finding[] {
  const scope: Scope = { pack, filing, context };
  return pack.rules.map((rule) => judgeRule(rule, scope));
}

/** The finding of one rule. It does not apply when its `when` fails; `when` unknown leaves it open. */
export function judgeRule(rule: Rule, scope: Scope): Finding {
  const { id, title, consequence } = rule;
  const base = { rule: id, title, consequence, clause: clauseOf(scope.pack.clauses, rule.clause) };
  const when = rule.when && evaluate(rule.when, scope);
  if (when?.verdict === 'fail') {
    const message = {
      zh: `本条不适用：${when.why.zh}`,
      en: `Does not apply: ${when.why.en}`,
    };
    return { ...base, verdict: 'not-applicable', message, evidence: when.evidence };
  }
  if (when?.verdict === 'unknown') {
    const message = {
      zh: `不能确定本条是否适用：${when.why.zh}`,
      en: `It is open whether this applies: ${when.why.en}`,
    };
    return { ...base, verdict: 'unknown', ...manualOf(when), message, evidence: when.evidence };
  }
  const found = withoutSilentFail(rule, evaluate(rule.check, scope));
  const { verdict, evidence } = found;
  return { ...base, verdict, ...manualOf(found), message: fillMessage(rule, found), evidence };
}

/**
 * What fails only because the text uses other words, or few, is open: a person reads the text. A remark stands, since
 * it holds nobody up.
 */
function withoutSilentFail(rule: Rule, found: Outcome): Outcome {
  if (rule.consequence === 'remark' || found.verdict !== 'fail' || !found.silent) return found;
  const why = {
    zh: `申报内容中${found.why.zh.replace(/。$/u, '')}，请人工核对是否已写清楚（可能用了其他说法）。`,
    en: `${found.why.en} Please check whether the text says it all the same.`,
  };
  return { ...found, verdict: 'unknown', why };
}

/** What a check comes to for one filing. */
export function evaluate(check: Check, scope: Scope): Outcome {
  if ('present' in check) return present(check.present, scope);
  if ('blank' in check) return blank(check.blank, scope);
  if ('oneOf' in check) return oneOf(check.oneOf, scope);
  if ('format' in check) return format(check.format, scope);
  if ('compare' in check) return compare(check.compare, scope);
  if ('date' in check) return date(check.date, scope);
  if ('ticked' in check) return ticked(check.ticked, scope);
  if ('eachGroup' in check) return eachGroup(check.eachGroup, scope);
  if ('someGroupComplete' in check) return someGroupComplete(check.someGroupComplete, scope);
  if ('section' in check) return section(check.section, scope);
  if ('annex' in check) return annex(check.annex, scope);
  if ('same' in check) return same(check.same, scope);
  if ('consistent' in check) return consistent(check.consistent, scope);
  if ('within' in check) return within(check.within, scope);
  if ('mentions' in check) return mentions(check.mentions, scope);
  if ('label' in check) return label(check.label, scope);
  if ('labelAgrees' in check) return labelAgrees(check.labelAgrees, scope);
  if ('awarded' in check) return awarded(check.awarded, scope);
  if ('reapplies' in check) return reapplies(scope);
  if ('listed' in check) return listed(check.listed, scope);
  if ('agrees' in check) return agrees(check.agrees, scope);
  if ('namedAfter' in check) return namedAfter(check.namedAfter, scope);
  if ('met' in check) return met(check.met, scope, (rule) => evaluate(rule.check, scope));
  if ('person' in check) return person(check.person);
  if ('all' in check) return all(check.all.map((part) => evaluate(part, scope)));
  if ('any' in check) return any(check.any.map((part) => evaluate(part, scope)));
  if ('not' in check) return not(evaluate(check.not, scope));
  const rest: never = check;
  return rest;
}

function manualOf({ verdict, manual }: Outcome): { manual?: true } {
  return verdict === 'unknown' && manual ? { manual } : {};
}
