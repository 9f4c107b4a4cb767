import type { Argument, Check } from '../../calls/rule-language/operators.ts';
import { mergePlaces } from '../../core/place.ts';
import { both, listed } from '../../core/say.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/** How many rules of the pack pass; {count} of them, {right} wanted, {missing} the titles of those that fail. */
export function met(
  { rules: ids, min }: Argument<'met'>,
  { pack }: Scope,
  judge: (check: Check) => Outcome,
): Outcome {
  const parts = pack.rules
    .filter(({ id }) => ids.includes(id))
    .map((rule) => ({ title: rule.title, found: judge(rule.check) }));
  const of = (verdict: Outcome['verdict']) => parts.filter(({ found }) => found.verdict === verdict);
  const [passed, failed, open] = [of('pass'), of('fail'), of('unknown')];
  const lacking = [...failed, ...open].map(({ title }) => title);
  const values = {
    count: both(String(passed.length)),
    left: both(String(passed.length)),
    right: both(String(min)),
    ...(lacking.length > 0 ? { missing: listed(lacking) } : {}),
  };
  const why = {
    zh: `${parts.length}项中符合${passed.length}项${lacking.length > 0 ? `，不符合或待核的是：${listed(lacking).zh}` : ''}。`,
    en: `${passed.length} of ${parts.length} are met${lacking.length > 0 ? `; not met or open: ${listed(lacking).en}` : ''}.`,
  };
  const evidence = mergePlaces(failed.flatMap(({ found }) => found.evidence));
  if (passed.length >= min) return outcome('pass', why, evidence, values);
  return outcome(passed.length + open.length < min ? 'fail' : 'unknown', why, evidence, values);
}
