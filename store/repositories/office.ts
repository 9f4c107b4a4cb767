import { json, kept, parsed } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Drafts, Letters, Users } from '../ports.ts';

export function draftsIn(db: Database): Drafts {
  return {
    async get(filing, user) {
      const row = await db
        .selectFrom('drafts')
        .select('body')
        .where('filing', '=', filing)
        .where('user', '=', user)
        .executeTakeFirst();
      return row && parsed(row.body);
    },

    async put(filing, user, draft) {
      const body = kept(json(draft));
      await db
        .insertInto('drafts')
        .values({ filing, user, body })
        .onConflict((conflict) => conflict.columns(['filing', 'user']).doUpdateSet({ body }))
        .execute();
    },

    async drop(filing, user) {
      await db.deleteFrom('drafts').where('filing', '=', filing).where('user', '=', user).execute();
    },
  };
}

export function usersIn(db: Database): Users {
  const users = () => db.selectFrom('users').select(['id', 'name', 'role', 'active']);
  return {
    async all() {
      const rows = await users().orderBy('id').execute();
      return rows.map((row) => ({ ...row, active: row.active === 1 }));
    },

    async get(id) {
      const row = await users().where('id', '=', id).executeTakeFirst();
      return row && { ...row, active: row.active === 1 };
    },

    async put({ id, name, role, active }, secret) {
      const changed = { name: kept(name), role, active: active ? 1 : 0 };
      await db
        .insertInto('users')
        .values({ id, ...changed, secret: secret ?? '' })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ ...changed, ...(secret === undefined ? {} : { secret }) }),
        )
        .execute();
    },

    async secret(id) {
      const row = await db.selectFrom('users').select('secret').where('id', '=', id).executeTakeFirst();
      return row?.secret || undefined;
    },
  };
}

export function lettersIn(db: Database): Letters {
  const letters = () =>
    db
      .selectFrom('letters')
      .select([
        'id',
        'batch',
        'filing',
        'version',
        'kind',
        'year',
        'serial',
        'number',
        'by',
        'at',
        'told',
        'blob',
        'name',
      ])
      .orderBy('seq');
  // Written by `add` alone: the shape is ours.
  const told = <Row extends { readonly told: string }>(row: Row) => ({
    ...row,
    told: parsed(row.told) as readonly string[],
  });
  return {
    async add(letter) {
      await db
        .insertInto('letters')
        .values({ ...letter, told: JSON.stringify(letter.told), number: kept(letter.number) })
        .execute();
    },

    async of(filing) {
      return (await letters().where('filing', '=', filing).execute()).map(told);
    },

    async ofBatch(batch) {
      return (await letters().where('batch', '=', batch).execute()).map(told);
    },

    async last(year) {
      const row = await db
        .selectFrom('letters')
        .select((one) => one.fn.max('serial').as('serial'))
        .where('year', '=', year)
        .executeTakeFirst();
      return Number(row?.serial ?? 0);
    },
  };
}
