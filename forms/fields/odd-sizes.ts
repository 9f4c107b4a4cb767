import type { Field } from '../../core/filing.ts';
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
 * confidence is lowered; none is raised. The same holds for amounts that were converted from the unit of the applicant's label, and are then so far from the filing's
 * largest other amount that the number had better stayed in the form's unit: the applicant changed the label
 * and forgot the number.
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
  const years = typeof value === 'object' && value !== null ? Object.values(value) : [];
  const sizes = years
    .filter((one) => typeof one === 'number' && one !== 0)
    .map((one) => Math.abs(Number(one)));
  return sizes.some((size, i) => i > 0 && Math.abs(Math.log(size / sizes[i - 1]!)) >= Math.log(jump));
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
