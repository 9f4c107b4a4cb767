import type { Num } from '../../calls/rule-language/num.ts';
import { explainNum } from '../../calls/rule-language/num.ts';
import type { Comparison } from '../../calls/rule-language/operators/compare.ts';
import { comparisons } from '../../calls/rule-language/operators/compare.ts';
import type { Argument } from '../../calls/rule-language/operators.ts';
import { formatNumber } from '../../core/format-value.ts';
import type { Text } from '../../core/lang.ts';
import { mergePlaces } from '../../core/place.ts';
import { both } from '../../core/say.ts';
import { evaluateNum } from '../reading/num.ts';
import { convert, type Known, type Quantity } from '../reading/quantity.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome, truthOf } from '../verdict/outcome.ts';

/** Compares two numbers in one unit. A number that is only known to be at least something may settle it. */
export function compare({ left, op, right, tolerance }: Argument<'compare'>, scope: Scope): Outcome {
  const a = evaluateNum(left, scope);
  const b = inUnitOf(evaluateNum(right, scope), a);
  const evidence = mergePlaces([...a.evidence, ...b.evidence]);
  const values = {
    ...(a.known ? { left: both(formatNumber(a.value)), count: both(formatNumber(a.value)) } : {}),
    ...(b.known ? { right: both(formatNumber(b.value)) } : {}),
  };
  if (a.known && b.known) {
    const doubt = doubtOf(a, b, (left, right) => holds(left, op, right, tolerance));
    if (doubt) return { ...outcome('unknown', doubt, evidence, values), quoting: true };
    const good = holds(a.range?.least ?? a.value, op, b.range?.least ?? b.value, tolerance);
    const unsound = [a, b].find((one) => one.unsound);
    if (good && unsound)
      return { ...outcome('unknown', sayUnsound(unsound), evidence, values), quoting: true };
    const verdict = truthOf(good);
    return outcome(verdict, sayWhy(left, a.value, op, right, verdict === 'pass', scope), evidence, values);
  }
  const settled = settledByLeast(a, op, b);
  const whys = [a, b].flatMap((one) => (one.known ? [] : [one.why]));
  const [why = { zh: '数值不明。', en: 'The number is not known.' }] = whys;
  if (settled === undefined) {
    const open = outcome('unknown', why, evidence, values);
    return [a, b].some((one) => !one.known && one.quoted) ? { ...open, quoting: true } : open;
  }
  const least = !a.known && a.atLeast !== undefined ? formatNumber(a.atLeast) : undefined;
  const shown =
    least === undefined ? values : { ...values, left: { zh: `至少${least}`, en: `at least ${least}` } };
  return outcome(truthOf(settled), why, evidence, shown);
}

/** Why two numbers settle nothing: told roughly around the limit, or told twice on both sides of it. */
function doubtOf(a: Known, b: Known, hold: (left: number, right: number) => boolean): Text | undefined {
  const ends = ({ value, range, rival }: Known) => [
    ...(range ? [range.least, range.most] : [value]),
    ...(rival ? [rival.least, rival.most] : []),
  ];
  const results = new Set(ends(a).flatMap((left) => ends(b).map((right) => hold(left, right))));
  if (results.size < 2) return undefined;
  const quotes = [...new Set([...(a.quotes ?? []), ...(b.quotes ?? [])])];
  const zh = quotes.map((quote) => `“${quote}”`).join('；');
  const en = quotes.map((quote) => `"${quote}"`).join('; ');
  const rivals = a.rival !== undefined || b.rival !== undefined;
  return rivals
    ? {
        zh: `材料对数量的说法不一致（${zh}），请人工核对。`,
        en: `The text tells the number in ways that do not agree (${en}); please check.`,
      }
    : {
        zh: `数量只是约数，不能确定是否达到（${zh}），请人工核对。`,
        en: `The number is only told roughly and does not settle it (${en}); please check.`,
      };
}

function sayUnsound({ quotes = [] }: Known): Text {
  return {
    zh: `所写数量达到要求，但上下文的说法不像已经如此（“${quotes[0] ?? ''}”），请人工核对。`,
    en: `The number would do, but the passage does not read as if it were so ("${quotes[0] ?? ''}"); please check.`,
  };
}

function sayWhy(left: Num, value: number, op: Comparison, right: Num, good: boolean, { pack }: Scope): Text {
  const [name, limit, word] = [explainNum(left, pack), explainNum(right, pack), comparisons[op]];
  const number = formatNumber(value);
  return good
    ? {
        zh: `${name.zh}为${number}，${word.zh}${limit.zh}。`,
        en: `${name.en}: ${number}${word.en}${limit.en}.`,
      }
    : {
        zh: `${name.zh}为${number}，不符合“${word.zh}${limit.zh}”。`,
        en: `${name.en}: it is not true that ${number}${word.en}${limit.en}.`,
      };
}

/** Whether `left op right`; values whose relative difference is within the tolerance are equal. */
export function holds(left: number, op: Comparison, right: number, tolerance = 0): boolean {
  const near =
    Math.abs(left - right) <= Math.max(tolerance, 1e-9) * Math.max(Math.abs(left), Math.abs(right));
  switch (op) {
    case '>=':
      return left > right || near;
    case '<=':
      return left < right || near;
    case '>':
      return left > right && !near;
    case '<':
      return left < right && !near;
    case '=':
      return near;
    case '!=':
      return !near;
  }
}

function settledByLeast(a: Quantity, op: Comparison, b: Quantity): boolean | undefined {
  if (a.known || a.atLeast === undefined || !b.known) return undefined;
  if (op === '>=' && a.atLeast >= b.value) return true;
  if (op === '>' && a.atLeast > b.value) return true;
  if (op === '<=' && a.atLeast > b.value) return false;
  if (op === '<' && a.atLeast >= b.value) return false;
  if (op === '=' && a.atLeast > b.value) return false;
  return op === '!=' && a.atLeast > b.value ? true : undefined;
}

function inUnitOf(quantity: Quantity, other: Quantity): Quantity {
  if (!quantity.known || quantity.unit === undefined || other.unit === undefined) return quantity;
  return { ...quantity, value: convert(quantity.value, quantity.unit, other.unit), unit: other.unit };
}
