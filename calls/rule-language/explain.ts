import type { Text } from '../../core/lang.ts';
import type { Explainable } from './explainable.ts';
import { type Check, explain } from './operators.ts';

/** A rule as one sentence: when it applies and what it asks. */
export function explainRule(
  rule: { readonly when?: Check | undefined; readonly check: Check },
  pack: Explainable,
): Text {
  const asked = explain(rule.check, pack);
  if (!rule.when) return { zh: `要求：${asked.zh}。`, en: `Asks: ${asked.en}.` };
  const when = explain(rule.when, pack);
  return { zh: `当${when.zh}时，要求：${asked.zh}。`, en: `When ${when.en}: asks ${asked.en}.` };
}
