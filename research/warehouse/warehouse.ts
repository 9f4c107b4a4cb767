import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { Collected } from '../collect/collect.ts';
import type { Column, ResearchRow, Table } from '../schema/table.ts';
import { tables } from '../schema/tables.ts';

/** What a column is in DuckDB. Dates are kept as dates, so that years and months can be asked for. */
const types = {
  string: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
} as const;

/** The research tables in DuckDB's memory. */
export interface Warehouse {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** Builds the warehouse of the collected rows. Nothing outside it can be read or written by its SQL once `lock`ed. */
export async function buildWarehouse(collected: Collected): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  for (const table of tables) {
    const columns = table.columns.map(({ name, type }) => `"${name}" ${types[type]}`);
    await connection.run(`CREATE TABLE "${table.name}" (${columns.join(', ')})`);
    await fill(connection, table, collected[table.name] ?? []);
  }
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Dates are appended as text and cast: a list may say a day that is none. */
async function fill(connection: DuckDBConnection, table: Table, rows: readonly ResearchRow[]): Promise<void> {
  const dates = table.columns.some(({ type }) => type === 'date');
  const target = dates ? `${table.name}_raw` : table.name;
  if (dates) {
    const columns = table.columns.map(
      ({ name, type }) => `"${name}" ${type === 'date' ? 'VARCHAR' : types[type]}`,
    );
    await connection.run(`CREATE TEMP TABLE "${target}" (${columns.join(', ')})`);
  }
  const appender = await connection.createAppender(target);
  for (const row of rows) {
    for (const column of table.columns) append(appender, column, row[column.name] ?? null);
    appender.endRow();
  }
  appender.closeSync();
  if (!dates) return;
  const cast = table.columns.map(({ name, type }) =>
    type === 'date' ? `try_cast("${name}" AS DATE)` : `"${name}"`,
  );
  await connection.run(`INSERT INTO "${table.name}" SELECT ${cast.join(', ')} FROM "${target}"`);
  await connection.run(`DROP TABLE "${target}"`);
}

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

function append(appender: Appender, { type }: Column, value: ResearchRow[string]): void {
  if (value === null) appender.appendNull();
  else if (type === 'integer') appender.appendInteger(Number(value));
  else if (type === 'number') appender.appendDouble(Number(value));
  else if (type === 'boolean') appender.appendBoolean(value === true);
  else appender.appendVarchar(String(value));
}

/** From now on no file is read or written, no extension loaded, and no setting changed. */
export async function lock({ connection }: Warehouse): Promise<void> {
  // Nothing is laid aside on the disk either: a question that needs more memory is refused.
  await connection.run("SET temp_directory = ''");
  await connection.run("SET memory_limit = '1GB'");
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

/** A value of DuckDB as JSON has it. */
export function plain(value: DuckDBValue): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return Number(value);
  return String(value);
}
