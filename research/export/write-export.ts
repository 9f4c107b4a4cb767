import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCsv } from '../../extractors/sheets/csv.ts';
import type { Collected } from '../collect/collect.ts';
import type { Table } from '../schema/table.ts';
import { tables } from '../schema/tables.ts';
import { buildWarehouse } from '../warehouse/warehouse.ts';
import { csvOf } from './csv.ts';
import { codebook, dataPackage } from './data-package.ts';
import { dataVersion } from './data-version.ts';
import { changesBetween, type KeyedRows, keyOf, releaseNotes } from './release-notes.ts';
import { setupScripts } from './scripts.ts';

export interface Exported {
  readonly folder: string;
  /** Hash of all rows. */
  readonly data: string;
  readonly counts: Readonly<Record<string, number>>;
}

const written = z.object({ version: z.string() });

/**
 * Writes the research data as a Data Package into a folder: CSV and Parquet of each table, `datapackage.json`, a codebook
 * in Chinese and English, scripts for R, Python and Stata. Where an earlier export lies there, `release-notes.md` tells
 * what was added, changed and withdrawn. The same rows give the same bytes.
 */
export async function writeExport(collected: Collected, folder: string, version: string): Promise<Exported> {
  const before = await earlierExport(folder);
  const csv = new Map(tables.map((table) => [table.name, csvOf(table, collected[table.name] ?? [])]));
  const data = dataVersion(collected);
  const counts = Object.fromEntries(tables.map(({ name }) => [name, collected[name]?.length ?? 0]));
  const about = { version, data, counts };
  await mkdir(join(folder, 'csv'), { recursive: true });
  await mkdir(join(folder, 'parquet'), { recursive: true });
  for (const [name, text] of csv) await writeWhole(join(folder, 'csv', `${name}.csv`), text);
  await writeParquet(collected, folder);
  await writeWhole(join(folder, 'datapackage.json'), `${JSON.stringify(dataPackage(about), null, 2)}\n`);
  await writeWhole(join(folder, 'codebook.md'), codebook(about));
  for (const [name, text] of Object.entries(setupScripts)) await writeWhole(join(folder, name), text);
  if (before && before.data !== data) {
    const after = Object.fromEntries(
      tables.map((table) => [table.name, keyed(table, csv.get(table.name) ?? '')]),
    );
    const notes = releaseNotes(before.data, data, changesBetween(before.rows, after));
    await writeWhole(join(folder, 'release-notes.md'), notes);
  }
  return { folder, data, counts };
}

/** By DuckDB in one thread: several would write the groups of rows in the order in which they finish. */
async function writeParquet(collected: Collected, folder: string): Promise<void> {
  const warehouse = await buildWarehouse(collected);
  try {
    await warehouse.connection.run('SET threads = 1');
    for (const { name, key } of tables) {
      const path = join(folder, 'parquet', `${name}.parquet`);
      const order = key.map((column) => `"${column}"`).join(', ');
      const target = `${path}.new`.replaceAll("'", "''");
      await warehouse.connection.run(
        `COPY (SELECT * FROM "${name}" ORDER BY ${order}) TO '${target}' (FORMAT parquet, COMPRESSION zstd)`,
      );
      await rename(`${path}.new`, path);
    }
  } finally {
    warehouse.close();
  }
}

async function earlierExport(folder: string) {
  const file = join(folder, 'datapackage.json');
  if (!existsSync(file)) return undefined;
  const parsed = written.safeParse(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')));
  if (!parsed.success) return undefined;
  const rows: Record<string, KeyedRows> = {};
  for (const table of tables)
    rows[table.name] = keyed(
      table,
      await readFile(join(folder, 'csv', `${table.name}.csv`), 'utf8').catch(() => ''),
    );
  return { data: parsed.data.version, rows };
}

function keyed(table: Table, text: string): KeyedRows {
  const [head = [], ...rows] = parseCsv(text);
  return new Map(
    rows.map((cells) => [
      keyOf(table, Object.fromEntries(head.map((name, i) => [name, cells[i]]))),
      cells.join('\u0000'),
    ]),
  );
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rm(path, { force: true });
  await rename(`${path}.new`, path);
}
