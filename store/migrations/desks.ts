import type { Step } from './step.ts';
import { counted, index, table } from './tables.ts';

/** Version 5: the office's desk: who looks at what, what was found, typed, done and sent. */
export const desks: Step = async (db, types) => {
  await db.schema
    .alterTable('decisions')
    .addColumn('step', 'text', (column) => column.notNull().defaultTo('first'))
    .execute();
  await table(db, 'desks', ['filing', 'batch', 'stage', 'now', 'unit', 'reason'])
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('decision', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('doubts', 'integer', (column) => column.notNull())
    .addColumn('checklist', 'integer', (column) => column.notNull())
    .addColumn('repeats', 'integer', (column) => column.notNull())
    .addColumn('assignee', 'text')
    .addColumn('lease_by', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('again', 'integer', (column) => column.notNull())
    .addColumn('need', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('desks_key', ['filing'])
    .execute();
  for (const column of ['stage', 'need', 'assignee', 'unit', 'now'])
    await index(db, 'desks', ['batch', column]).execute();
  const ruled = ['id', 'filing', 'subject', 'value', 'note', 'by', 'at'];
  await counted(db, 'rulings', types, ruled)
    .addColumn('confidence', 'double precision')
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await index(db, 'rulings', ['filing', 'seq']).execute();
  const acts = ['id', 'batch', 'filing', 'by', 'at', 'kind', 'text_zh', 'text_en', 'old', 'new', 'together'];
  await counted(db, 'acts', types, acts)
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('seconds', 'double precision', (column) => column.notNull())
    .execute();
  for (const column of ['batch', 'filing', 'together', 'by'])
    await index(db, 'acts', [column, 'seq']).execute();
  await table(db, 'drafts', ['filing', 'user', 'body'])
    .addPrimaryKeyConstraint('drafts_key', ['filing', 'user'])
    .execute();
  await table(db, 'users', ['id', 'name', 'role', 'secret'])
    .addColumn('active', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('users_key', ['id'])
    .execute();
  await table(db, 'batch_settings', ['batch', 'body'])
    .addPrimaryKeyConstraint('batch_settings_key', ['batch'])
    .execute();
  await counted(db, 'letters', types, [
    'id',
    'batch',
    'filing',
    'kind',
    'number',
    'by',
    'at',
    'told',
    'blob',
    'name',
  ])
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('serial', 'integer', (column) => column.notNull())
    .execute();
  await index(db, 'letters', ['filing', 'seq']).execute();
  await index(db, 'letters', ['year', 'serial']).unique().execute();
};
