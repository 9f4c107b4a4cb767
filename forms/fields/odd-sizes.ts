import type { Field, FieldValue } from '../../core/filing.ts';
import { type AmountUnit, amountIn, amountUnits } from '../../core/normalise/amount.ts';
import { round } from './field-parts.ts';

/** From this many times on, the largest other amount of the filing makes a small one odd. */
const odd = 100;
/** Below `sureEnough`: no check counts on it. */
const oddTrust = 0.5;

/** From one year to the next no company grows or shrinks so many times: a unit or a point was lost. */
const jump = 300;
/** Of at least so many other amounts of the filing the largest is so many times smaller. */
const leastOthers = 3;

/**
 * Amounts whose size is implausible beside the filing's others: years that jump, one amount that dwarfs all. Their
 * confidence is lowered; none is raised. The same holds for amounts that were converted from the unit of the
 * applicant's label, and are then so far from the filing's largest other amount that the number had better stayed in
 * the form's unit: the applicant changed the label and forgot the number.
 */
export function doubtOddSizes(fields: ReadonlyMap<string, Field>): Map<string, Field> {
  const sizes = new Map([...fields].map(([key, field]) => [key, yuanOf(field)]));
  return new Map(
    [...fields].map(([key, field]) => {
      const own = sizes.get(key);
      if (!own) return [key, field];
      const others = [...sizes].flatMap(([other, size]) => (other !== key && size ? [size] : []));
      const dwarfs = others.length >= leastOthers && own >= jump * Math.max(...others);
      if (dwarfs || jumps(field)) return [key, doubted(field)];
      if (field.statedUnit === undefined || field.unit === undefined) return [key, field];
      const factor = worth(field.unit) / worth(field.statedUnit);
      const apart = (size: number) => Math.abs(Math.log(Math.max(...others) / size));
      const isOdd = others.length > 0 && apart(own) >= Math.log(odd) && apart(own * factor) < apart(own);
      return [key, isOdd ? doubted(field) : field];
    }),
  );
}

const doubted = (field: Field): Field => ({
  ...field,
  confidence: round(Math.min(field.confidence, oddTrust)),
});

function jumps({ value }: Field): boolean {
  const sizes = sizesIn(value);
  return sizes.slice(1).some((size, i) => Math.abs(Math.log(size / sizes[i]!)) >= Math.log(jump));
}

/** The largest number of a field of money, in 元. */
function yuanOf({ value, unit }: Field): number | undefined {
  const sizes = sizesIn(value);
  return isUnit(unit) && sizes.length > 0 ? Math.max(...sizes) * amountUnits[unit] : undefined;
}

/** The numbers of a value, or of its years, but for zeros; without their signs. */
function sizesIn(value: FieldValue): number[] {
  const all: readonly unknown[] = typeof value === 'number' ? [value] : Object.values(value ?? {});
  return all.flatMap((one) => (typeof one === 'number' && one !== 0 ? [Math.abs(one)] : []));
}

const worth = (unit: string) => amountIn(`1${unit}`, '元') ?? 1;

const isUnit = (text = ''): text is AmountUnit => Object.hasOwn(amountUnits, text);
