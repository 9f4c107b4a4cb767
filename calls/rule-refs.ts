import type { FieldType } from './schema/form.ts';
import type { Check, Num, Point } from './schema/rule.ts';

/** Something that a rule names and that another part of the pack must hold. */
export type Ref =
  | {
      readonly kind: 'field';
      readonly path: string;
      readonly key: string;
      readonly types?: readonly FieldType[];
    }
  | { readonly kind: 'year'; readonly path: string; readonly key: string; readonly year: number | undefined }
  | { readonly kind: 'group' | 'option'; readonly path: string; readonly key: string; readonly name: string }
  | { readonly kind: 'annex'; readonly path: string; readonly key: string }
  | { readonly kind: 'label'; readonly path: string; readonly scheme: string; readonly name: string }
  | { readonly kind: 'rule'; readonly path: string; readonly rule: string }
  | { readonly kind: 'scheme'; readonly path: string; readonly scheme: string }
  | { readonly kind: 'must-reapply'; readonly path: string }
  | { readonly kind: 'deadline'; readonly path: string; readonly level: string };

const numbers: readonly FieldType[] = ['count', 'amount', 'percent', 'years'];
const dates: readonly FieldType[] = ['date', 'month', 'span'];
const ticked: readonly FieldType[] = ['ticks', 'choice'];
const long: readonly FieldType[] = ['section', 'long-text'];

/** Every reference in a check, with its path below `path`. */
export function* refsOfCheck(check: Check, path: string): Generator<Ref> {
  if ('all' in check || 'any' in check) {
    const [name, parts] = 'all' in check ? (['all', check.all] as const) : (['any', check.any] as const);
    for (const [i, part] of parts.entries()) yield* refsOfCheck(part, `${path}.${name}[${i}]`);
  } else if ('not' in check) yield* refsOfCheck(check.not, `${path}.not`);
  else if ('present' in check) yield { kind: 'field', path: `${path}.present`, key: check.present };
  else if ('blank' in check) yield { kind: 'field', path: `${path}.blank`, key: check.blank };
  else if ('oneOf' in check) yield { kind: 'field', path: `${path}.oneOf.field`, key: check.oneOf.field };
  else if ('format' in check) yield { kind: 'field', path: `${path}.format.field`, key: check.format.field };
  else if ('compare' in check) {
    yield* refsOfNum(check.compare.left, `${path}.compare.left`);
    yield* refsOfNum(check.compare.right, `${path}.compare.right`);
  } else if ('date' in check) {
    yield* refsOfPoint(check.date.left, `${path}.date.left`);
    yield* refsOfPoint(check.date.right, `${path}.date.right`);
  } else if ('ticked' in check) {
    const { field: key, any, all, none } = check.ticked;
    yield { kind: 'field', path: `${path}.ticked.field`, key, types: ticked };
    for (const [list, names] of Object.entries({ any, all, none })) {
      for (const [i, name] of names.entries()) {
        yield { kind: 'option', path: `${path}.ticked.${list}[${i}]`, key, name };
      }
    }
  } else if ('eachGroup' in check) yield* refsOfGroups(check.eachGroup, `${path}.eachGroup`);
  else if ('someGroupComplete' in check)
    yield* refsOfGroups(check.someGroupComplete, `${path}.someGroupComplete`);
  else if ('section' in check)
    yield { kind: 'field', path: `${path}.section.field`, key: check.section.field, types: long };
  else if ('annex' in check) yield { kind: 'annex', path: `${path}.annex`, key: check.annex };
  else if ('same' in check) yield* refsOfKeys(check.same, `${path}.same`);
  else if ('consistent' in check) yield { kind: 'field', path: `${path}.consistent`, key: check.consistent };
  else if ('within' in check) yield { kind: 'field', path: `${path}.within.field`, key: check.within.field };
  else if ('mentions' in check) yield* refsOfKeys(check.mentions.in, `${path}.mentions.in`);
  else if ('agrees' in check) yield* refsOfKeys(check.agrees.fields, `${path}.agrees.fields`);
  else if ('namedAfter' in check) yield { kind: 'field', path: `${path}.namedAfter`, key: check.namedAfter };
  else if ('reapplies' in check) yield { kind: 'must-reapply', path: `${path}.reapplies` };
  else if ('met' in check) {
    for (const [i, rule] of check.met.rules.entries())
      yield { kind: 'rule', path: `${path}.met.rules[${i}]`, rule };
  } else if ('labelAgrees' in check)
    yield { kind: 'scheme', path: `${path}.labelAgrees`, scheme: check.labelAgrees };
  else if ('label' in check) {
    for (const [i, name] of check.label.is.entries()) {
      yield { kind: 'label', path: `${path}.label.is[${i}]`, scheme: check.label.scheme, name };
    }
  }
}

function* refsOfNum(num: Num, path: string): Generator<Ref> {
  if (typeof num === 'number') return;
  if ('field' in num) {
    yield { kind: 'field', path: `${path}.field`, key: num.field, types: numbers };
    yield { kind: 'year', path, key: num.field, year: num.year };
  } else if ('sum' in num || 'ratio' in num) {
    const [name, parts] = 'sum' in num ? (['sum', num.sum] as const) : (['ratio', num.ratio] as const);
    for (const [i, part] of parts.entries()) yield* refsOfNum(part, `${path}.${name}[${i}]`);
  } else if ('ticks' in num) {
    yield { kind: 'field', path: `${path}.ticks.field`, key: num.ticks.field, types: ticked };
    if (num.ticks.group !== undefined)
      yield { kind: 'group', path: `${path}.ticks.group`, key: num.ticks.field, name: num.ticks.group };
  } else if ('rows' in num) yield { kind: 'field', path: `${path}.rows`, key: num.rows, types: ['table'] };
  else if ('words' in num) yield* refsOfKeys(num.words.of, `${path}.words.of`);
  else yield* refsOfKeys(num.stated.in, `${path}.stated.in`);
}

function* refsOfPoint(point: Point, path: string): Generator<Ref> {
  if ('field' in point) yield { kind: 'field', path: `${path}.field`, key: point.field, types: dates };
  else if ('deadline' in point) yield { kind: 'deadline', path: `${path}.deadline`, level: point.deadline };
}

function* refsOfGroups(
  { field: key, groups }: { readonly field: string; readonly groups: readonly string[] },
  path: string,
): Generator<Ref> {
  yield { kind: 'field', path: `${path}.field`, key, types: ticked };
  for (const [i, name] of groups.entries()) yield { kind: 'group', path: `${path}.groups[${i}]`, key, name };
}

function* refsOfKeys(keys: readonly string[], path: string): Generator<Ref> {
  for (const [i, key] of keys.entries()) yield { kind: 'field', path: `${path}[${i}]`, key };
}
