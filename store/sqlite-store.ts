import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'libsql';
import { z } from 'zod';
import type { Document } from '../core/document.ts';
import type { Store, StoredAward, StoredFiling } from './store.ts';

/** One step a version; a store is brought up to date when it is opened. Never edit a step that has shipped. */
const migrations = [
  `CREATE TABLE documents (
     id TEXT NOT NULL, reader TEXT NOT NULL, body BLOB NOT NULL, stored_at TEXT NOT NULL,
     PRIMARY KEY (id, reader)) WITHOUT ROWID;
   CREATE TABLE awards (
     id TEXT PRIMARY KEY, source TEXT NOT NULL, data TEXT NOT NULL, imported_at TEXT NOT NULL);
   CREATE TABLE runs (
     id INTEGER PRIMARY KEY, call TEXT NOT NULL, started_at TEXT NOT NULL, results TEXT NOT NULL);`,
  `CREATE TABLE embedders (name TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID;
   CREATE TABLE vectors (
     embedder TEXT NOT NULL, text TEXT NOT NULL, vector BLOB NOT NULL,
     PRIMARY KEY (embedder, text)) WITHOUT ROWID;`,
  `CREATE TABLE filings (
     id TEXT NOT NULL, call TEXT NOT NULL, version TEXT NOT NULL, screened INTEGER NOT NULL,
     body BLOB NOT NULL, PRIMARY KEY (id, call)) WITHOUT ROWID;`,
];

const bodyRow = z.object({ body: z.instanceof(Uint8Array) });
const runRow = z.object({ started_at: z.string(), results: z.string() });
/** libsql gives bytes as a buffer for one row and bare for many. */
const bytes = z.union([
  z.instanceof(Uint8Array),
  z.instanceof(ArrayBuffer).transform((bare) => new Uint8Array(bare)),
]);
const filingRow = z.object({ id: z.string(), call: z.string(), version: z.string(), body: bytes });
const stateRow = z.object({ state: z.instanceof(Uint8Array) });
const vectorRow = z.object({ vector: z.instanceof(Uint8Array) });
const awardRow = z.object({ id: z.string(), source: z.string(), data: z.string() });

export type StoreOpening =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly reason: 'not-a-store' | 'newer' | 'unwritable'; readonly detail: string };

/**
 * Opens the embedded store, one SQLite file (SQLite 3, write-ahead log); makes it where there is none.
 * `:memory:` keeps nothing. Fails without touching the file when it is no store or a newer program's.
 */
export function openSqliteStore(file: string): StoreOpening {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const db = new Database(file);
    // First of all, since another run may be making or bringing up the same store right now.
    db.pragma('busy_timeout = 10000');
    // Both in one transaction, so that a store half made by another run is never seen.
    db.exec('BEGIN');
    const version = userVersion(db);
    const foreign = version === 0 && hasTables(db);
    db.exec('COMMIT');
    if (version > migrations.length) {
      db.close();
      return { ok: false, reason: 'newer', detail: `version ${version}` };
    }
    if (foreign) {
      db.close();
      return { ok: false, reason: 'not-a-store', detail: file };
    }
    db.pragma('journal_mode = WAL');
    if (version < migrations.length) bringUp(db);
    return { ok: true, store: new SqliteStore(db) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: /not a database/i.test(detail) ? 'not-a-store' : 'unwritable', detail };
  }
}

/** The version is read again under the lock: another run may have brought the store up in between. */
function bringUp(db: Database.Database): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    for (let step = userVersion(db); step < migrations.length; step++)
      db.exec(`${migrations[step]}; PRAGMA user_version = ${step + 1};`);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

function userVersion(db: Database.Database): number {
  return z.object({ user_version: z.number() }).parse(db.prepare('PRAGMA user_version').get()).user_version;
}

function hasTables(db: Database.Database): boolean {
  return db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1").get() !== undefined;
}

class SqliteStore implements Store {
  private readonly db: Database.Database;

  constructor(db: Database.Database) {
    this.db = db;
  }

  getDocument(id: string, reader: string): Document | undefined {
    const row = this.db.prepare('SELECT body FROM documents WHERE id = ? AND reader = ?').get(id, reader);
    const parsed = bodyRow.safeParse(row);
    if (!parsed.success) return undefined;
    // Written by putDocument alone, under the same reader version: the shape is ours.
    return unpacked(parsed.data.body) as Document;
  }

  findDocument(id: string, readerVersion: string): Document | undefined {
    const prefix = `${readerVersion} `;
    const row = this.db
      .prepare(
        'SELECT body FROM documents WHERE id = ? AND substr(reader, 1, ?) = ? ORDER BY stored_at DESC LIMIT 1',
      )
      .get(id, prefix.length, prefix);
    const parsed = bodyRow.safeParse(row);
    return parsed.success ? (unpacked(parsed.data.body) as Document) : undefined;
  }

