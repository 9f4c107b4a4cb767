import { sql, type Transaction } from 'kysely';
import type { Desk } from '../../core/desk.ts';
import { chunks } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Desks } from '../ports.ts';
import type { Tables } from '../schema.ts';
import { actRow } from './acts.ts';
import { deskFacets, deskTallies } from './desk-counts.ts';
import { asksForNothing, filtered } from './desk-filter.ts';
import { inOrder, type OrderColumn, orders, type PlaceColumn, stoodIn } from './desk-order.ts';
import { deskColumns, deskOf, deskRow } from './desk-rows.ts';
import { listColumns } from './outcome-rows.ts';
import { correctionRow, decisionRow, rulingRow } from './people.ts';

export function desksIn(db: Database): Desks {
  return {
    async get(filing) {
      const row = await db.selectFrom('desks').selectAll().where('filing', '=', filing).executeTakeFirst();
      return row && deskOf(row);
    },

    async of(batch) {
      return (await db.selectFrom('desks').selectAll().where('batch', '=', batch).execute()).map(deskOf);
    },

    async put(desks) {
      return await db.transaction().execute(async (trx) => {
        const moved: string[] = [];
        for (const desk of desks) if (!(await putOne(trx, desk))) moved.push(desk.filing);
        return moved;
      });
    },

    async commit(deeds) {
      return await db.transaction().execute(async (trx) => {
        const stale: string[] = [];
        const done = [];
        for (const deed of deeds) {
          // Who holds it is no part of an act.
          const { filing, lease_by: _, lease_until: __, ...changed } = deskRow(deed.desk);
          const { numUpdatedRows } = await trx
            .updateTable('desks')
            .set(changed)
            .where('filing', '=', filing)
            .where('revision', '=', deed.expected)
            .executeTakeFirst();
          if (numUpdatedRows === 0n) stale.push(filing);
          else done.push(deed);
        }
        for (const part of chunks(done.map(({ act }) => actRow(act))))
          await trx.insertInto('acts').values(part).execute();
        for (const part of chunks(done.flatMap((one) => one.decisions ?? []).map(decisionRow)))
          await trx.insertInto('decisions').values(part).execute();
        for (const part of chunks(done.flatMap((one) => one.rulings ?? []).map(rulingRow)))
          await trx.insertInto('rulings').values(part).execute();
        for (const part of chunks(done.flatMap((one) => one.corrections ?? []).map(correctionRow)))
          await trx.insertInto('corrections').values(part).execute();
        return stale;
      });
    },

    async hold(filing, user, until, now) {
      await db
        .updateTable('desks')
        .set({ lease_by: until === '' ? null : user, lease_until: until === '' ? null : until })
        .where('filing', '=', filing)
        .where((row) =>
          row.or([row('lease_by', 'is', null), row('lease_by', '=', user), row('lease_until', '<=', now)]),
        )
        .execute();
      return await this.get(filing);
    },

    async rows(query, { sort, offset, limit }) {
      if (asksForNothing(query)) return [];
      let rows = filtered(db, query)
        .select(listColumns.map((column) => `outcomes.${column}` as const))
        .select(deskColumns);
      for (const [column, order] of orders[sort]) rows = rows.orderBy(column, order);
      const found = await rows
        .orderBy('outcomes.position')
        .orderBy('outcomes.seq')
        .limit(limit)
        .offset(offset)
        .execute();
      return found.map((row) => {
        const { batch, desk_version: version, stage, now, ...rest } = row;
        const desk = deskOf({ ...rest, batch, version, stage, now });
        const { filing, id, file, state, remarks, applicant, title, region, confidence } = row;
        const outcome = { filing, id, file, state, remarks, applicant, title, region, confidence };
        return { ...outcome, version: row.version, checklist: row.checklist, desk };
      });
    },

    async following(query, sort, after, most) {
      if (asksForNothing(query)) return [];
      const keys = [...orders[sort], ...inOrder];
      const columns = keys.map(([column]) => column);
      const last = await db
        .selectFrom('outcomes')
        .innerJoin('desks', 'desks.filing', 'outcomes.filing')
        .select(columns.map((column) => sql.ref<string | number>(column).as(column)))
        .select(deskColumns)
        .where('outcomes.run', '=', query.run)
        .where('outcomes.filing', '=', after)
        .executeTakeFirst();
      let rows = filtered(db, query).select('outcomes.filing');
      if (last) {
        const { desk_version: version, ...row } = last;
        const stood = { ...last, ...stoodIn(query, deskOf({ ...row, filing: after, version })) };
        const of = (column: OrderColumn | PlaceColumn) => stood[column] ?? '';
        rows = rows.where((row) =>
          row.or(
            keys.map(([column, order], i) =>
              row.and([
                ...columns.slice(0, i).map((before) => row(before, '=', of(before))),
                row(column, order === 'asc' ? '>' : '<', of(column)),
              ]),
            ),
          ),
        );
      }
      for (const [column, order] of keys) rows = rows.orderBy(column, order);
      return (await rows.limit(most).execute()).map(({ filing }) => filing);
    },

    async count(query) {
      if (asksForNothing(query)) return 0;
      const { filings } = await filtered(db, query)
        .select((row) => row.fn.countAll().as('filings'))
        .executeTakeFirstOrThrow();
      return Number(filings);
    },
    tallies: (run) => deskTallies(db, run),
    facets: (run) => deskFacets(db, run),
  };
}

/** Whether the desk was still as it was read. */
async function putOne(trx: Transaction<Tables>, desk: Desk): Promise<boolean> {
  const row = deskRow(desk);
  const { filing: _, lease_by: __, lease_until: ___, ...changed } = row;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('desks')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('filing').doUpdateSet(changed).where('desks.revision', '=', desk.revision),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
