import { createHash } from 'node:crypto';
import type { Embeddings } from '@langchain/core/embeddings';
import type { VectorMemory } from '../../../core/vector-memory.ts';

/**
 * Vectors of texts, computed only where the memory has none of this embedder and version. Single precision
 * with or without a memory, so that a second run judges as the first.
 */
export async function embedRemembered(
  texts: readonly string[],
  embedder: Embeddings,
  name: string,
  memory?: VectorMemory,
): Promise<number[][]> {
  const keys = texts.map(keyOf);
  const known = (await memory?.vectorsOf(name, keys)) ?? [];
  const missing = texts.flatMap((_, i) => (known[i] ? [] : [i]));
  const made = await embedder.embedDocuments(missing.map((i) => texts[i] ?? ''));
  const vectors = texts.map((_, i) => known[i] ?? new Float32Array());
  missing.forEach((i, j) => {
    vectors[i] = Float32Array.from(made[j] ?? []);
  });
  await memory?.keepVectors(
    name,
    missing.map((i) => [keys[i] ?? '', vectors[i] ?? new Float32Array()]),
  );
  return vectors.map((vector) => Array.from(vector));
}

const keyOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
