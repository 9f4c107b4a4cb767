import type { Run, RunSettings } from '../../core/records.ts';
import { parsed } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Runs } from '../ports.ts';

export function runsIn(db: Database): Runs {
  const runs = () =>
    db
      .selectFrom('runs')
      .select(['id', 'batch', 'started_at', 'finished_at', 'state', 'key', 'settings', 'versions']);
  return {
    async put(run) {
      const { id, ...changed } = rowOf(run);
      await db
        .insertInto('runs')
        .values({ id, ...changed })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute();
    },

    async end(id, state, at) {
      await db.updateTable('runs').set({ state, finished_at: at }).where('id', '=', id).execute();
    },

    async get(id) {
      const row = await runs().where('id', '=', id).executeTakeFirst();
      return row && runOf(row);
    },

    async of(batch) {
      const rows = await runs()
        .where('batch', '=', batch)
        .orderBy('started_at', 'desc')
        .orderBy('seq', 'desc')
        .execute();
      return rows.map(runOf);
    },

    async old(call) {
      return await db
        .selectFrom('old_runs')
        .select(['started_at as startedAt', 'results'])
        .where('call', '=', call)
        .orderBy('seq', 'desc')
        .execute();
    },
  };
}

function rowOf({ id, batch, startedAt, finishedAt, state, key, settings, versions }: Run) {
  return {
    id,
    batch,
    started_at: startedAt,
    finished_at: finishedAt ?? null,
    state,
    key,
    settings: JSON.stringify(settings),
    versions: JSON.stringify(versions),
  };
}

interface Row {
  readonly id: string;
  readonly batch: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly state: Run['state'];
  readonly key: string;
  readonly settings: string;
  readonly versions: string;
}

function runOf({ id, batch, started_at, finished_at, state, key, settings, versions }: Row): Run {
  return {
    id,
    batch,
    startedAt: started_at,
    ...(finished_at !== null && { finishedAt: finished_at }),
    state,
    key,
    // Written by `rowOf` alone: the shape is ours.
    settings: parsed(settings) as RunSettings,
    versions: parsed(versions) as Run['versions'],
  };
}
