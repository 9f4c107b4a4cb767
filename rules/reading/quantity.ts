import type { Text } from '../../core/lang.ts';
import { type AmountUnit, amountUnits } from '../../core/normalise/amount.ts';
import type { Place } from '../../core/place.ts';
import type { Bearing } from './borne-out.ts';

interface Interval {
  readonly least: number;
  readonly most: number;
}

/** A number as a passage tells it that leaves no doubt by its sound: enough to meet a condition, never to miss one. */
export interface Heard {
  readonly value: number;
  readonly quote: string;
  readonly evidence: readonly Place[];
}

/** A number that a check compares. */
export interface Known {
  readonly known: true;
  readonly value: number;
  readonly unit?: string;
  readonly evidence: readonly Place[];
  /** Between these it lies where it is only told roughly (约, 近, 超过). */
  readonly range?: Interval;
  /** Another number that the text gives for the same thing, the lowest there is. */
  readonly rival?: Interval;
  /** The passage that states it does not sound as if it were so: nothing is met by it. */
  readonly unsound?: true;
  /** The words that state it and its rival, where they must be shown. */
  readonly quotes?: readonly string[];
  readonly heard?: Heard;
  /** What the passages make of the claim that the notice states with its limit. */
  readonly bearing?: Bearing;
}

/** A number that is not known, with the least it can be where that is certain. */
export interface Unknown {
  readonly known: false;
  readonly why: Text;
  readonly evidence: readonly Place[];
  readonly atLeast?: number;
  readonly unit?: string;
  /** The reason quotes the filing's own words. */
  readonly quoted?: true;
  readonly heard?: Heard;
  /** What the passages make of the claim that the notice states with its limit. */
  readonly bearing?: Bearing;
}

export type Quantity = Known | Unknown;

/** Names of all units of money. */
export const amountUnitNames: readonly string[] = Object.keys(amountUnits);

export function isAmountUnit(unit: string | undefined): unit is AmountUnit {
  return unit !== undefined && Object.hasOwn(amountUnits, unit);
}

/** `value` in another unit of money; unchanged where either is no unit of money. */
export function convert(value: number, from: string | undefined, to: string | undefined): number {
  if (from === to || !isAmountUnit(from) || !isAmountUnit(to)) return value;
  return Number(((value * amountUnits[from]) / amountUnits[to]).toPrecision(15));
}

/** A known number with all that is told of it in another unit of money. */
export function inUnit(known: Known, unit: string | undefined): Known {
  const { unit: own, range, rival } = known;
  const between = ({ least, most }: Interval): Interval => ({
    least: convert(least, own, unit),
    most: convert(most, own, unit),
  });
  return {
    ...known,
    value: convert(known.value, own, unit),
    ...(unit === undefined ? {} : { unit }),
    ...(range ? { range: between(range) } : {}),
    ...(rival ? { rival: between(rival) } : {}),
  };
}

/** Sum in the unit of the first part that has one. An unknown part leaves at least what is known, if all are ≥ 0. */
export function sumOf(parts: readonly Quantity[]): Quantity {
  const unit = parts.find((part) => part.unit !== undefined)?.unit;
  const evidence = parts.flatMap((part) => part.evidence);
  const named = unit === undefined ? {} : { unit };
  const open = parts.find((part) => !part.known);
  if (!open || open.known) {
    const known = parts.flatMap((part) => (part.known ? [inUnit(part, unit)] : []));
    const sum = (of: (part: Known) => number) =>
      Number(known.reduce((total, part) => total + of(part), 0).toPrecision(15));
    const between = (of: (part: Known) => Interval): Interval => ({
      least: sum((part) => of(part).least),
      most: sum((part) => of(part).most),
    });
    return {
      known: true,
      value: sum(({ value }) => value),
      evidence,
      ...named,
      ...toldOf(
        known,
        () => between(rangeOf),
        () => between((part) => part.rival ?? rangeOf(part)),
      ),
    };
  }
  let least: number | undefined = 0;
  for (const part of parts) {
    const low = part.known ? lowest(part) : part.atLeast;
    least = least === undefined || low === undefined ? undefined : least + convert(low, part.unit, unit);
  }
  return {
    known: false,
    why: open.why,
    evidence,
    ...named,
    ...(least === undefined ? {} : { atLeast: least }),
  };
}

/** Quotient of two numbers in one unit; unknown when the divisor is 0 or may be. */
export function ratioOf(above: Quantity, below: Quantity): Quantity {
  if (!above.known) return { known: false, why: above.why, evidence: above.evidence };
  if (!below.known) return { known: false, why: below.why, evidence: below.evidence };
  const evidence = [...above.evidence, ...below.evidence];
  const over = inUnit(above, below.unit);
  const divisors = [rangeOf(below), below.rival ?? rangeOf(below)];
  if (below.value === 0 || divisors.some(({ least, most }) => least <= 0 && most >= 0)) {
    const why = {
      zh: '作为分母的数值为0，无法计算比例。',
      en: 'The divisor is 0, so the ratio cannot be computed.',
    };
    return { known: false, why, evidence };
  }
  const between = (a: Interval, b: Interval): Interval => {
    const ends = [a.least, a.most].flatMap((one) => [one / b.least, one / b.most]);
    return { least: Math.min(...ends), most: Math.max(...ends) };
  };
  const range = () => between(rangeOf(over), rangeOf(below));
  const rival = () => between(over.rival ?? rangeOf(over), below.rival ?? rangeOf(below));
  return { known: true, value: over.value / below.value, evidence, ...toldOf([over, below], range, rival) };
}

const rangeOf = ({ value, range }: Known): Interval => range ?? { least: value, most: value };

/** The least that a known number may be: nothing where the text does not sound as if it were so. */
const lowest = (known: Known) =>
  known.unsound
    ? Math.min(0, known.value)
    : Math.min(rangeOf(known).least, known.rival?.least ?? known.value);

/** What makes the parts of a result unsure makes the result unsure. */
function toldOf(
  parts: readonly Known[],
  range: () => Interval,
  rival: () => Interval,
): Pick<Known, 'range' | 'rival' | 'unsound' | 'quotes'> {
  const quotes = parts.flatMap((part) => part.quotes ?? []);
  return {
    ...(parts.some((part) => part.range) ? { range: range() } : {}),
    ...(parts.some((part) => part.rival) ? { rival: rival() } : {}),
    ...(parts.some((part) => part.unsound) ? { unsound: true as const } : {}),
    ...(quotes.length > 0 ? { quotes } : {}),
  };
}
