import type { FormField } from '../../calls/schema/form.ts';
import type { Field, FieldValue } from '../../core/filing.ts';
import { type AmountUnit, amountUnits } from '../../core/normalise/amount.ts';
import { foldString, type Stream } from '../align/stream.ts';

/** A value whose unit the applicant changed is looked at by a person, however well it was read. */
const mostSure = 0.85;
/** Where the same label bears two units nobody knows which one holds. */
const unsure = 0.5;

/** The units that a filing prints in brackets behind a field's label, where the field is an amount of money. */
export function unitsAtLabel(field: FormField, { folded }: Pick<Stream, 'folded'>): ReadonlySet<AmountUnit> {
  const found = new Set<AmountUnit>();
  if (!isMoney(field)) return found;
  for (const name of [field.label, ...field.aliases]) {
    const label = foldString(name.replace(/[（(][^（）()]*元[）)]$/u, ''));
    for (let at = folded.indexOf(label); label !== '' && at >= 0; at = folded.indexOf(label, at + 1)) {
      const unit = /^\((?:单位:?)?(元|千元|万元|百万元|亿元)\)/u.exec(
        folded.slice(at + label.length, at + label.length + 10),
      )?.[1];
      if (unit !== undefined && isUnit(unit)) found.add(unit);
    }
  }
  return found;
}

const isUnit = (text: string): text is AmountUnit => text in amountUnits;

function isMoney(field: FormField): boolean {
  return field.type === 'amount' || (field.type === 'years' && field.of === 'amount');
}

/**
 * The field as the filing's own label has it read: with the unit that is printed there. The other way round,
 * `inFormUnit` brings what was read back to the form's unit.
 */
export function asPrinted<F extends FormField>(field: F, units: ReadonlySet<AmountUnit>): F {
  const [unit] = units;
  return unit === undefined || units.size > 1 ? field : { ...field, unit };
}

/** A value read in the label's unit, in the form's; with what the label said. */
export function inFormUnit(read: Field, field: FormField, units: ReadonlySet<AmountUnit>): Field {
  const [unit] = units;
  const own = 'unit' in field && field.unit !== undefined && isUnit(field.unit) ? field.unit : undefined;
  if (unit === undefined || own === undefined || (units.size === 1 && unit === own)) return read;
  if (units.size > 1) return { ...read, unit: own, confidence: Math.min(read.confidence, unsure) };
  const factor = amountUnits[unit] / amountUnits[own];
  return {
    ...read,
    unit: own,
    labelUnit: unit,
    value: times(read.value, factor),
    confidence: Math.min(read.confidence, mostSure),
    ...(read.conflicts
      ? { conflicts: read.conflicts.map((other) => ({ ...other, value: times(other.value, factor) })) }
      : {}),
  };
}

function times(value: FieldValue, factor: number): FieldValue {
  const by = (one: number) => Number((one * factor).toPrecision(15));
  if (typeof value === 'number') return by(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([year, one]) => [year, typeof one === 'number' ? by(one) : one]),
  );
}
