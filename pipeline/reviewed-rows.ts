import { readFile } from 'node:fs/promises';
import { foldForClassifying } from '../classifiers/signals/fold.ts';
import { decodeText } from '../extractors/markup/decode-text.ts';
import { parseCsv } from '../extractors/sheets/csv.ts';
import { sheetsOfXlsx } from '../extractors/sheets/xlsx.ts';

/** One row of a table in which a reviewer filled a column, by what its columns mean. */
export type ReviewedRow<Column extends string> = Readonly<Partial<Record<Column, string>>>;

/** What each column is called; the first name that is there counts. */
type Names<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/**
 * Rows of a CSV, JSONL or XLSX file, numbered as a person counts them. The header is the first row that names
 * the column `needed`; a sheet without one holds nothing. Rejects where the file cannot be read.
 */
export async function reviewedRows<Column extends string>(
  file: string,
  names: Names<Column>,
  needed: NoInfer<Column>,
): Promise<{ row: number; values: ReviewedRow<Column> }[]> {
  const bytes = await readFile(file);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    return (await sheetsOfXlsx(bytes)).flatMap((sheet) => fromTable(sheet.rows, names, needed));
  }
  const text = decodeText(bytes);
  if (!text.trimStart().startsWith('{')) return fromTable(parseCsv(text), names, needed);
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const entries = Object.entries(JSON.parse(line) as object);
    const cells = entries.map(([name, value]) => [name, String(value ?? '')] as const);
    return [{ row: i + 1, values: valuesOf(cells, names) }];
  });
}

function fromTable<Column extends string>(
  rows: readonly (readonly string[])[],
  names: Names<Column>,
  needed: NoInfer<Column>,
): { row: number; values: ReviewedRow<Column> }[] {
  const at = rows.findIndex((row) => row.some((cell) => isNamed(names[needed], cell)));
  const header = rows[at];
  if (!header) return [];
  return rows.slice(at + 1).map((cells, i) => ({
    row: at + i + 2,
    values: valuesOf(
      header.map((name, c) => [name, cells[c] ?? ''] as const),
      names,
    ),
  }));
}

function isNamed(known: readonly string[], name: string): boolean {
  return known.some((one) => foldForClassifying(one) === foldForClassifying(name));
}

function valuesOf<Column extends string>(
  entries: readonly (readonly [name: string, value: string])[],
  names: Names<Column>,
): ReviewedRow<Column> {
  const row: Partial<Record<Column, string>> = {};
  for (const column of Object.keys(names) as Column[]) {
    const value = entries.find(([name, value]) => isNamed(names[column], name) && value.trim() !== '')?.[1];
    if (value !== undefined) row[column] = value.trim();
  }
  return row;
}
