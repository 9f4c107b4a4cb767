import type { ColumnTypes, Step, Unfinished } from './step.ts';
import { counted, index, type Making, table } from './tables.ts';

/** Version 4: the repositories of `ports.ts`, each its tables and the indexes that its questions use. */
export const repositories: Step = async (db, types) => {
  await kept(db, types);
  await batches(db, types);
  await outcomes(db, types);
  await people(db, types);
};

/** What is kept from one batch to the next. */
async function kept(db: Unfinished, types: ColumnTypes): Promise<void> {
  await table(db, 'stage_outputs', ['stage', 'key', 'kept_at'])
    .addColumn('body', types.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('stage_outputs_key', ['stage', 'key'])
    .execute();
  await counted(db, 'awards', types, ['id', 'source', 'data', 'imported_at']).execute();
  await index(db, 'awards', ['id']).unique().execute();
  await table(db, 'known_filings', ['id', 'call', 'version'])
    .addColumn('screened', 'integer', (column) => column.notNull())
    .addColumn('body', types.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('known_filings_key', ['id', 'call'])
    .execute();
  await index(db, 'known_filings', ['screened', 'id', 'call']).execute();
  await table(db, 'embedders', ['name'])
    .addColumn('state', types.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('embedders_key', ['name'])
    .execute();
  await table(db, 'vectors', ['embedder', 'text'])
    .addColumn('vector', types.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('vectors_key', ['embedder', 'text'])
    .execute();
  await counted(db, 'old_runs', types, ['call', 'started_at', 'results']).execute();
  await index(db, 'old_runs', ['call', 'seq']).execute();
}

async function batches(db: Unfinished, types: ColumnTypes): Promise<void> {
  await counted(db, 'batches', types, ['id', 'call', 'name', 'created_at']).execute();
  await index(db, 'batches', ['id']).unique().execute();
  await index(db, 'batches', ['call', 'name']).unique().execute();
  await counted(db, 'runs', types, ['id', 'batch', 'started_at', 'state', 'key', 'settings', 'versions'])
    .addColumn('finished_at', 'text')
    .execute();
  await index(db, 'runs', ['id']).unique().execute();
  await index(db, 'runs', ['batch', 'started_at']).execute();
  await counted(db, 'filings', types, [
    'filing',
    'batch',
    'form',
    'file',
    'applicant',
    'title',
    'by',
    'added_at',
  ])
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('replaced_at', 'text')
    .execute();
  await index(db, 'filings', ['filing', 'version']).unique().execute();
  await index(db, 'filings', ['batch', 'seq']).execute();
  await counted(db, 'events', types, ['run', 'at', 'event']).execute();
  await index(db, 'events', ['run', 'seq']).execute();
}

async function outcomes(db: Unfinished, types: ColumnTypes): Promise<void> {
  await counted(db, 'outcomes', types, ['run', 'filing', 'id', 'file', 'status', 'state'])
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('remarks', 'integer', (column) => column.notNull())
    .addColumn('checklist', 'integer', (column) => column.notNull())
    .addColumn('applicant', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .execute();
  await index(db, 'outcomes', ['run', 'filing']).unique().execute();
  await index(db, 'outcomes', ['run', 'position', 'seq']).execute();
  for (const column of ['state', 'region', 'applicant', 'confidence'])
    await index(db, 'outcomes', ['run', column]).execute();
  await index(db, 'outcomes', ['filing']).execute();
  await db.schema
    .createTable('outcome_bodies')
    .addColumn('outcome', 'integer', (column) => column.primaryKey())
    .addColumn('body', types.bytes, (column) => column.notNull())
    .execute();
  await partOf(db, 'findings', ['rule', 'verdict', 'consequence', 'clause', 'message_zh', 'message_en'])
    .addColumn('manual', 'integer', (column) => column.notNull())
    .execute();
  await index(db, 'findings', ['rule', 'verdict', 'outcome']).execute();
  await partOf(db, 'matches', ['kind', 'target_type', 'target', 'verdict'])
    .addColumn('score', 'double precision', (column) => column.notNull())
    .execute();
  await index(db, 'matches', ['target', 'kind', 'outcome']).execute();
  await index(db, 'matches', ['verdict', 'outcome']).execute();
  await partOf(db, 'classifications', ['scheme'])
    .addColumn('label', 'text')
    .addColumn('declared', 'text')
    .addColumn('score', 'double precision')
    .execute();
  await index(db, 'classifications', ['scheme', 'label', 'outcome']).execute();
  await partOf(db, 'fields', ['key', 'state'])
    .addColumn('text', 'text')
    .addColumn('number', 'double precision')
    .addColumn('unit', 'text')
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .execute();
  await index(db, 'fields', ['key', 'text']).execute();
  await index(db, 'fields', ['key', 'number']).where('number', 'is not', null).execute();
  await table(db, 'batch_outcomes', ['run'])
    .addColumn('body', types.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('batch_outcomes_key', ['run'])
    .execute();
}

/** What people decided and put right. */
async function people(db: Unfinished, types: ColumnTypes): Promise<void> {
  await counted(db, 'decisions', types, ['id', 'filing', 'kind', 'reasons', 'note', 'by', 'at'])
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await index(db, 'decisions', ['id']).unique().execute();
  await index(db, 'decisions', ['filing', 'seq']).execute();
  const texts = ['id', 'filing', 'field', 'from_value', 'to_value', 'by', 'why', 'at'];
  await counted(db, 'corrections', types, texts)
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await index(db, 'corrections', ['id']).unique().execute();
  await index(db, 'corrections', ['filing', 'seq']).execute();
}

/** One of the lists of an outcome. */
function partOf(db: Unfinished, name: string, texts: readonly string[]): Making {
  return table(db, name, texts)
    .addColumn('outcome', 'integer', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_key`, ['outcome', 'place']);
}
