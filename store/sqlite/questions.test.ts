import type { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counted, listed, streamedAfter } from '../repositories/outcomes.ts';
import { type OpenDatabase, openSqlite } from './open.ts';

/** How SQLite answers the questions that an office with thousands of filings asks: by an index, not row by row. */

let open: OpenDatabase;

beforeAll(async () => {
  open = await openSqlite(':memory:');
});
afterAll(() => open.close());

async function planOf(query: { compile(): CompiledQuery }): Promise<string[]> {
  const { sql, ...rest } = query.compile();
  const plan = await open.db.executeQuery<{ detail: string }>({ ...rest, sql: `EXPLAIN QUERY PLAN ${sql}` });
  return plan.rows.map(({ detail }) => detail);
}

const scans = (plan: readonly string[]) => plan.filter((detail) => /^SCAN/.test(detail));

const run = 'run-1';
test.each([
  ['all', { run }],
  ['a page', { run, offset: 100, limit: 50 }],
  ['by state', { run, states: ['open', 'mend'] as const }],
  ['by a rule', { run, rule: { id: '1', verdicts: ['fail', 'unknown'] as const } }],
  ['by a label', { run, scheme: { id: 'mode', label: '平台化设计' } }],
  ['by region', { run, region: '3205' }],
  ['by applicant', { run, applicant: '甲公司' }],
  ['by confidence', { run, confidenceBelow: 0.6 }],
])('outcomes %s use indexes, listed and counted', async (_, query) => {
  for (const plan of [await planOf(listed(open.db, query)), await planOf(counted(open.db, query))]) {
    expect(plan.length).toBeGreaterThan(0);
    expect(scans(plan)).toEqual([]);
  }
});

test('outcomes are streamed along an index, without sorting', async () => {
  const plan = await planOf(streamedAfter(open.db, run, { position: 1, seq: 1 }));
  expect(scans(plan)).toEqual([]);
  expect(plan.join()).not.toMatch(/TEMP B-TREE/);
  expect(plan.join()).toContain('outcomes_by_run_position_seq');
});

test.each([
  [
    'known filings',
    'known_filings_by_screened',
    (db: OpenDatabase['db']) =>
      db
        .selectFrom('known_filings')
        .select(['id', 'call', 'version'])
        .where('screened', '=', 1)
        .orderBy('id'),
  ],
  [
    'events',
    'events_by_run_seq',
    (db: OpenDatabase['db']) =>
      db.selectFrom('events').select('event').where('run', '=', run).orderBy('seq').limit(9).offset(5),
  ],
  [
    'versions',
    'filings_by_batch_seq',
    (db: OpenDatabase['db']) =>
      db.selectFrom('filings').select('filing').where('batch', '=', 'b').orderBy('seq'),
  ],
  [
    'decisions',
    'decisions_by_filing_seq',
    (db: OpenDatabase['db']) =>
      db.selectFrom('decisions').select('kind').where('filing', '=', 'f').orderBy('seq'),
  ],
])('%s are read along their index', async (_, index, query) => {
  const plan = await planOf(query(open.db));
  expect(scans(plan)).toEqual([]);
  expect(plan.join()).toContain(index);
});
