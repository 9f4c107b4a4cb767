import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Libsql from 'libsql';
import { StoreFailure } from '../ports.ts';

/** Says of each column of a row whether it is text: `1` or `0`. */
const mask = '_texts';

/**
 * A libsql database whose texts are read as bytes. libsql ends the whole process (a panic, SIGABRT) when a text of
 * a damaged file is not UTF-8; read as bytes and decoded here, it is a failure like any other.
 */
export class SoundDatabase implements SqliteDatabase {
  private readonly db: Libsql.Database;
  /** By the statement's own words: how its rows are read as bytes. Statements of the repositories are few. */
  private readonly sound = new Map<string, Sound>();

  constructor(db: Libsql.Database) {
    this.db = db;
  }

  prepare(sql: string): SqliteStatement {
    const known = this.sound.get(sql);
    if (known) return this.soundly(known);
    const statement = this.db.prepare(sql);
    if (!/^\s*select\b/i.test(sql)) return statementOf(statement);
    // Questions with lists of many lengths must not pile up.
    if (this.sound.size > 500) this.sound.clear();
    const sound = soundOf(sql, statement);
    this.sound.set(sql, sound);
    return this.soundly(sound);
  }

  close(): void {
    this.db.close();
  }

  private soundly({ sql, columns }: Sound): SqliteStatement {
    const statement = this.db.prepare(sql);
    const rows = (parameters: readonly unknown[]) =>
      statement.all(parameters).map((row) => decoded(row, columns));
    return { ...statementOf(statement), all: rows, iterate: (parameters) => rows(parameters).values() };
  }
}

/** libsql's own statement as Kysely asks for it. */
function statementOf(statement: Libsql.Statement<unknown[]>): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    run: (parameters) => statement.run(parameters),
    iterate: (parameters) => statement.iterate(parameters),
  };
}

interface Sound {
  readonly sql: string;
  readonly columns: readonly string[];
}

/**
 * The statement within another that turns its texts into bytes. SQLite runs the inner one as it is, with its
 * indexes and its order, and the outer one on each row that it gives.
 */
function soundOf(sql: string, statement: Libsql.Statement<unknown[]>): Sound {
  const columns = statement.columns().map(({ name }) => name);
  const quoted = columns.map((column) => `"${column.replaceAll('"', '""')}"`);
  const bytes = quoted.map(
    (name) => `iif(typeof(${name}) = 'text', cast(${name} as blob), ${name}) as ${name}`,
  );
  const texts = quoted.map((name) => `(typeof(${name}) = 'text')`).join(' || ');
  return { columns, sql: `select ${bytes.join(', ')}, ${texts} as ${mask} from (${sql})` };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(row: unknown, columns: readonly string[]): unknown {
  if (!isRow(row)) return row;
  const texts = String(row[mask]);
  const values: Record<string, unknown> = {};
  for (const [i, column] of columns.entries())
    values[column] = texts[i] === '1' ? textOf(row[column]) : row[column];
  return values;
}

function isRow(row: unknown): row is Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null;
}

function textOf(value: unknown): string {
  if (!(value instanceof ArrayBuffer || value instanceof Uint8Array))
    throw new StoreFailure('damaged', 'a text is no text');
  try {
    return utf8.decode(value);
  } catch (error) {
    throw new StoreFailure('damaged', 'a text is not UTF-8', { cause: error });
  }
}
