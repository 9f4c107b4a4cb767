import { z } from 'zod';
import type { Text } from '../../core/lang.ts';
import type { Explainable } from './explainable.ts';
import type { Operator } from './operator.ts';
import { agrees } from './operators/agrees.ts';
import { annex } from './operators/annex.ts';
import { awarded } from './operators/awarded.ts';
import { blank } from './operators/blank.ts';
import { combining } from './operators/combining.ts';
import { compare } from './operators/compare.ts';
import { consistent } from './operators/consistent.ts';
import { date } from './operators/date.ts';
import { eachGroup } from './operators/each-group.ts';
import { format } from './operators/format.ts';
import { label } from './operators/label.ts';
import { labelAgrees } from './operators/label-agrees.ts';
import { legalPerson } from './operators/legal-person.ts';
import { listed } from './operators/listed.ts';
import { mentions } from './operators/mentions.ts';
import { met } from './operators/met.ts';
import { namedAfter } from './operators/named-after.ts';
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
import type { Ref } from './ref.ts';

/**
 * The operators of the rule language: a closed set that composes freely. A check has one key, the operator's
 * name, and gives pass, fail or unknown. Adding one takes its file in `operators/` and its line here; then
 * nothing compiles until its judge stands in `rules/judges.ts`.
 */
const asking = {
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
};

type Asking = {
  [K in keyof typeof asking]: (typeof asking)[K] extends Operator<infer A> ? A : never;
};

/** What stands behind each operator's name. */
export interface Arguments extends Asking {
  all: Check[];
  any: Check[];
  not: Check;
}
export type OperatorName = keyof Arguments;
export type Argument<K extends OperatorName> = Arguments[K];
export type Check = { [K in OperatorName]: { [Name in K]: Arguments[Name] } }[OperatorName];

export const check: z.ZodType<Check> = z.lazy(() =>
  z.union(Object.entries(operators).map(([name, { schema }]) => z.strictObject({ [name]: schema }))),
) as z.ZodType<unknown> as z.ZodType<Check>;

const operators: { readonly [K in OperatorName]: Operator<Arguments[K]> } = {
  ...asking,
  ...combining<Check>({ check, refsOf: refsOfCheck, explain }),
};

/** Takes a check apart: its one key, and what stands behind it. */
export function visit<R>(
  check: Check,
  take: <K extends OperatorName>(name: K, argument: Arguments[K]) => R,
): R {
  // The schemas are strict, so the first key is the only one; TypeScript does not tie it to its argument.
  const [name] = Object.keys(check) as [OperatorName];
  return take(name, (check as Arguments)[name]);
}

/** Every reference in a check, with its path below `path`. */
export function refsOfCheck(check: Check, path: string): Ref[] {
  return visit(check, (name, argument) => [...operators[name].references(argument, `${path}.${name}`)]);
}

/** A check as a clause without a full stop. */
export function explain(check: Check, pack: Explainable): Text {
  return visit(check, (name, argument) => operators[name].explain(argument, pack));
}
