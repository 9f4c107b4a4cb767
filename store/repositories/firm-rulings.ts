import { kept } from '../columns.ts';
import type { Database } from '../database.ts';
import type { FirmRulings } from '../ports.ts';

/** Rulings are added and never changed; a later one of the same pair counts instead. */
export function firmRulingsIn(db: Database): FirmRulings {
  return {
    async add(rulings) {
      if (rulings.length === 0) return;
      await db.transaction().execute(async (trx) => {
        for (const { firm, other, note, ...ruling } of rulings)
          await trx
            .insertInto('firm_rulings')
            .values({ ...ruling, firm: kept(firm), other: kept(other), note: kept(note) })
            .execute();
      });
    },

    async all() {
      return await db
        .selectFrom('firm_rulings')
        .select(['id', 'kind', 'firm', 'other', 'note', 'by', 'at'])
        .orderBy('seq')
        .execute();
    },
  };
}
