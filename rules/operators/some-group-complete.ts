import type { Argument } from '../../calls/rule-language/operators.ts';
import { both, listed } from '../../core/say.ts';
import { readTicked } from '../reading/read-field.ts';
import { nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';
import { tickGroups } from './groups.ts';

/** At least one sub-group has every option ticked; else {missing} names what the fullest one lacks. */
export function someGroupComplete(
  { field: key, groups }: Argument<'someGroupComplete'>,
  scope: Scope,
): Outcome {
  const reading = readTicked(scope, key);
  if (!('ticked' in reading)) return outcome('unknown', reading.why, reading.evidence);
  const found = tickGroups(scope, key, groups, reading.ticked).filter((group) => group.options.length > 0);
  const complete = found.filter((group) => group.ticked.length === group.options.length);
  const name = nameOf(scope, key);
  const { where } = reading.field;
  if (complete.length > 0) {
    const names = complete.map((group) => group.name);
    const why = {
      zh: `“${name.zh}”中${names.join('、')}已全部勾选。`,
      en: `All of ${names.join(', ')} in "${name.en}" is ticked.`,
    };
    return outcome('pass', why, where, { count: both(String(names.length)), value: listed(names.map(both)) });
  }
  const [fullest] = found.toSorted(
    (a, b) => b.ticked.length / b.options.length - a.ticked.length / a.options.length,
  );
  const lacking = fullest?.options.filter((text) => !fullest.ticked.includes(text)) ?? [];
  const why = {
    zh: `“${name.zh}”没有一个方向全部勾选${fullest ? `，最接近的${fullest.name}还缺${lacking.join('、')}` : ''}。`,
    en: `No group of "${name.en}" is complete${fullest ? `; ${fullest.name} lacks ${lacking.join(', ')}` : ''}.`,
  };
  return outcome('fail', why, where, {
    count: both('0'),
    ...(lacking.length > 0 ? { missing: listed(lacking.map(both)) } : {}),
  });
}
