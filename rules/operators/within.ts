import type { Argument } from '../../calls/rule-language/operators.ts';
import { formatValue } from '../../core/format-value.ts';
import { isWithin } from '../../core/normalise/region.ts';
import { readFilled } from '../reading/read-field.ts';
import { formFieldOf, nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * A region, address or company name lies in a province or city. A company's name may tell another place than
 * its seat, so a name from elsewhere is unknown; an address from elsewhere fails.
 */
export function within({ field: key, region }: Argument<'within'>, scope: Scope): Outcome {
  const reading = readFilled(scope, key);
  if (!('field' in reading)) return outcome('unknown', reading.why, reading.evidence);
  const { value, raw, where } = reading.field;
  const text = typeof value === 'string' ? value : raw;
  const shown = formatValue(value, raw);
  const name = nameOf(scope, key);
  const inside = isWithin(text, region);
  const values = { value: shown };
  if (inside) {
    const why = {
      zh: `“${name.zh}”（${shown.zh}）属于${region}。`,
      en: `"${name.en}" (${shown.en}) is in ${region}.`,
    };
    return outcome('pass', why, where, values);
  }
  if (inside === false && !isName(scope, key)) {
    const why = {
      zh: `“${name.zh}”（${shown.zh}）不属于${region}。`,
      en: `"${name.en}" (${shown.en}) is not in ${region}.`,
    };
    return outcome('fail', why, where, values);
  }
  const why = {
    zh: `从“${name.zh}”（${shown.zh}）不能确定是否属于${region}，请人工核对。`,
    en: `"${name.en}" (${shown.en}) does not tell whether it is in ${region}; please check.`,
  };
  return outcome('unknown', why, where, values);
}

function isName(scope: Scope, key: string): boolean {
  const field = formFieldOf(scope, key);
  return field?.role === 'applicant' || field?.role === 'recommending-unit';
}
