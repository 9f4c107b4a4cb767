import type { CreateTableBuilder } from 'kysely';
import type { ColumnTypes, Unfinished } from './step.ts';

/** How the steps make their tables. */

/** A table with these columns of text, none of which may be empty of a value. */
export function table(db: Unfinished, name: string, texts: readonly string[]): Making {
  return withTexts(db.schema.createTable(name), texts);
}

/** The same with `seq`, which counts its rows up in the order in which they came. */
export function counted(db: Unfinished, name: string, types: ColumnTypes, texts: readonly string[]): Making {
  return withTexts(db.schema.createTable(name).addColumn('seq', types.counted, types.count), texts);
}

export type Making = CreateTableBuilder<string, string>;

function withTexts(making: Making, texts: readonly string[]): Making {
  return texts.reduce((made, text) => made.addColumn(text, 'text', (column) => column.notNull()), making);
}

export function index(db: Unfinished, on: string, columns: string[]) {
  return db.schema
    .createIndex(`${on}_by_${columns.join('_')}`)
    .on(on)
    .columns(columns);
}
