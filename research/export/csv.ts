import type { ResearchRow, Table } from '../schema/table.ts';

/** CSV by RFC 4180 with a header; empty where there is no value. */
export function csvOf({ columns }: Table, rows: readonly ResearchRow[]): string {
  const cell = (value: ResearchRow[string]) => {
    if (value === null) return '';
    const text = typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
    return /[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => columns.map(({ name }) => cell(row[name] ?? null)).join(','));
  return `${[columns.map(({ name }) => name).join(','), ...lines].join('\n')}\n`;
}
