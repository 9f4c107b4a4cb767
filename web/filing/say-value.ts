import type { FilingField } from '../../workbench/api/filing.ts';

/** A field's value as a line that a person reads and may write: parts with `；`, cells of a row with `，`. */
export function sayValue(value: FilingField['value']): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.map((part) => (typeof part === 'string' ? part : sayRow(part))).join('；');
  return sayRow(value);
}

function sayRow(row: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(row)
    .flatMap(([name, cell]) => (cell === null || cell === '' ? [] : [`${name} ${cell}`]))
    .join('，');
}
