import type { FormField, Pack } from '../../calls/schema/index.ts';
import type { Field } from '../../core/filing.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import { describePlace, isPagePlace, type Place } from '../../core/place.ts';
import type { ResearchRow } from '../schema/table.ts';

/** Types and roles that tell of a person, and free text, which may: their values stay in the office. */
const personal = new Set(['person', 'phone', 'email', 'section', 'long-text', 'table', 'text']);
const shownRoles = new Set(['title', 'applicant', 'credit-code', 'recommending-unit', 'region', 'industry']);
const hiddenRoles = new Set(['contact', 'phone', 'email', 'legal-person', 'address']);

export const isOfPersons = ({ role }: FormField) => role !== undefined && hiddenRoles.has(role);

function isWithheld({ type, role }: FormField): boolean {
  if (role !== undefined && shownRoles.has(role)) return false;
  return personal.has(type) || (role !== undefined && hiddenRoles.has(role));
}

/** Indicators that any call asks for. */
export function indicatorsOf(packs: ReadonlyMap<string, Pack>): ReadonlySet<string> {
  return new Set(
    [...packs.values()].flatMap(({ form }) => form.fields.flatMap(({ indicator }) => indicator ?? [])),
  );
}

/**
 * The fields of a filing, years each in a row of their own, with why there is no value; and of the indicators that its
 * call does not ask for, that it does not.
 */
export function fieldRows(
  { filing, fields }: FilingOutcome,
  { form }: Pack,
  indicators: ReadonlySet<string>,
): ResearchRow[] {
  const byKey = new Map(form.fields.map((field) => [field.key, field]));
  const rows = fields.flatMap((field): ResearchRow[] => {
    const own = byKey.get(field.key);
    if (!own) return [];
    const base = {
      filing,
      field: field.key,
      label: field.label,
      indicator: own.indicator ?? null,
      figure_year: null,
      unit: field.unit ?? null,
      confidence: field.confidence,
      place: placeOf(field.where),
    };
    if (isWithheld(own))
      return [
        { ...base, value: null, number: null, missing: field.state === 'filled' ? 'withheld' : field.state },
      ];
    const empty = { value: null, number: null };
    if (field.state !== 'filled') return [{ ...base, ...empty, missing: field.state }];
    return valuesOf(field).map(({ year, value, number }) => ({
      ...base,
      field: year === null ? field.key : `${field.key}.${year}`,
      figure_year: year,
      value,
      number,
      missing: value === null && number === null ? 'blank' : null,
    }));
  });
  const asked = new Set(form.fields.flatMap(({ indicator }) => indicator ?? []));
  const notAsked = [...indicators].filter((one) => !asked.has(one)).sort();
  return [
    ...rows,
    ...notAsked.map((indicator) => ({
      ...{ filing, field: `not-asked.${indicator}`, label: null, indicator, figure_year: null, unit: null },
      ...{ value: null, number: null, missing: 'not-asked', confidence: null, place: null },
    })),
  ];
}

function valuesOf({ value }: Field): { year: number | null; value: string | null; number: number | null }[] {
  if (typeof value === 'number') return [{ year: null, value: null, number: value }];
  if (typeof value === 'string') return [{ year: null, value, number: null }];
  if (Array.isArray(value))
    return [{ year: null, value: value.filter((one) => typeof one === 'string').join('；'), number: null }];
  return Object.entries(value ?? {})
    .filter(([year]) => /^\d{4}$/u.test(year))
    .map(([year, figure]) => ({
      year: Number(year),
      value: typeof figure === 'string' ? figure : null,
      number: typeof figure === 'number' ? figure : null,
    }));
}

/** Where something was read, by its first place. */
export function placeOf(where: readonly Place[]): string | null {
  const [place] = where;
  if (!place) return null;
  if (!isPagePlace(place)) return `${place.part}#${place.path}`;
  return `${describePlace(place).en} [${place.box.map((n) => Math.round(n)).join(', ')}]`;
}
