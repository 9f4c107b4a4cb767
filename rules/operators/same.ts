import { formatValue } from '../../core/format-value.ts';
import { mergePlaces } from '../../core/place.ts';
import { convert } from '../reading/quantity.ts';
import { isScanned, readFilled } from '../reading/read-field.ts';
import { sameValue } from '../reading/same-value.ts';
import { nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome, truthOf } from '../verdict/outcome.ts';

/** Two fields hold the same value; amounts are compared in one unit. */
export function same(keys: readonly [string, string], scope: Scope): Outcome {
  const [a, b] = [readFilled(scope, keys[0]), readFilled(scope, keys[1])];
  if (!('field' in a)) return outcome('unknown', a.why, a.evidence);
  if (!('field' in b)) return outcome('unknown', b.why, b.evidence);
  const evidence = mergePlaces([...a.field.where, ...b.field.where]);
  const right =
    typeof b.field.value === 'number' ? convert(b.field.value, b.field.unit, a.field.unit) : b.field.value;
  const verdict = truthOf(sameValue(a.field.value, right, isScanned(scope, evidence)));
  const values = {
    left: formatValue(a.field.value, a.field.raw),
    right: formatValue(b.field.value, b.field.raw),
  };
  const [first, second] = [nameOf(scope, keys[0]), nameOf(scope, keys[1])];
  const said = {
    zh: `“${first.zh}”为“${values.left.zh}”，“${second.zh}”为“${values.right.zh}”`,
    en: `"${first.en}" is "${values.left.en}" and "${second.en}" is "${values.right.en}"`,
  };
  const end = {
    pass: { zh: '，两者一致。', en: ': they agree.' },
    fail: { zh: '，两者不一致。', en: ': they differ.' },
    unknown: { zh: '，是否一致请人工核对。', en: ': please check whether they mean the same.' },
  }[verdict];
  return outcome(verdict, { zh: said.zh + end.zh, en: said.en + end.en }, evidence, {
    ...values,
    value: { zh: `${values.left.zh}；${values.right.zh}`, en: `${values.left.en}; ${values.right.en}` },
  });
}