  putDocument(id: string, reader: string, document: Document): void {
    const body = packed(document);
    this.db
      .prepare('INSERT OR REPLACE INTO documents (id, reader, body, stored_at) VALUES (?, ?, ?, ?)')
      .run(id, reader, body, new Date().toISOString());
  }

  putAwards(awards: readonly StoredAward[]): { added: number; replaced: number } {
    const known = this.db.prepare('SELECT 1 FROM awards WHERE id = ?');
    const put = this.db.prepare(
      'INSERT OR REPLACE INTO awards (id, source, data, imported_at) VALUES (?, ?, ?, ?)',
    );
    let added = 0;
    const write = this.db.transaction(() => {
      for (const award of awards) {
        if (known.get(award.id) === undefined) added++;
        put.run(award.id, award.source, JSON.stringify(award.data), new Date().toISOString());
      }
    });
    write();
    return { added, replaced: awards.length - added };
  }

  awards(): StoredAward[] {
    const rows = z
      .array(awardRow)
      .parse(this.db.prepare('SELECT id, source, data FROM awards ORDER BY rowid').all());
    return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as unknown }));
  }

  filing(id: string, call: string): StoredFiling | undefined {
    const row = this.db
      .prepare('SELECT id, call, version, body FROM filings WHERE id = ? AND call = ?')
      .get(id, call);
    return row === undefined ? undefined : storedFiling(row);
  }

  putFilings(filings: readonly (StoredFiling & { readonly screened: boolean })[]): void {
    const put = this.db.prepare(
      `INSERT INTO filings (id, call, version, screened, body) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id, call) DO UPDATE SET
         version = excluded.version, body = excluded.body, screened = max(screened, excluded.screened)`,
    );
    const write = this.db.transaction(() => {
      for (const { id, call, version, screened, data } of filings)
        put.run(id, call, version, screened ? 1 : 0, packed(data));
    });
    write();
  }

  screenedFilings(): StoredFiling[] {
    const rows = this.db
      .prepare('SELECT id, call, version, body FROM filings WHERE screened = 1 ORDER BY id, call')
      .all();
    return rows.map(storedFiling);
  }

  runs(call: string): { readonly startedAt: string; readonly results: string }[] {
    const rows = z
      .array(runRow)
      .parse(
        this.db.prepare('SELECT started_at, results FROM runs WHERE call = ? ORDER BY id DESC').all(call),
      );
    return rows.map((row) => ({ startedAt: row.started_at, results: row.results }));
  }

  putRun(run: { call: string; startedAt: string; results: string }): void {
    this.db
      .prepare('INSERT INTO runs (call, started_at, results) VALUES (?, ?, ?)')
      .run(run.call, run.startedAt, run.results);
  }

  async learned(embedder: string): Promise<Uint8Array | undefined> {
    const row = this.db.prepare('SELECT state FROM embedders WHERE name = ?').get(embedder);
    const parsed = stateRow.safeParse(row);
    return parsed.success ? gunzipSync(parsed.data.state) : undefined;
  }

  async learn(embedder: string, state: Uint8Array): Promise<void> {
    this.db
      .prepare('INSERT OR REPLACE INTO embedders (name, state) VALUES (?, ?)')
      .run(embedder, gzipSync(state, { level: 1 }));
  }

  async vectorsOf(embedder: string, texts: readonly string[]): Promise<(Float32Array | undefined)[]> {
    const get = this.db.prepare('SELECT vector FROM vectors WHERE embedder = ? AND text = ?');
    return texts.map((text) => {
      const parsed = vectorRow.safeParse(get.get(embedder, text));
      if (!parsed.success) return undefined;
      // A copy: the bytes of a row need not begin where a float may.
      const { buffer } = Uint8Array.from(parsed.data.vector);
      return new Float32Array(buffer);
    });
  }

  async keepVectors(
    embedder: string,
    vectors: readonly (readonly [text: string, vector: Float32Array])[],
  ): Promise<void> {
    const family = embedder.slice(0, embedder.lastIndexOf('/') + 1);
    const put = this.db.prepare('INSERT OR REPLACE INTO vectors (embedder, text, vector) VALUES (?, ?, ?)');
    const write = this.db.transaction(() => {
      this.db
        .prepare('DELETE FROM vectors WHERE substr(embedder, 1, ?) = ? AND embedder <> ?')
        .run(family.length, family, embedder);
      for (const [text, { buffer, byteOffset, byteLength }] of vectors)
        put.run(embedder, text, Buffer.from(buffer, byteOffset, byteLength));
    });
    write();
  }

  close(): void {
    this.db.close();
  }
}

const packed = (value: unknown) => gzipSync(JSON.stringify(value), { level: 1 });
const unpacked = (bytes: Uint8Array): unknown => JSON.parse(gunzipSync(bytes).toString('utf8'));

function storedFiling(row: unknown): StoredFiling {
  const { id, call, version, body } = filingRow.parse(row);
  return { id, call, version, data: unpacked(body) };
}
