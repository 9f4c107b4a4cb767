import type { FilingVersion } from '../../core/records.ts';
import { chunks, kept } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Filings } from '../ports.ts';

export function filingsIn(db: Database): Filings {
  const filings = () =>
    db
      .selectFrom('filings')
      .select(['filing', 'batch', 'version', 'form', 'file', 'applicant', 'title', 'by'])
      .select(['added_at as addedAt', 'replaced_at']);
  return {
    async put(version) {
      const row = rowOf(version);
      await db
        .insertInto('filings')
        .values(row)
        .onConflict((conflict) => conflict.columns(['filing', 'version']).doUpdateSet(row))
        .execute();
    },

    async of(batch) {
      return (await filings().where('batch', '=', batch).orderBy('seq').execute()).map(versionOf);
    },

    async versions(filing) {
      return (await filings().where('filing', '=', filing).orderBy('version').execute()).map(versionOf);
    },

    async latest(names) {
      const found: FilingVersion[] = [];
      for (const part of chunks(names)) {
        const rows = await filings()
          .where('filing', 'in', part)
          .where('version', '=', ({ selectFrom }) =>
            selectFrom('filings as later')
              .select(({ fn }) => fn.max('later.version').as('last'))
              .whereRef('later.filing', '=', 'filings.filing'),
          )
          .execute();
        found.push(...rows.map(versionOf));
      }
      return found;
    },

    async replace(filing, version, at) {
      await db
        .updateTable('filings')
        .set({ replaced_at: at })
        .where('filing', '=', filing)
        .where('version', '=', version)
        .execute();
    },
  };
}

function rowOf({ addedAt, replacedAt, file, applicant, title, ...same }: FilingVersion) {
  return {
    filing: same.filing,
    batch: same.batch,
    version: same.version,
    form: same.form,
    by: same.by,
    file: kept(file),
    applicant: kept(applicant),
    title: kept(title),
    added_at: addedAt,
    replaced_at: replacedAt ?? null,
  };
}

type Row = Omit<FilingVersion, 'replacedAt'> & { readonly replaced_at: string | null };

function versionOf({ replaced_at, ...version }: Row): FilingVersion {
  return { ...version, ...(replaced_at !== null && { replacedAt: replaced_at }) };
}
