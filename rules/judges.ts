import type { OperatorName } from '../calls/rule-language/operators.ts';
import { agrees } from './operators/agrees.ts';
import { all } from './operators/all.ts';
import { annex } from './operators/annex.ts';
import { any } from './operators/any.ts';
import { awarded } from './operators/awarded.ts';
import { blank } from './operators/blank.ts';
import { compare } from './operators/compare.ts';
import { consistent } from './operators/consistent.ts';
import { date } from './operators/date.ts';
import { eachGroup } from './operators/each-group.ts';
import { format } from './operators/format.ts';
import type { Judge } from './operators/judge.ts';
import { label } from './operators/label.ts';
import { labelAgrees } from './operators/label-agrees.ts';
import { legalPerson } from './operators/legal-person.ts';
import { listed } from './operators/listed.ts';
import { mentions } from './operators/mentions.ts';
import { met } from './operators/met.ts';
import { namedAfter } from './operators/named-after.ts';
import { not } from './operators/not.ts';
import { notDenied } from './operators/not-denied.ts';
import { oneOf } from './operators/one-of.ts';
import { person } from './operators/person.ts';
import { present } from './operators/present.ts';
import { reapplies } from './operators/reapplies.ts';
import { same } from './operators/same.ts';
import { section } from './operators/section.ts';
import { someGroupComplete } from './operators/some-group-complete.ts';
import { ticked } from './operators/ticked.ts';
import { within } from './operators/within.ts';

/** How each operator of the rule language judges a filing. An operator without a judge does not compile. */
export const judges: { readonly [K in OperatorName]: Judge<K> } = {
  present,
  blank,
  oneOf,
  format,
  compare,
  date,
  ticked,
  eachGroup,
  someGroupComplete,
  section,
  annex,
  same,
  consistent,
  within,
  legalPerson,
  mentions,
  notDenied,
  label,
  labelAgrees,
  awarded,
  reapplies,
  listed,
  agrees,
  namedAfter,
  met,
  person,
  all,
  any,
  not,
};
