import type { Transaction } from 'kysely';
import type { FilingState } from '../../core/filing-state.ts';
import type { BatchOutcome, FilingOutcome } from '../../core/outcome.ts';
import { chunks, clip, pack, unpack } from '../columns.ts';
import type { Database } from '../database.ts';
import type { OutcomeFacts, OutcomeQuery, Outcomes } from '../ports.ts';
import type { Tables } from '../schema.ts';
import { hasFinding } from './has-finding.ts';
import {
  classificationRows,
  fieldRows,
  findingRows,
  listColumns,
  matchRows,
  outcomeRow,
} from './outcome-rows.ts';

/** So many packed outcomes are in memory at once while they are streamed. */
const streamed = 20;

/** More than any run has: SQLite takes no offset without a limit. */
const all = 2 ** 31 - 1;

export function outcomesIn(db: Database): Outcomes {
  return {
    async put(run, outcome, facts) {
      const body = await pack(outcome);
      await db.transaction().execute((trx) => replace(trx, run, outcome, facts, body));
    },

    async get(run, filing) {
      const row = await db
        .selectFrom('outcomes')
        .innerJoin('outcome_bodies', 'outcome_bodies.outcome', 'outcomes.seq')
        .select('body')
        .where('run', '=', run)
        .where('filing', '=', filing)
        .executeTakeFirst();
      // Written by `put` alone: the shape is ours.
      return row && ((await unpack(row.body)) as FilingOutcome);
    },

    async version(filing, version) {
      const row = await db
        .selectFrom('outcomes')
        .innerJoin('outcome_bodies', 'outcome_bodies.outcome', 'outcomes.seq')
        .select('body')
        .where('filing', '=', filing)
        .where('version', '=', version)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && ((await unpack(row.body)) as FilingOutcome);
    },

    async rows(query) {
      return asksForNothing(query) ? [] : await listed(db, query).execute();
    },

    async count(query) {
      const counts = { passed: 0, remarked: 0, mend: 0, failed: 0, open: 0, unread: 0 };
      const rows = asksForNothing(query) ? [] : await counted(db, query).execute();
      for (const { state, filings } of rows) counts[state] = Number(filings);
      return counts satisfies Record<FilingState, number>;
    },

    async *stream(run) {
      let last = { position: -1, seq: -1 };
      for (;;) {
        const rows = await streamedAfter(db, run, last).execute();
        for (const { body } of rows) yield (await unpack(body)) as FilingOutcome;
        const end = rows.at(-1);
        if (!end) return;
        last = end;
      }
    },

    async putBatch(run, outcome) {
      const body = await pack(outcome);
      await db
        .insertInto('batch_outcomes')
        .values({ run, body })
        .onConflict((conflict) => conflict.column('run').doUpdateSet({ body }))
        .execute();
    },

    async batch(run) {
      const row = await db
        .selectFrom('batch_outcomes')
        .select('body')
        .where('run', '=', run)
        .executeTakeFirst();
      return row && ((await unpack(row.body)) as BatchOutcome);
    },
  };
}

/** The outcome's row keeps its number, so that an outcome judged again stays where it stood in its run. */
async function replace(
  trx: Transaction<Tables>,
  run: string,
  outcome: FilingOutcome,
  facts: OutcomeFacts,
  body: Buffer,
): Promise<void> {
  const place = await trx
    .selectFrom('filings')
    .select('seq')
    .where('filing', '=', outcome.filing)
    // A filing that was corrected stands where its first version stood.
    .orderBy('version')
    .limit(1)
    .executeTakeFirst();
  const row = outcomeRow(run, place?.seq ?? 0, outcome, facts);
  const { seq } = await trx
    .insertInto('outcomes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['run', 'filing']).doUpdateSet(row))
    .returning('seq')
    .executeTakeFirstOrThrow();
  for (const table of ['findings', 'matches', 'classifications', 'fields'] as const)
    await trx.deleteFrom(table).where('outcome', '=', seq).execute();
  await trx
    .insertInto('outcome_bodies')
    .values({ outcome: seq, body })
    .onConflict((conflict) => conflict.column('outcome').doUpdateSet({ body }))
    .execute();
  for (const part of chunks(findingRows(seq, outcome)))
    await trx.insertInto('findings').values(part).execute();
  for (const part of chunks(matchRows(seq, outcome))) await trx.insertInto('matches').values(part).execute();
  for (const part of chunks(classificationRows(seq, outcome)))
    await trx.insertInto('classifications').values(part).execute();
  for (const part of chunks(fieldRows(seq, outcome))) await trx.insertInto('fields').values(part).execute();
}

export function listed(db: Database, query: OutcomeQuery) {
  return filtered(db, query)
    .select(listColumns)
    .orderBy('position')
    .orderBy('seq')
    .limit(query.limit ?? all)
    .offset(query.offset ?? 0);
}

export function counted(db: Database, query: OutcomeQuery) {
  return filtered(db, query)
    .select((row) => ['state', row.fn.countAll().as('filings')])
    .groupBy('state');
}

export function streamedAfter(db: Database, run: string, last: { position: number; seq: number }) {
  return db
    .selectFrom('outcomes')
    .innerJoin('outcome_bodies', 'outcome_bodies.outcome', 'outcomes.seq')
    .select(['position', 'seq', 'body'])
    .where('run', '=', run)
    .where((row) => row(row.refTuple('position', 'seq'), '>', row.tuple(last.position, last.seq)))
    .orderBy('position')
    .orderBy('seq')
    .limit(streamed);
}

/** An empty choice, which SQL cannot say. */
function asksForNothing({ states, rule }: OutcomeQuery): boolean {
  return states?.length === 0 || rule?.verdicts.length === 0;
}

function filtered(db: Database, query: OutcomeQuery) {
  const { states, rule, scheme, region, applicant, confidenceBelow } = query;
  let outcomes = db.selectFrom('outcomes').where('run', '=', query.run);
  if (states) outcomes = outcomes.where('state', 'in', states);
  if (applicant !== undefined) outcomes = outcomes.where('applicant', '=', clip(applicant));
  if (confidenceBelow !== undefined) outcomes = outcomes.where('confidence', '<', confidenceBelow);
  // From the first code that begins so to the last, so that the index is used.
  if (region) outcomes = outcomes.where('region', '>=', region).where('region', '<=', region.padEnd(6, '9'));
  if (rule) outcomes = outcomes.where(hasFinding(rule));
  if (scheme)
    outcomes = outcomes.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('classifications')
          .select('place')
          .whereRef('classifications.outcome', '=', 'outcomes.seq')
          .where('scheme', '=', scheme.id)
          .where('label', '=', scheme.label),
      ),
    );
  return outcomes;
}
