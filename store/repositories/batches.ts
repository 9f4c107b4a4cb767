import type { Batch } from '../../core/records.ts';
import { json, kept, parsed } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Batches } from '../ports.ts';

const columns = ['id', 'call', 'name', 'created_at as createdAt'] as const;

export function batchesIn(db: Database): Batches {
  const batches = () => db.selectFrom('batches').select(columns);
  return {
    async put(batch) {
      const { id, ...changed } = rowOf(batch);
      await db
        .insertInto('batches')
        .values({ id, ...changed })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute();
    },

    async get(id) {
      return await batches().where('id', '=', id).executeTakeFirst();
    },

    async find(call, name) {
      return await batches().where('call', '=', call).where('name', '=', kept(name)).executeTakeFirst();
    },

    async all() {
      return await batches().orderBy('created_at', 'desc').orderBy('seq', 'desc').execute();
    },

    async settings(id) {
      const row = await db
        .selectFrom('batch_settings')
        .select('body')
        .where('batch', '=', id)
        .executeTakeFirst();
      return row && parsed(row.body);
    },

    async putSettings(batch, settings) {
      const body = kept(json(settings));
      await db
        .insertInto('batch_settings')
        .values({ batch, body })
        .onConflict((conflict) => conflict.column('batch').doUpdateSet({ body }))
        .execute();
    },

    async replaceSettings(batch, read, settings) {
      const body = kept(json(settings));
      if (read === undefined) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('batch_settings')
          .values({ batch, body })
          .onConflict((conflict) => conflict.column('batch').doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }
      const { numUpdatedRows } = await db
        .updateTable('batch_settings')
        .set({ body })
        .where('batch', '=', batch)
        .where('body', '=', kept(json(read)))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

function rowOf({ id, call, name, createdAt }: Batch) {
  return { id, call, name: kept(name), created_at: createdAt };
}
