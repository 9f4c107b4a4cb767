import type { Insertable } from 'kysely';
import type { Ruling } from '../../core/desk.ts';
import type { FieldValue } from '../../core/filing.ts';
import type { Correction, Decision } from '../../core/records.ts';
import { kept, parsed } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Corrections, Decisions, Rulings } from '../ports.ts';
import type { Tables } from '../schema.ts';

/** Decisions are added and never changed: one with an id that is there already is refused. */
export function decisionsIn(db: Database): Decisions {
  return {
    async add(decision) {
      await db.insertInto('decisions').values(decisionRow(decision)).execute();
    },

    async of(filing) {
      const rows = await db
        .selectFrom('decisions')
        .select(['id', 'filing', 'version', 'step', 'kind', 'reasons', 'note', 'by', 'at'])
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
    async add(correction) {
      await db.insertInto('corrections').values(correctionRow(correction)).execute();
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

/** Rulings are written by the acts they belong to (`desks.ts`). */
export function rulingsIn(db: Database): Rulings {
  return {
    async of(filing) {
      const rows = await db
        .selectFrom('rulings')
        .select(['id', 'filing', 'version', 'subject', 'value', 'note', 'confidence', 'by', 'at'])
        .where('filing', '=', filing)
        .orderBy('seq')
        .execute();
      return rows.map(({ confidence, ...row }) => (confidence === null ? row : { ...row, confidence }));
    },
  };
}

export function decisionRow({ note, by, reasons, ...decision }: Decision): Insertable<Tables['decisions']> {
  return { ...decision, note: kept(note), by: kept(by), reasons: JSON.stringify(reasons) };
}

export function correctionRow({
  from,
  to,
  by,
  why,
  ...correction
}: Correction): Insertable<Tables['corrections']> {
  const values = { from_value: JSON.stringify(from), to_value: JSON.stringify(to) };
  return { ...correction, ...values, by: kept(by), why: kept(why) };
}

export function rulingRow({ subject, value, note, by, ...ruling }: Ruling): Insertable<Tables['rulings']> {
  return { ...ruling, subject: kept(subject), value: kept(value), note: kept(note), by: kept(by) };
}
