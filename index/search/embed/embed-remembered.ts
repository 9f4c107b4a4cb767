import { createHash } from 'node:crypto';
import type { Embeddings } from '@langchain/core/embeddings';
import type { VectorMemory } from '../../../core/vector-memory.ts';

/** What makes vectors, under its name and version, and where they are kept. */
export interface Embedder {
  readonly embeddings: Embeddings;
  readonly name: string;
  readonly memory?: VectorMemory;
}

/**
 * Vectors of texts, computed only where the memory has none of this embedder and version. Single precision
 * with or without a memory, so that a second run judges as the first.
 */
export async function embedRemembered(
  texts: readonly string[],
  embeddings: Embeddings,
  name: string,
  memory?: VectorMemory,
): Promise<number[][]> {
  const embedder = { embeddings, name, ...(memory ? { memory } : {}) };
  const vectors = await embedByKey(texts.map(textKey), embedder, async (missing) =>
    missing.map((at) => texts[at] ?? ''),
  );
  return vectors.map((vector) => Array.from(vector));
}

/** The same by the texts' keys; `textsOf` is asked for those only, by their places, that have no vector. */
export async function embedByKey(
  keys: readonly string[],
  { embeddings, name, memory }: Embedder,
  textsOf: (missing: readonly number[]) => Promise<readonly string[]>,
): Promise<Float32Array[]> {
  const known = (await memory?.vectorsOf(name, keys)) ?? [];
  const vectors = keys.map((_, i) => known[i] ?? new Float32Array());
  const missing = keys.flatMap((_, i) => (known[i] ? [] : [i]));
  if (missing.length === 0) return vectors;
  const made = await embeddings.embedDocuments([...(await textsOf(missing))]);
  missing.forEach((i, j) => {
    vectors[i] = Float32Array.from(made[j] ?? []);
  });
  await memory?.keepVectors(
    name,
    missing.map((i) => [keys[i] ?? '', vectors[i] ?? new Float32Array()]),
  );
  return vectors;
}

/** What a text is known by among vectors. */
export const textKey = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
