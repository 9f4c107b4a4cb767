import type { Argument } from '../../calls/rule-language/operators.ts';
import type { Text } from '../../core/lang.ts';
import { partiesIn } from '../../core/parties/party.ts';
import { type Standing, standingOf } from '../../core/parties/standing.ts';
import { both } from '../../core/say.ts';
import { readField, readFilled } from '../reading/read-field.ts';
import { nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * The applicant is a legal person by its name. A branch fails; a unit of another (事业部, 某公司炼铁厂), or a works
 * or centre without a valid code of its own, is for a person to judge.
 */
export function legalPerson({ name: key, code }: Argument<'legalPerson'>, scope: Scope): Outcome {
  const reading = readFilled(scope, key);
  if (!('field' in reading)) return outcome('unknown', reading.why, reading.evidence);
  const { value, raw, where } = reading.field;
  const written = typeof value === 'string' ? value : raw;
  const found = code === undefined ? undefined : readField(scope, code);
  const own = found?.state === 'filled' ? found.field.raw || String(found.field.value) : undefined;
  const standings = partiesIn(written).map((one) => standingOf(one, own));
  const worst = order.find((one) => standings.includes(one)) ?? 'person';
  const label = nameOf(scope, key);
  const said = {
    zh: `“${label.zh}”为“${written}”，${says[worst].zh}`,
    en: `"${label.en}" is "${written}": ${says[worst].en}`,
  };
  const verdict = worst === 'person' ? 'pass' : worst === 'branch' ? 'fail' : 'unknown';
  return outcome(verdict, said, where, { value: both(written) });
}

const order: readonly Standing[] = ['branch', 'unit', 'unclear'];

const says: Readonly<Record<Standing, Text>> = {
  person: { zh: '不是分支机构的名称。', en: 'not the name of a branch.' },
  branch: { zh: '是分支机构，不具有独立法人资格。', en: 'a branch, which is no legal person.' },
  unit: {
    zh: '名称像是其他单位的内设机构或下属单位，请对照营业执照（法人证书）核实是否独立法人。',
    en: 'by its name part of another; check by the licence whether it is a legal person.',
  },
  unclear: {
    zh: '从名称不能确定是否独立法人，且没有有效的统一社会信用代码可以证明，请对照营业执照（法人证书）核实。',
    en: 'the name does not tell whether it is a legal person, and no valid credit code shows it; check by the licence.',
  },
};
