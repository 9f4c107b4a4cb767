import { chunks, json, kept, parsed } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Awards, StoredAward } from '../ports.ts';

export function awardsIn(db: Database): Awards {
  return {
    async put(awards) {
      // The last of those with one id counts, and one statement may not touch a row twice.
      const byId = new Map(awards.map((award) => [award.id, award]));
      return await db.transaction().execute(async (trx) => {
        let replaced = 0;
        for (const part of chunks([...byId.values()])) {
          const ids = part.map(({ id }) => id);
          replaced += (await trx.selectFrom('awards').select('id').where('id', 'in', ids).execute()).length;
          await trx
            .insertInto('awards')
            .values(part.map(rowOf))
            .onConflict((conflict) =>
              conflict.column('id').doUpdateSet((row) => ({
                source: row.ref('excluded.source'),
                data: row.ref('excluded.data'),
                imported_at: row.ref('excluded.imported_at'),
              })),
            )
            .execute();
        }
        const added = byId.size - replaced;
        return { added, replaced: awards.length - added };
      });
    },

    async all() {
      const rows = await db.selectFrom('awards').select(['id', 'source', 'data']).orderBy('seq').execute();
      return rows.map((row) => ({ ...row, data: parsed(row.data) }));
    },

    async mark() {
      const { awards, at } = await db
        .selectFrom('awards')
        .select((row) => [row.fn.countAll().as('awards'), row.fn.max('imported_at').as('at')])
        .executeTakeFirstOrThrow();
      return `${awards} ${at ?? ''}`;
    },
  };
}

function rowOf({ id, source, data }: StoredAward) {
  return { id, source: kept(source), data: json(data), imported_at: new Date().toISOString() };
}
