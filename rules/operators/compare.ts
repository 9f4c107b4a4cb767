import type { Num } from '../../calls/rule-language/num.ts';
import { explainNum } from '../../calls/rule-language/num.ts';
import type { Comparison } from '../../calls/rule-language/operators/compare.ts';
import { comparisons } from '../../calls/rule-language/operators/compare.ts';
import type { Argument } from '../../calls/rule-language/operators.ts';
import { formatNumber } from '../../core/format-value.ts';
import type { Text } from '../../core/lang.ts';
import { mergePlaces } from '../../core/place.ts';
import { both } from '../../core/say.ts';
import { type Bearing, isBorneOut, isSpokenFor, isUnborne } from '../reading/borne-out.ts';
import { evaluateNum } from '../reading/num.ts';
import { type Heard, inUnit, type Known, type Quantity, type Unknown } from '../reading/quantity.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome, truthOf } from '../verdict/outcome.ts';

/** Words of the filing with their places. */
type Said = Pick<Heard, 'quote' | 'evidence'>;

/** Compares two numbers in one unit. A number that is only known to be at least something may settle it. */
export function compare({ left, op, right, tolerance }: Argument<'compare'>, scope: Scope): Outcome {
  const a = evaluateNum(left, scope);
  const b = inUnitOf(evaluateNum(right, scope), a);
  const evidence = mergePlaces([...a.evidence, ...b.evidence]);
  const values = {
    ...(a.known ? { left: both(formatNumber(a.value)), count: both(formatNumber(a.value)) } : {}),
    ...(b.known ? { right: both(formatNumber(b.value)) } : {}),
  };
  const heard = metByEar(a, op, b, tolerance) ?? metByBearing(a, op);
  if (!a.known && heard) return outcome('pass', sayHeard(heard, op, right, scope), heard.evidence, values);
  if (!a.known) return unlessSettled(outcome('unknown', a.why, evidence, values), a, op, b, tolerance);
  if (!b.known) {
    const open = outcome('unknown', b.why, evidence, values);
    return b.quoted ? { ...open, quoting: true } : open;
  }
  const doubt = doubtOf(a, b, (left, right) => holds(left, op, right, tolerance));
  if (doubt && heard) return outcome('pass', sayHeard(heard, op, right, scope), heard.evidence, values);
  if (doubt) return { ...outcome('unknown', doubt, evidence, values), quoting: true };
  const good = holds(a.range?.least ?? a.value, op, b.range?.least ?? b.value, tolerance);
  const unsound = [a, b].find((one) => one.unsound || isUnborne(one.bearing));
  if (good && unsound) return { ...outcome('unknown', sayUnsound(unsound), evidence, values), quoting: true };
  const borne = good || !isSpokenFor(a.bearing) ? undefined : saidBy(a.bearing, op);
  if (borne)
    return { ...outcome('unknown', sayBorne(a.value, borne), borne.evidence, values), quoting: true };
  const verdict = truthOf(good);
  return outcome(verdict, sayWhy(left, a.value, op, right, verdict === 'pass', scope), evidence, values);
}

/** What a passage without doubt gives as the number, where that meets a lower limit. */
function metByEar(
  { heard }: Quantity,
  op: Comparison,
  right: Quantity,
  tolerance?: number,
): Heard | undefined {
  if (!heard || !right.known || (op !== '>=' && op !== '>')) return undefined;
  return holds(heard.value, op, Math.max(...endsOf(right)), tolerance) ? heard : undefined;
}

/** A passage that bears out the claim of a lower limit, whatever number is read in it. */
function metByBearing({ bearing }: Quantity, op: Comparison): Said | undefined {
  return isBorneOut(bearing, 'number') ? saidBy(bearing, op) : undefined;
}

function saidBy(bearing: Bearing | undefined, op: Comparison): Said | undefined {
  if (bearing === undefined || (op !== '>=' && op !== '>')) return undefined;
  return { quote: bearing.saying.quote, evidence: bearing.saying.places };
}

function sayBorne(value: number, { quote }: Said): Text {
  const number = formatNumber(value);
  return {
    zh: `读到的数量是${number}，但材料的说法像是已达到要求（“${quote}”），请人工核对。`,
    en: `The number read is ${number}, but the text reads as if it were enough ("${quote}"); please check.`,
  };
}

function sayHeard({ quote }: Said, op: Comparison, right: Num, { pack }: Scope): Text {
  const [limit, word] = [explainNum(right, pack), comparisons[op]];
  return {
    zh: `材料写明“${quote}”，${word.zh}${limit.zh}。`,
    en: `The text says "${quote}",${word.en}${limit.en}.`,
  };
}

/** Why two numbers settle nothing: told roughly around the limit, or told twice on both sides of it. */
function doubtOf(a: Known, b: Known, hold: (left: number, right: number) => boolean): Text | undefined {
  const results = new Set(endsOf(a).flatMap((left) => endsOf(b).map((right) => hold(left, right))));
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

/** Every bound that the text gives for a number. */
const endsOf = ({ value, range, rival }: Known) => [
  ...(range ? [range.least, range.most] : [value]),
  ...(rival ? [rival.least, rival.most] : []),
];

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

/** A left number that is not known settles it where the least it can be does; else it is open. */
function unlessSettled(open: Outcome, a: Unknown, op: Comparison, b: Quantity, tolerance?: number): Outcome {
  const settled = b.known && a.atLeast !== undefined ? settledFrom(a.atLeast, op, b, tolerance) : undefined;
  if (settled === undefined || a.atLeast === undefined) return a.quoted ? { ...open, quoting: true } : open;
  const least = formatNumber(a.atLeast);
  const left = { zh: `至少${least}`, en: `at least ${least}` };
  return { ...open, verdict: truthOf(settled), values: { ...open.values, left } };
}

/** What holds of every number from the least one on, `undefined` where they differ. */
function settledFrom(atLeast: number, op: Comparison, b: Known, tolerance?: number): boolean | undefined {
  const above = (asked: Comparison) => holds(atLeast, asked, Math.max(...endsOf(b)), tolerance);
  switch (op) {
    case '>=':
    case '>':
      return above(op) ? true : undefined;
    case '<=':
    case '<':
      return above(op) ? undefined : false;
    case '=':
      return above('>') ? false : undefined;
    case '!=':
      return above('>') ? true : undefined;
  }
}

function inUnitOf(quantity: Quantity, { unit }: Quantity): Quantity {
  return quantity.known && quantity.unit !== undefined && unit !== undefined
    ? inUnit(quantity, unit)
    : quantity;
}
