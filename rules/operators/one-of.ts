import type { Argument } from '../../calls/rule-language/operators.ts';
import { formatValue } from '../../core/format-value.ts';
import { squeeze } from '../../core/normalise/tidy.ts';
import { readFilled } from '../reading/read-field.ts';
import { nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome, truthOf } from '../verdict/outcome.ts';

/** The field holds one of these values; width and spaces do not matter. Blank is unknown. */
export function oneOf({ field: key, values }: Argument<'oneOf'>, scope: Scope): Outcome {
  const reading = readFilled(scope, key);
  if (!('field' in reading)) return outcome('unknown', reading.why, reading.evidence);
  const { value, raw, where } = reading.field;
  const written = Array.isArray(value)
    ? value.filter((item) => typeof item === 'string')
    : [typeof value === 'string' || typeof value === 'number' ? String(value) : raw];
  const wanted = new Set(values.map((one) => squeeze(one)));
  const found = written.some((one) => wanted.has(squeeze(one)));
  const name = nameOf(scope, key);
  const shown = formatValue(value, raw);
  const why = found
    ? { zh: `“${name.zh}”为“${shown.zh}”。`, en: `"${name.en}" is "${shown.en}".` }
    : {
        zh: `“${name.zh}”为“${shown.zh}”，不在${values.join('、')}之列。`,
        en: `"${name.en}" is "${shown.en}", none of ${values.join(', ')}.`,
      };
  return outcome(truthOf(found), why, where, { value: shown });
}
