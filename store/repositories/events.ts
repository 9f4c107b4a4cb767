import type { RunEvent } from '../../core/records.ts';
import { chunks, parsed } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Events } from '../ports.ts';

/** More than any run has: SQLite takes no offset without a limit. */
const all = 2 ** 31 - 1;

export function eventsIn(db: Database): Events {
  return {
    async add(events) {
      const rows = events.map(({ run, at, event }) => ({ run, at, event: JSON.stringify(event) }));
      await db.transaction().execute(async (trx) => {
        for (const part of chunks(rows)) await trx.insertInto('events').values(part).execute();
      });
    },

    async of(run, after = 0) {
      const rows = await db
        .selectFrom('events')
        .select(['run', 'at', 'event'])
        .where('run', '=', run)
        .orderBy('seq')
        .limit(all)
        .offset(after)
        .execute();
      // Written by `add` alone: the shape is ours.
      return rows.map((row) => ({ ...row, event: parsed(row.event) as RunEvent }));
    },
  };
}
