import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Database, failureOf, withFailures } from '../database.ts';
import { latest, postgresSteps } from '../migrations/index.ts';
import { postgresTypes } from '../migrations/step.ts';
import { StoreFailure } from '../ports.ts';
import type { Tables } from '../schema.ts';
import { postgresFault } from './faults.ts';

/** How long a connection may take to come about, in milliseconds. */
const patience = 10_000;

/** So many connections to the database at once, of each process. */
const connections = 5;

/** Of the lock under which a store is made and brought up; any number that no other program uses. */
const lock = 20_250_401;

/**
 * Opens a PostgreSQL database by its URL (libpq's form) and brings it up to date; makes the tables where it is
 * empty. Rejects with a failure, and leaves it as it is, where it cannot be reached, holds another program's tables
 * or is newer than the program.
 */
export async function openPostgres(url: string): Promise<{ db: Database; close(): Promise<void> }> {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: patience,
    max: connections,
    application_name: 'chushen',
  });
  // A connection that is lost while nobody uses it is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: withFailures(new PostgresDialect({ pool }), postgresFault) });
  try {
    await bringUp(db);
  } catch (error) {
    await pool.end();
    throw failureOf(error, postgresFault);
  }
  // Not through Kysely, so that what comes later fails like any other use of the database.
  let ended: Promise<void> | undefined;
  return {
    db,
    close: () => {
      ended ??= pool.end();
      return ended;
    },
  };
}

/** In one transaction under a lock, so that processes that make the same store at once all get it. */
async function bringUp(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(lock)})`.execute(trx);
    const version = await versionOf(trx);
    if (version > latest(postgresSteps)) throw new StoreFailure('newer', `version ${version}`);
    if (version === latest(postgresSteps)) return;
    for (const [next, step] of postgresSteps) if (next > version) await step(trx, postgresTypes);
    await sql`CREATE TABLE IF NOT EXISTS store_version (version integer NOT NULL)`.execute(trx);
    await sql`DELETE FROM store_version`.execute(trx);
    await sql`INSERT INTO store_version VALUES (${sql.lit(latest(postgresSteps))})`.execute(trx);
  });
}

/** 0 for an empty schema. */
async function versionOf(db: Database): Promise<number> {
  const { rows } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`.execute(db);
  const tables = rows.map(({ name }) => name);
  if (tables.length === 0) return 0;
  if (!tables.includes('store_version')) throw new StoreFailure('not-a-store', tables.slice(0, 5).join(', '));
  const version = await sql<{ version: number }>`SELECT version FROM store_version`.execute(db);
  return version.rows[0]?.version ?? 0;
}
