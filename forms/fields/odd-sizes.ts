import type { Field } from '../../core/filing.ts';
import { type AmountUnit, amountIn, amountUnits } from '../../core/normalise/amount.ts';
import { round } from './field-parts.ts';

/** From this many times on, the largest other amount of the filing makes a small one odd. */
const odd = 100;
/** Below `sureEnough`: no check counts on it. */
const oddTrust = 0.5;

/**
 * Amounts that were converted from the unit of the applicant's label, and are then so far from the filing's
 * largest other amount that the number had better stayed in the form's unit: the applicant changed the label
 * and forgot the number. Their confidence is lowered; none is raised.
 */
export function doubtOddSizes(fields: ReadonlyMap<string, Field>): Map<string, Field> {
  const sizes = new Map([...fields].map(([key, field]) => [key, yuanOf(field)]));
  return new Map(
    [...fields].map(([key, field]) => {
      const own = sizes.get(key);
      if (!own || field.statedUnit === undefined || field.unit === undefined) return [key, field];
      const others = [...sizes].flatMap(([other, size]) => (other !== key && size ? [size] : []));
      const factor = worth(field.unit) / worth(field.statedUnit);
      const apart = (size: number) => Math.abs(Math.log(Math.max(...others) / size));
      const isOdd = others.length > 0 && apart(own) >= Math.log(odd) && apart(own * factor) < apart(own);
      return [key, isOdd ? { ...field, confidence: round(Math.min(field.confidence, oddTrust)) } : field];
    }),
  );
}

/** The largest number of a field of money, in 元. */
function yuanOf({ value, unit }: Field): number | undefined {
  if (unit === undefined || !isUnit(unit)) return undefined;
  const numbers = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  const sizes = numbers
    .filter((one) => typeof one === 'number')
    .map((one) => Math.abs(one) * amountUnits[unit]);
  const largest = Math.max(0, ...sizes);
  return largest > 0 ? largest : undefined;
}

const worth = (unit: string) => amountIn(`1${unit}`, '元') ?? 1;

const isUnit = (text: string): text is AmountUnit => Object.hasOwn(amountUnits, text);
