import { type Check, visit } from '../calls/rule-language/operators.ts';
import type { Pack, Rule } from '../calls/schema/index.ts';
import type { Filing } from '../core/filing.ts';
import type { Finding } from '../core/judgement.ts';
import { judges } from './judges.ts';
import type { Entailment } from './reading/entailment.ts';
import type { JudgeContext, Scope } from './scope.ts';
import { clauseOf } from './verdict/clause-of.ts';
import { fillMessage } from './verdict/message.ts';
import type { Outcome } from './verdict/outcome.ts';

export type { JudgeContext } from './scope.ts';

/** Judges a filing by every rule of its pack, in the pack's order. */
export function judge(pack: Pack, filing: Filing, context: JudgeContext): Finding[] {
  return judgesOf(pack, filing, context).map((judgeBy) => judgeBy());
}

/** A judge of a filing for each rule of its pack, in the pack's order. */
export function judgesOf(
  pack: Pack,
  filing: Filing,
  context: JudgeContext,
): ((entails?: Entailment) => Finding)[] {
  return pack.rules.map((rule) => (entails) => {
    const informed = entails ? { ...context, entails } : context;
    return judgeRule(rule, { pack, filing, context: informed });
  });
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
  return visit(check, (name, argument) => judges[name](argument, scope, (part) => evaluate(part, scope)));
}

function manualOf({ verdict, manual }: Outcome): { manual?: true } {
  return verdict === 'unknown' && manual ? { manual } : {};
}
