import type { Lang } from '../core/lang.ts';
import { describePlace, type Place } from '../core/place.ts';
import type { FilingResult } from '../core/results.ts';

export type FieldResult = FilingResult['fields'][string];

/** A field's value on one line, for a cell of a table. */
export function showValue(value: FieldResult['value']): string {
  if (value === null) return '';
  if (typeof value === 'number') return value.toLocaleString('en-US', { maximumFractionDigits: 4 });
  if (typeof value === 'string') return value;
  if (!Array.isArray(value))
    return Object.entries(value)
      .map(([key, v]) => `${key}: ${v ?? '—'}`)
      .join('；');
  return value
    .map((item) =>
      typeof item === 'string'
        ? item
        : Object.values(item)
            .map((v) => v ?? '—')
            .join(' / '),
    )
    .join('；');
}

/** Places as a person names them, none twice: 第2页、第3页. */
export function showPlaces(places: readonly Place[], lang: Lang): string {
  const names = [...new Set(places.map((place) => describePlace(place)[lang]))];
  const most = 6;
  const shown = names.slice(0, most).join(lang === 'zh' ? '、' : ', ');
  return names.length > most ? `${shown} …` : shown;
}

/** The first field whose key stands in the call's form for what is wanted; `''` when there is none. */
export function fieldText(filing: FilingResult, key: string | undefined): string {
  const field = key === undefined ? undefined : filing.fields[key];
  return field ? showValue(field.value) : '';
}
