import type { Insertable, Selectable } from 'kysely';
import type { Act } from '../../core/desk.ts';
import { chunks, kept } from '../columns.ts';
import type { Database } from '../database.ts';
import type { ActQuery, Acts } from '../ports.ts';
import type { Tables } from '../schema.ts';

export function actsIn(db: Database): Acts {
  return {
    async add(acts) {
      for (const part of chunks(acts)) await db.insertInto('acts').values(part.map(actRow)).execute();
    },

    async of(query, { offset, limit }) {
      const rows = await filtered(db, query)
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map(actOf);
    },

    async count(query) {
      const { acts } = await filtered(db, query)
        .select((row) => row.fn.countAll().as('acts'))
        .executeTakeFirstOrThrow();
      return Number(acts);
    },

    async group(id) {
      const rows = await db
        .selectFrom('acts')
        .selectAll()
        .where('together', '=', id)
        .orderBy('seq')
        .execute();
      return rows.map(actOf);
    },
  };
}

function filtered(db: Database, { batch, filing, by, kinds }: ActQuery) {
  let acts = db.selectFrom('acts');
  if (batch !== undefined) acts = acts.where('batch', '=', batch);
  if (filing !== undefined) acts = acts.where('filing', '=', filing);
  if (by !== undefined) acts = acts.where('by', '=', by);
  if (kinds !== undefined) acts = acts.where('kind', 'in', kinds);
  return acts;
}

export function actRow({ text, group, old, new: after, by, ...act }: Act): Insertable<Tables['acts']> {
  return {
    ...act,
    by: kept(by),
    text_zh: kept(text.zh),
    text_en: kept(text.en),
    old: kept(old),
    new: kept(after),
    together: group,
  };
}

function actOf({ seq: _, text_zh, text_en, together, ...act }: Selectable<Tables['acts']>): Act {
  return { ...act, text: { zh: text_zh, en: text_en }, group: together };
}
