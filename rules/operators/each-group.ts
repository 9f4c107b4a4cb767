import type { Argument } from '../../calls/rule-language/operators.ts';
import { both, listed } from '../../core/say.ts';
import { readTicked } from '../reading/read-field.ts';
import { nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome, truthOf } from '../verdict/outcome.ts';
import { tickGroups } from './groups.ts';

/** Each sub-group has at least so many ticks; {missing} names those that have not. */
export function eachGroup({ field: key, min, groups }: Argument<'eachGroup'>, scope: Scope): Outcome {
  const reading = readTicked(scope, key);
  if (!('ticked' in reading)) return outcome('unknown', reading.why, reading.evidence);
  const found = tickGroups(scope, key, groups, reading.ticked);
  const lacking = found.filter((group) => group.ticked.length < min).map((group) => group.name);
  const name = nameOf(scope, key);
  const values = {
    count: both(String(found.length - lacking.length)),
    ...(lacking.length > 0 ? { missing: listed(lacking.map(both)) } : {}),
  };
  const why =
    lacking.length === 0
      ? { zh: `“${name.zh}”各方面均有勾选。`, en: `Every group of "${name.en}" has ticks.` }
      : {
          zh: `“${name.zh}”中${lacking.join('、')}勾选少于${min}项。`,
          en: `Fewer than ${min} ticked in ${lacking.join(', ')} of "${name.en}".`,
        };
  return outcome(truthOf(lacking.length === 0), why, reading.field.where, values);
}
