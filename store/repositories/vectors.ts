import type { VectorMemory } from '../../core/vector-memory.ts';
import { bytesOf, chunks, packBytes, unpackBytes } from '../columns.ts';
import type { Database } from '../database.ts';
import type { Bytes } from '../schema.ts';

export function vectorsIn(db: Database): VectorMemory {
  return {
    async learned(embedder) {
      const row = await db
        .selectFrom('embedders')
        .select('state')
        .where('name', '=', embedder)
        .executeTakeFirst();
      return row && (await unpackBytes(row.state));
    },

    async learn(embedder, state) {
      const packed = await packBytes(state);
      await db
        .insertInto('embedders')
        .values({ name: embedder, state: packed })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ state: packed }))
        .execute();
    },

    async vectorsOf(embedder, texts) {
      const found = new Map<string, Float32Array>();
      for (const part of chunks([...new Set(texts)])) {
        const rows = await db
          .selectFrom('vectors')
          .select(['text', 'vector'])
          .where('embedder', '=', embedder)
          .where('text', 'in', part)
          .execute();
        for (const { text, vector } of rows) found.set(text, floatsOf(vector));
      }
      return texts.map((text) => found.get(text));
    },

    async keepVectors(embedder, vectors) {
      const family = embedder.slice(0, embedder.lastIndexOf('/') + 1);
      const rows = new Map(
        vectors.map(([text, { buffer, byteOffset, byteLength }]) => [
          text,
          { embedder, text, vector: Buffer.from(buffer, byteOffset, byteLength) },
        ]),
      );
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('vectors')
          .where(
            (row) => row.fn<string>('substr', ['embedder', row.val(1), row.val(family.length)]),
            '=',
            family,
          )
          .where('embedder', '<>', embedder)
          .execute();
        for (const part of chunks([...rows.values()]))
          await trx
            .insertInto('vectors')
            .values(part)
            .onConflict((conflict) =>
              conflict
                .columns(['embedder', 'text'])
                .doUpdateSet((row) => ({ vector: row.ref('excluded.vector') })),
            )
            .execute();
      });
    },
  };
}

/** A copy: the bytes of a row need not begin where a float may. */
function floatsOf(vector: Bytes): Float32Array {
  const { buffer } = Uint8Array.from(bytesOf(vector));
  return new Float32Array(buffer);
}
