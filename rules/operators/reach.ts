import { type Argument, type Check, type OperatorName, visit } from '../../calls/rule-language/operators.ts';

/**
 * What an operator has to look at: `filing` the filing's own document and what was found of it; `beyond` what only a run
 * over the batch knows, the office's lists or all files that came with it. A function where its argument says so.
 */
type Reach<K extends OperatorName> = 'filing' | 'beyond' | ((argument: Argument<K>) => 'filing' | 'beyond');

const ofAny = (checks: readonly Check[]) => (checks.some(looksBeyond) ? 'beyond' : 'filing');

/** An operator that does not say what it looks at does not compile. */
const reaches: { readonly [K in OperatorName]: Reach<K> } = {
  all: ofAny,
  any: ofAny,
  not: (check) => ofAny([check]),
  present: 'filing',
  blank: 'filing',
  oneOf: 'filing',
  format: 'filing',
  compare: 'filing',
  date: 'filing',
  ticked: 'filing',
  eachGroup: 'filing',
  someGroupComplete: 'filing',
  section: 'filing',
  annex: 'beyond',
  same: 'filing',
  consistent: 'filing',
  within: 'filing',
  legalPerson: 'filing',
  mentions: 'filing',
  notDenied: 'filing',
  label: 'filing',
  labelAgrees: 'filing',
  awarded: 'filing',
  reapplies: 'filing',
  listed: 'beyond',
  agrees: 'beyond',
  namedAfter: 'beyond',
  met: 'filing',
  person: 'filing',
};

/** Whether a check, or one inside it, looks at more than the filing itself: only a run judges it. */
export function looksBeyond(check: Check): boolean {
  return visit(check, (name, argument) => {
    const reach: Reach<typeof name> = reaches[name];
    return (typeof reach === 'function' ? reach(argument) : reach) === 'beyond';
  });
}
