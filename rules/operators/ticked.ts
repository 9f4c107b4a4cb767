import type { Argument } from '../../calls/rule-language/operators.ts';
import { formatValue } from '../../core/format-value.ts';
import type { Text } from '../../core/lang.ts';
import { squeeze } from '../../core/normalise/tidy.ts';
import { both, listed } from '../../core/say.ts';
import { readTicked } from '../reading/read-field.ts';
import { formFieldOf, nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome, truthOf } from '../verdict/outcome.ts';

/** At least one of `any`, every one of `all` and none of `none` is ticked. No tick at all counts as none. */
export function ticked({ field: key, any, all, none }: Argument<'ticked'>, scope: Scope): Outcome {
  const reading = readTicked(scope, key);
  if (!('ticked' in reading)) return outcome('unknown', reading.why, reading.evidence);
  const on = new Set(reading.ticked.map((text) => squeeze(text)));
  const has = (text: string) => on.has(squeeze(text));
  const lacking = [...(any.length > 0 && !any.some(has) ? any : []), ...all.filter((text) => !has(text))];
  const wrong = none.filter(has);
  const name = nameOf(scope, key);
  const values = {
    value:
      reading.ticked.length === 0 ? { zh: '未勾选', en: 'nothing ticked' } : formatValue(reading.ticked, ''),
    count: both(String(on.size)),
    ...(lacking.length > 0 ? { missing: listed(lacking.map((text) => optionName(scope, key, text))) } : {}),
  };
  const why: Text =
    wrong.length > 0
      ? {
          zh: `“${name.zh}”勾选了${wrong.join('、')}。`,
          en: `${wrong.join(', ')} is ticked in "${name.en}".`,
        }
      : lacking.length > 0
        ? {
            zh: `“${name.zh}”未勾选${lacking.join(all.length > 0 ? '、' : '或')}。`,
            en: `${lacking.join(all.length > 0 ? ', ' : ' or ')} is not ticked in "${name.en}".`,
          }
        : { zh: `“${name.zh}”的勾选符合要求。`, en: `The ticks of "${name.en}" are as required.` };
  return outcome(truthOf(lacking.length === 0 && wrong.length === 0), why, reading.field.where, values);
}

function optionName(scope: Scope, key: string, text: string): Text {
  const field = formFieldOf(scope, key);
  const option = field && 'options' in field ? field.options.find((one) => one.text === text) : undefined;
  return { zh: text, en: option?.en ?? text };
}
