import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely, sql } from 'kysely';
import Libsql from 'libsql';
import { type Database, failureOf, withFailures } from '../database.ts';
import { fileFault } from '../file-fault.ts';
import { latest, sqliteSteps } from '../migrations/index.ts';
import { sqliteTypes } from '../migrations/step.ts';
import { StoreFailure } from '../ports.ts';
import type { Tables } from '../schema.ts';
import { sqliteDialect } from './dialect.ts';
import { sqliteFault } from './faults.ts';
import { faultOfHeader } from './header.ts';
import { SoundDatabase } from './sound-database.ts';

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/**
 * Files that this process has open, by their real path. Such a file must not be looked into beside SQLite: when any
 * handle of a file is closed, POSIX drops all locks that the process has on it.
 */
const openHere = new Map<string, number>();

/** How long a writer waits for another process, in milliseconds. */
const patience = 10_000;

/**
 * Opens an SQLite file (write-ahead log) and brings it up to date; makes it where there is none. `:memory:` keeps
 * nothing. Several processes may have it open. Rejects with a failure, and leaves the file as it is, where it is no
 * store, damaged, newer than the program or cannot be written.
 */
export async function openSqlite(location: string): Promise<OpenDatabase> {
  // A full path is never taken for an address of a server, which libsql would ask.
  const file = location === ':memory:' ? location : resolve(location);
  if (file !== ':memory:') prepareFile(file);
  const raw = opened(file);
  const db = new Kysely<Tables>({
    dialect: withFailures(sqliteDialect(new SoundDatabase(raw)), sqliteFault),
  });
  try {
    // First of all, since another process may be making or bringing up the same store right now.
    await sql`PRAGMA busy_timeout = ${sql.lit(patience)}`.execute(db);
    await check(db, file);
    await sql`PRAGMA journal_mode = WAL`.execute(db);
    await bringUp(db);
  } catch (error) {
    raw.close();
    throw failureOf(error, sqliteFault);
  }
  const path = file === ':memory:' ? file : realpathSync(file);
  openHere.set(path, (openHere.get(path) ?? 0) + 1);
  return { db, close: () => closed(db, raw, path) };
}

/** What can be told without SQLite, in its order: libsql's own words for these are hard to act on. */
function prepareFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const state = statSync(file, { throwIfNoEntry: false });
    if (state?.isDirectory()) throw new StoreFailure('is-a-folder', file);
    if (state && !state.isFile()) throw new StoreFailure('not-a-store', file);
    if (!state || (openHere.get(realpathSync(file)) ?? 0) > 0) return;
    const fault = faultOfHeader(file);
    if (fault) throw new StoreFailure(fault, file);
  } catch (error) {
    throw fileFault(error);
  }
}

function opened(file: string): Libsql.Database {
  try {
    return new Libsql(file);
  } catch (error) {
    throw failureOf(error, sqliteFault);
  }
}

/** Version and tables in one transaction, so that a store half made by another process is never seen. */
async function check(db: Database, file: string): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`BEGIN`.execute(connection);
    const version = await userVersion(connection);
    const tables = await sql`SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1`.execute(connection);
    await sql`COMMIT`.execute(connection);
    // No program has come so far: bytes of the header were changed.
    if (version < 0 || version > 1000) throw new StoreFailure('damaged', `version ${version}`);
    if (version > latest(sqliteSteps)) throw new StoreFailure('newer', `version ${version}`);
    if (version === 0 && tables.rows.length > 0) throw new StoreFailure('not-a-store', file);
  });
}

/** The version is read again under the lock: another process may have brought the store up in between. */
async function bringUp(db: Database): Promise<void> {
  if ((await userVersion(db)) >= latest(sqliteSteps)) return;
  await db.transaction().execute(async (trx) => {
    const version = await userVersion(trx);
    for (const [next, step] of sqliteSteps) {
      if (next <= version) continue;
      await step(trx, sqliteTypes);
      await sql`PRAGMA user_version = ${sql.lit(next)}`.execute(trx);
    }
  });
}

async function userVersion(db: Database): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
  return rows[0]?.user_version ?? 0;
}

/** libsql leaves the log beside the file when it closes; emptied first, the file alone is the whole store. */
async function closed(db: Database, raw: Libsql.Database, path: string): Promise<void> {
  if (!raw.open) return;
  try {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  } catch {
    // What is in the log stays in the log, and is read from there.
  }
  // Not through Kysely, so that what comes later fails like any other use of the database.
  raw.close();
  openHere.set(path, (openHere.get(path) ?? 1) - 1);
}
