import type { FilingField } from '../../workbench/api/filing.ts';

/** A field's value as a line that a person reads and may write: parts with `；`, cells of a row with `，`. */
export function sayValue(value: FilingField['value']): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (isList(value)) return value.map((part) => (typeof part === 'string' ? part : sayRow(part))).join('；');
  return sayRow(value);
}

type Row = Readonly<Record<string, string | number | null>>;

// `Array.isArray` does not know lists that are not to be changed.
const isList = (value: FilingField['value']): value is readonly string[] | readonly Row[] =>
  Array.isArray(value);

function sayRow(row: Row): string {
  return Object.entries(row)
    .flatMap(([name, cell]) => (cell === null || cell === '' ? [] : [`${name} ${cell}`]))
    .join('，');
}
