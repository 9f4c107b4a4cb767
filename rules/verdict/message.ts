import type { Rule } from '../../calls/schema/index.ts';
import type { Text } from '../../core/lang.ts';
import type { Outcome, Values } from './outcome.ts';

/**
 * The sentence of a finding: the rule's own for the verdict with its values filled in; `{why}` is the exact
 * reason as a sentence. Unknown without a
 * sentence of its own says what could not be settled. A sentence with a value that
 * is not there is not shown half filled: why it came so is said instead.
 */
export function fillMessage(rule: Pick<Rule, 'pass' | 'fail' | 'unknown'>, found: Outcome): Text {
  const own = rule[found.verdict];
  if (!own || (found.verdict === 'unknown' && found.quoting)) return found.why;
  const values = { ...found.values, why: found.why };
  const zh = fillOne(own.zh, values, 'zh');
  const en = fillOne(own.en, values, 'en');
  return { zh: zh ?? found.why.zh, en: en ?? found.why.en };
}

function fillOne(
  pattern: string,
  values: Values & { readonly why: Text },
  lang: 'zh' | 'en',
): string | undefined {
  let whole = true;
  const known = new Map(Object.entries(values));
  const text = pattern.replace(/\{(left|right|value|missing|count|why)\}/gu, (_, name: string) => {
    const value = known.get(name);
    if (!value) whole = false;
    return value?.[lang] ?? '';
  });
  return whole ? text : undefined;
}
