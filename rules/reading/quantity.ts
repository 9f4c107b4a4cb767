import type { Text } from '../../core/lang.ts';
import { type AmountUnit, amountUnits } from '../../core/normalise/amount.ts';
import type { Place } from '../../core/place.ts';

/** A number that a check compares. */
export interface Known {
  readonly known: true;
  readonly value: number;
  readonly unit?: string;
  readonly evidence: readonly Place[];
  /** Between these it lies where it is only told roughly (约, 近, 超过). */
  readonly range?: { readonly least: number; readonly most: number };
  /** Another number that the text gives for the same thing, the lowest there is. */
  readonly rival?: { readonly least: number; readonly most: number };
  /** The passage that states it does not sound as if it were so: nothing is met by it. */
  readonly unsound?: true;
  /** The words that state it and its rival, where they must be shown. */
  readonly quotes?: readonly string[];
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

/** Sum in the unit of the first part that has one. An unknown part leaves at least what is known, if all are ≥ 0. */
export function sumOf(parts: readonly Quantity[]): Quantity {
  const unit = parts.find((part) => part.unit !== undefined)?.unit;
  const evidence = parts.flatMap((part) => part.evidence);
  let total = 0;
  let least: number | undefined = 0;
  for (const part of parts) {
    const low = part.known ? part.value : part.atLeast;
    if (part.known) total += convert(part.value, part.unit, unit);
    least = least === undefined || low === undefined ? undefined : least + convert(low, part.unit, unit);
  }
  const named = unit === undefined ? {} : { unit };
  const open = parts.find((part) => !part.known);
  if (!open || open.known) return { known: true, value: Number(total.toPrecision(15)), evidence, ...named };
  return {
    known: false,
    why: open.why,
    evidence,
    ...named,
    ...(least === undefined ? {} : { atLeast: least }),
  };
}

/** Quotient of two numbers in one unit; unknown when the divisor is 0. */
export function ratioOf(above: Quantity, below: Quantity): Quantity {
  if (!above.known) return { known: false, why: above.why, evidence: above.evidence };
  if (!below.known) return { known: false, why: below.why, evidence: below.evidence };
  const evidence = [...above.evidence, ...below.evidence];
  if (below.value === 0) {
    const why = {
      zh: '作为分母的数值为0，无法计算比例。',
      en: 'The divisor is 0, so the ratio cannot be computed.',
    };
    return { known: false, why, evidence };
  }
  return { known: true, value: convert(above.value, above.unit, below.unit) / below.value, evidence };
}
