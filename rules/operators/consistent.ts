import { formatValue } from '../../core/format-value.ts';
import { mergePlaces } from '../../core/place.ts';
import { isScanned, readFilled } from '../reading/read-field.ts';
import { sameValue } from '../reading/same-value.ts';
import { nameOf, type Scope } from '../scope.ts';
import { allOf } from '../verdict/kleene.ts';
import { type Outcome, outcome, truthOf } from '../verdict/outcome.ts';

/** Every place of the filing that states the field states the same; {value} shows what differs. */
export function consistent(key: string, scope: Scope): Outcome {
  const reading = readFilled(scope, key);
  if (!('field' in reading)) return outcome('unknown', reading.why, reading.evidence);
  const { value, raw, where, conflicts = [] } = reading.field;
  const name = nameOf(scope, key);
  const others = conflicts.map((other) => ({
    ...other,
    verdict: truthOf(sameValue(value, other.value, isScanned(scope, [...where, ...other.where]))),
  }));
  const verdict = allOf(others.map((other) => other.verdict));
  const shown = [formatValue(value, raw), ...others.map((other) => formatValue(other.value, ''))];
  const values = {
    value: {
      zh: [...new Set(shown.map((text) => text.zh))].join('；'),
      en: [...new Set(shown.map((text) => text.en))].join('; '),
    },
  };
  const evidence = mergePlaces([...where, ...others.flatMap((other) => other.where)]);
  const why = {
    pass: { zh: `“${name.zh}”前后一致。`, en: `"${name.en}" is the same throughout.` },
    fail: {
      zh: `“${name.zh}”前后不一致：${values.value.zh}。`,
      en: `"${name.en}" differs: ${values.value.en}.`,
    },
    unknown: {
      zh: `“${name.zh}”各处写法略有不同（${values.value.zh}），请人工核对是否一致。`,
      en: `"${name.en}" is written in slightly different ways (${values.value.en}); please check.`,
    },
  }[verdict];
  return outcome(verdict, why, evidence, values);
}
