import { csvLine } from '../../extractors/sheets/csv.ts';
import type { ResearchRow, Table } from '../schema/table.ts';

/** CSV by RFC 4180 with a header; empty where there is no value. */
export function csvOf({ columns }: Table, rows: readonly ResearchRow[]): string {
  const cell = (value: ResearchRow[string]) => {
    if (value === null) return '';
    return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
  };
  const lines = rows.map((row) => columns.map(({ name }) => cell(row[name] ?? null)));
  return `${[columns.map(({ name }) => name), ...lines].map(csvLine).join('\n')}\n`;
}
