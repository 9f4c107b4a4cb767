import type { FieldValue } from '../../core/filing.ts';
import { kept, parsed } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Corrections, Decisions } from '../ports.ts';

/** Decisions are added and never changed: one with an id that is there already is refused. */
export function decisionsIn(db: Database): Decisions {
  return {
    async add({ id, filing, version, kind, reasons, note, by, at }) {
      const texts = { note: kept(note), by: kept(by), reasons: JSON.stringify(reasons) };
      await db
        .insertInto('decisions')
        .values({ id, filing, version, kind, at, ...texts })
        .execute();
    },

    async of(filing) {
      const rows = await db
        .selectFrom('decisions')
        .select(['id', 'filing', 'version', 'kind', 'reasons', 'note', 'by', 'at'])
        .where('filing', '=', filing)
        .orderBy('seq')
        .execute();
      // Written by `add` alone: the shape is ours.
      return rows.map((row) => ({ ...row, reasons: parsed(row.reasons) as readonly string[] }));
    },
  };
}

export function correctionsIn(db: Database): Corrections {
  return {
    async add({ id, filing, version, field, from, to, by, why, at }) {
      const values = { from_value: JSON.stringify(from), to_value: JSON.stringify(to) };
      const texts = { by: kept(by), why: kept(why) };
      await db
        .insertInto('corrections')
        .values({ id, filing, version, field, at, ...values, ...texts })
        .execute();
    },

    async of(filing) {
      const rows = await db
        .selectFrom('corrections')
        .select(['id', 'filing', 'version', 'field', 'from_value', 'to_value', 'by', 'why', 'at'])
        .where('filing', '=', filing)
        .orderBy('seq')
        .execute();
      return rows.map(({ from_value, to_value, ...row }) => ({
        ...row,
        from: parsed(from_value) as FieldValue,
        to: parsed(to_value) as FieldValue,
      }));
    },
  };
}
