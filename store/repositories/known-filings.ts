import { chunkSize, chunks, pack, unpack } from '../columns.ts';
import type { Database } from '../database.ts';
import { type KnownFilings, type StoredFiling, StoreFailure } from '../ports.ts';
import type { Bytes } from '../schema.ts';

const columns = ['id', 'call', 'version', 'body'] as const;

export function knownFilingsIn(db: Database): KnownFilings {
  return {
    async put(filings) {
      // Part by part, so that no more than a part is packed in memory.
      for (const part of chunks(filings, 50)) await putPart(db, part);
    },

    async screened() {
      return await db
        .selectFrom('known_filings')
        .select(['id', 'call', 'version'])
        .where('screened', '=', 1)
        .orderBy('id')
        .orderBy('call')
        .execute();
    },

    async *stream(ids) {
      let damaged: StoreFailure | undefined;
      for (const part of chunks(ids, chunkSize)) {
        const rows = new Map<string, Row>();
        for (const call of new Set(part.map((one) => one.call))) {
          const found = await db
            .selectFrom('known_filings')
            .select(columns)
            .where('call', '=', call)
            .where(
              'id',
              'in',
              part.filter((one) => one.call === call).map((one) => one.id),
            )
            .execute();
          for (const row of found) rows.set(keyOf(row), row);
        }
        for (const one of part) {
          const row = rows.get(keyOf(one));
          if (!row) continue;
          let filing: StoredFiling;
          try {
            filing = await filingOf(row);
          } catch (error) {
            // The others are not lost with it.
            if (!(error instanceof StoreFailure) || error.fault !== 'damaged') throw error;
            damaged ??= error;
            continue;
          }
          yield filing;
        }
      }
      if (damaged) throw damaged;
    },
  };
}

async function putPart(
  db: Database,
  filings: readonly (StoredFiling & { readonly screened: boolean })[],
): Promise<void> {
  const rows = await Promise.all(
    filings.map(async ({ id, call, version, screened, data }) => ({
      id,
      call,
      version,
      screened: screened ? 1 : 0,
      body: await pack(data),
    })),
  );
  await db.transaction().execute(async (trx) => {
    // One by one: a list may hold a filing twice, and one statement may not touch a row twice.
    for (const row of rows)
      await trx
        .insertInto('known_filings')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['id', 'call']).doUpdateSet({
            version: row.version,
            body: row.body,
            ...(row.screened === 1 && { screened: 1 }),
          }),
        )
        .execute();
  });
}

interface Row {
  readonly id: string;
  readonly call: string;
  readonly version: string;
  readonly body: Bytes;
}

const keyOf = ({ id, call }: { readonly id: string; readonly call: string }) => `${id} ${call}`;

async function filingOf({ id, call, version, body }: Row): Promise<StoredFiling> {
  return { id, call, version, data: await unpack(body) };
}
