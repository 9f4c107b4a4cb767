import { createHash } from 'node:crypto';
import type { Embeddings } from '@langchain/core/embeddings';
import type { Text } from '../../core/lang.ts';
import type { VectorMemory } from '../../core/vector-memory.ts';
import type { Entry } from '../entry.ts';
import type { Narrative } from '../indexed-filing.ts';
import type { ChunkKeys } from '../search/embed/chunk-keys.ts';
import { comparedChunks } from '../search/embed/chunks.ts';
import { type Embedder, embedByKey, textKey } from '../search/embed/embed-remembered.ts';
import { HashEmbeddings, hashVersion } from '../search/embed/hash-embeddings.ts';
import { Rarity } from '../search/embed/rarity.ts';
import { ServerEmbeddings } from '../search/embed/server-embeddings.ts';
import { VectorRows } from '../search/vectors/vector-rows.ts';

export interface Meanings {
  readonly of: VectorRows;
  readonly dims: number;
  /** What two entries taken at random reach: models of language find all filings somewhat alike. */
  readonly floor: number;
  /** Which embedder was used and why. */
  readonly detail: Text;
}

/** Reads the texts of some entries, in the order asked for. */
export type ReadTexts = (entries: readonly Entry[]) => AsyncIterable<readonly [Entry, Narrative]>;

/** So many entries are embedded at once: of no more the texts need be in memory. */
const atOnce = 250;

/** Texts enough to learn rarity from. */
const lessons = 1500;

/** Vectors of all entries; where the configured embedder fails, those of the default one, and it is said. */
export async function embedEntries(
  entries: readonly Entry[],
  chunks: ChunkKeys,
  read: ReadTexts,
  embedder?: Embeddings,
  memory?: VectorMemory,
): Promise<Meanings> {
  if (embedder && !(embedder instanceof HashEmbeddings)) {
    try {
      const detail = { zh: '嵌入服务', en: 'embedding server' };
      const name = embedder instanceof ServerEmbeddings ? embedder.name : undefined;
      // Of an embedder whose version is not known nothing is kept.
      const kept = name && memory ? { memory } : {};
      return await embedWith(
        entries,
        chunks,
        read,
        { embeddings: embedder, name: name ?? '', ...kept },
        detail,
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const failed = {
        zh: `嵌入服务不可用（${reason}），已改用内置嵌入`,
        en: `the embedding server failed (${reason}); the built-in embedder was used`,
      };
      return embedByHash(entries, chunks, read, failed, memory);
    }
  }
  const detail = { zh: '内置嵌入（字词哈希）', en: 'built-in embedder (hashed n-grams)' };
  return embedByHash(entries, chunks, read, detail, memory);
}

/**
 * What was learned of rarity is kept with the vectors, which are of no use without it, and learned anew once
 * there are twice as many texts to learn from.
 */
async function embedByHash(
  entries: readonly Entry[],
  chunks: ChunkKeys,
  read: ReadTexts,
  detail: Text,
  memory?: VectorMemory,
): Promise<Meanings> {
  const corpus = sampleOf(entries);
  const kept = await memory?.learned(hashFamily);
  const known = kept && Rarity.load(kept);
  const rarity = known && corpus.length < 2 * known.size ? known : new Rarity();
  const embeddings = new HashEmbeddings(rarity);
  if (rarity !== known) {
    for await (const [, { narrative }] of read(corpus)) embeddings.learn([narrative.text]);
    await memory?.learn(hashFamily, rarity.save());
  }
  const learned = createHash('sha256').update(rarity.save()).digest('hex').slice(0, 12);
  const name = `hash/${hashVersion}-${learned}`;
  return embedWith(entries, chunks, read, { embeddings, name, ...(memory ? { memory } : {}) }, detail);
}

const hashFamily = `hash/${hashVersion}`;

/** Entries with text, evenly taken, from which to learn what is rare. */
export function sampleOf(entries: readonly Entry[]): Entry[] {
  const texts = entries.filter((entry) => entry.chunks > 0);
  const step = Math.max(1, Math.ceil(texts.length / lessons));
  return texts.filter((_, i) => i % step === 0);
}

async function embedWith(
  entries: readonly Entry[],
  chunks: ChunkKeys,
  read: ReadTexts,
  embedder: Embedder,
  detail: Text,
): Promise<Meanings> {
  const rows = new VectorRows(entries);
  for (let from = 0; from < entries.length; from += atOnce)
    await embedSome(entries.slice(from, from + atOnce), chunks, read, embedder, rows);
  return { of: rows, dims: rows.dims, floor: floorOf(entries, rows), detail };
}

async function embedSome(
  entries: readonly Entry[],
  chunkKeys: ChunkKeys,
  read: ReadTexts,
  embedder: Embedder,
  rows: VectorRows,
): Promise<void> {
  const titles = entries.map((entry) => entry.title || '—');
  const chunks = entries.flatMap((entry) => Array.from({ length: entry.chunks }, (_, at) => ({ entry, at })));
  const keys = [...titles.map(textKey), ...entries.flatMap((entry) => chunkKeys.of(entry))];
  const vectors = await embedByKey(keys, embedder, async (missing) => {
    const sought = missing.flatMap((i) => chunks[i - titles.length] ?? []);
    const texts = new Map<Entry, string[]>();
    for await (const [entry, { narrative }] of read([...new Set(sought.map(({ entry }) => entry))]))
      texts.set(entry, comparedChunks(narrative.text));
    const textOf = ({ entry, at }: (typeof chunks)[number]) => texts.get(entry)?.[at] ?? '';
    return [...missing.flatMap((i) => titles[i] ?? []), ...sought.map(textOf)];
  });
  entries.forEach((entry, i) => {
    rows.putTitle(entry, vectors[i] ?? new Float32Array());
  });
  chunks.forEach(({ entry, at }, i) => {
    rows.putChunk(entry, at, vectors[titles.length + i] ?? new Float32Array());
  });
}

/** Median likeness of up to 200 pairs that lie far apart in the list; 0 where there are too few to tell. */
function floorOf(entries: readonly Entry[], rows: VectorRows): number {
  const withText = entries.filter(({ chunks }) => chunks > 0);
  if (withText.length < 20) return 0;
  const step = Math.max(1, Math.floor(withText.length / 200));
  const half = Math.floor(withText.length / 2);
  const chunksAt = (i: number) => rows.get(withText[i]?.key ?? -1)?.chunks ?? [];
  const found: number[] = [];
  for (let i = 0; i + half < withText.length; i += step)
    found.push(likenessOfMeaning(chunksAt(i), chunksAt(i + half)));
  return Math.min(0.95, found.sort((a, b) => a - b)[found.length >> 1] ?? 0);
}

/** Mean, over the chunks of one side, of the most alike chunk of the other; the better of both ways; 0..1. */
export function likenessOfMeaning(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number {
  if (a.length === 0 || b.length === 0) return 0;
  const similarities = a.map((x) => b.map((y) => dot(x, y)));
  const forth = mean(similarities.map((row) => Math.max(...row)));
  const back = mean(b.map((_, j) => Math.max(...similarities.map((row) => row[j] ?? 0))));
  return Math.max(0, Math.min(1, Math.max(forth, back)));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] ?? 0);
  return sum;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
