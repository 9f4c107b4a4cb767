import { sql } from 'kysely';
import type { Step, Unfinished } from './step.ts';

/** The three steps that version 0.1 shipped, word for word. SQLite only. */

export const version1: Step = async (db) => {
  await sql`CREATE TABLE documents (
     id TEXT NOT NULL, reader TEXT NOT NULL, body BLOB NOT NULL, stored_at TEXT NOT NULL,
     PRIMARY KEY (id, reader)) WITHOUT ROWID`.execute(db);
  await sql`CREATE TABLE awards (
     id TEXT PRIMARY KEY, source TEXT NOT NULL, data TEXT NOT NULL, imported_at TEXT NOT NULL)`.execute(db);
  await sql`CREATE TABLE runs (
     id INTEGER PRIMARY KEY, call TEXT NOT NULL, started_at TEXT NOT NULL, results TEXT NOT NULL)`.execute(
    db,
  );
};

export const version2: Step = async (db) => {
  await sql`CREATE TABLE embedders (name TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID`.execute(db);
  await sql`CREATE TABLE vectors (
     embedder TEXT NOT NULL, text TEXT NOT NULL, vector BLOB NOT NULL,
     PRIMARY KEY (embedder, text)) WITHOUT ROWID`.execute(db);
};

export const version3: Step = async (db) => {
  await sql`CREATE TABLE filings (
     id TEXT NOT NULL, call TEXT NOT NULL, version TEXT NOT NULL, screened INTEGER NOT NULL,
     body BLOB NOT NULL, PRIMARY KEY (id, call)) WITHOUT ROWID`.execute(db);
};

/** Its tables that live on under the same name or another, with their columns and their order. */
const carried = [
  { from: 'awards', to: 'awards', columns: ['id', 'source', 'data', 'imported_at'], order: 'rowid' },
  {
    from: 'filings',
    to: 'known_filings',
    columns: ['id', 'call', 'version', 'screened', 'body'],
    order: 'id',
  },
  { from: 'embedders', to: 'embedders', columns: ['name', 'state'], order: 'name' },
  { from: 'vectors', to: 'vectors', columns: ['embedder', 'text', 'vector'], order: 'text' },
  { from: 'runs', to: 'old_runs', columns: ['call', 'started_at', 'results'], order: 'id' },
] as const;

/**
 * Tables of version 0.1 step aside for those of version 4, and what they hold follows. Documents are dropped: they
 * stood under the name of a reader, now a document stands under the computed version of the stage that read it, so
 * none of them could be found again; files are read anew.
 */
export const adoptVersion3: { readonly before: Step; readonly after: Step } = {
  before: async (db) => {
    await db.schema.dropTable('documents').execute();
    for (const { from } of carried) await db.schema.alterTable(from).renameTo(aside(from)).execute();
  },
  after: async (db) => {
    for (const { from, to, columns, order } of carried) {
      await copy(db, aside(from), to, columns, order);
      await db.schema.dropTable(aside(from)).execute();
    }
  },
};

const aside = (table: string) => `version_3_${table}`;

async function copy(
  db: Unfinished,
  from: string,
  to: string,
  columns: readonly string[],
  order: string,
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`INSERT INTO ${sql.table(to)} (${names})
    SELECT ${names} FROM ${sql.table(from)} ORDER BY ${sql.ref(order)}`.execute(db);
}
