import type { Argument } from '../../calls/rule-language/operators.ts';
import { formatValue } from '../../core/format-value.ts';
import type { Text } from '../../core/lang.ts';
import type { Checked } from '../../core/normalise/code.ts';
import { checkCreditCode } from '../../core/normalise/credit-code.ts';
import { checkEmail } from '../../core/normalise/email.ts';
import { checkOrgCode } from '../../core/normalise/org-code.ts';
import { checkPhone } from '../../core/normalise/phone.ts';
import { both } from '../../core/say.ts';
import { isScanned, readField } from '../reading/read-field.ts';
import { nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

type Kind = Argument<'format'>['as'];

const kinds: Readonly<Record<Kind, { readonly name: Text; check(raw: string): Checked }>> = {
  'credit-code': {
    name: { zh: '统一社会信用代码', en: 'unified social credit code' },
    check: checkCreditCode,
  },
  'org-code': { name: { zh: '组织机构代码', en: 'organisation code' }, check: checkOrgOrCredit },
  phone: { name: { zh: '电话号码', en: 'phone number' }, check: checkPhone },
  email: { name: { zh: '电子邮箱', en: 'e-mail address' }, check: checkEmail },
};

/**
 * The field holds a right code, phone or address; blank is not right. What OCR read may have one character
 * wrong, so there a code that fails its check is unknown.
 */
export function format({ field: key, as }: Argument<'format'>, scope: Scope): Outcome {
  const reading = readField(scope, key);
  if (reading.state === 'unknown') return outcome('unknown', reading.why, reading.evidence);
  const { value, raw, where } = reading.field;
  const shown = formatValue(value, raw);
  if (reading.state === 'blank') return outcome('fail', reading.why, where, { value: shown });
  const kind = kinds[as];
  const name = nameOf(scope, key);
  const values = { value: both(raw.trim() === '' ? shown.zh : raw.trim()) };
  const checks = [raw, typeof value === 'string' ? value : raw].map((text) => kind.check(text));
  if (checks.some(({ valid }) => valid)) {
    const why = {
      zh: `“${name.zh}”是有效的${kind.name.zh}。`,
      en: `"${name.en}" is a valid ${kind.name.en}.`,
    };
    return outcome('pass', why, where, values);
  }
  if (isScanned(scope, where)) {
    const why = {
      zh: `扫描件上识别的“${name.zh}”为“${shown.zh}”，校验不符，可能是识别有误，请对照原件核对。`,
      en: `"${name.en}" was read from a scan as "${shown.en}" and fails its check, perhaps misread; compare it with the original.`,
    };
    return outcome('unknown', why, where, values);
  }
  const why = {
    zh: `“${name.zh}”填写的“${shown.zh}”不是有效的${kind.name.zh}。`,
    en: `"${name.en}" says "${shown.en}", which is no valid ${kind.name.en}.`,
  };
  return outcome('fail', why, where, values);
}

/** Since 2015 the unified code stands in the place of the organisation code. */
function checkOrgOrCredit(raw: string): Checked {
  const unified = checkCreditCode(raw);
  return unified.valid ? unified : checkOrgCode(raw);
}
