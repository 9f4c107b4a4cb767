import type { ColumnDefinitionBuilder, QueryExecutorProvider, SchemaModule } from 'kysely';

/** What differs between the dialects in the making of tables. */
export interface ColumnTypes {
  readonly bytes: 'blob' | 'bytea';
  /** Type of a number that counts the rows of a table up. */
  readonly counted: 'integer' | 'serial';
  readonly count: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
}

/** A database as a step sees it: how tables are made and raw statements run, whatever tables there are. */
export interface Unfinished extends QueryExecutorProvider {
  readonly schema: SchemaModule;
}

/** One step of a store's schema. Never edit a step that has shipped. */
export type Step = (db: Unfinished, types: ColumnTypes) => Promise<void>;

export const sqliteTypes: ColumnTypes = {
  bytes: 'blob',
  counted: 'integer',
  count: (column) => column.primaryKey().autoIncrement(),
};

export const postgresTypes: ColumnTypes = {
  bytes: 'bytea',
  counted: 'serial',
  count: (column) => column.primaryKey(),
};
