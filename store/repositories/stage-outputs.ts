import { chunks, kept, pack, unpack } from '../columns.ts';
import type { Database } from '../database.ts';
import { type StageOutputs, StoreFailure } from '../ports.ts';

/** So many packed outputs are in memory at once while they are streamed. */
const streamed = 50;

export function stageOutputs(db: Database): StageOutputs {
  return {
    async get(stage, key) {
      const row = await db
        .selectFrom('stage_outputs')
        .select('body')
        .where('stage', '=', stage)
        .where('key', '=', key)
        .executeTakeFirst();
      return row && (await unlessDamaged(() => unpack(row.body)));
    },

    async has(stage, keys) {
      const found = new Set<string>();
      for (const part of chunks([...new Set(keys)])) {
        const rows = await db
          .selectFrom('stage_outputs')
          .select('key')
          .where('stage', '=', stage)
          .where('key', 'in', part)
          .execute();
        for (const { key } of rows) found.add(key);
      }
      return found;
    },

    async *stream(stage, keys) {
      for (const part of chunks(keys, streamed)) {
        const rows = await db
          .selectFrom('stage_outputs')
          .select(['key', 'body'])
          .where('stage', '=', stage)
          .where('key', 'in', part)
          .execute();
        const bodies = new Map(rows.map(({ key, body }) => [key, body]));
        for (const key of part) {
          const body = bodies.get(key);
          yield body && (await unlessDamaged(() => unpack(body)));
        }
      }
    },

    async put(stage, key, value) {
      const body = await pack(value);
      await db
        .insertInto('stage_outputs')
        .values({ stage: kept(stage), key, body, kept_at: new Date().toISOString() })
        .onConflict((conflict) =>
          conflict.columns(['stage', 'key']).doUpdateSet((row) => ({
            body: row.ref('excluded.body'),
            kept_at: row.ref('excluded.kept_at'),
          })),
        )
        .execute();
    },
  };
}

/** A damaged entry is as none: the stage runs again and replaces it. */
async function unlessDamaged(read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof StoreFailure && error.fault === 'damaged') return undefined;
    throw error;
  }
}
