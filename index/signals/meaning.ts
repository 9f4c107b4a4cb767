import { createHash } from 'node:crypto';
import type { Embeddings } from '@langchain/core/embeddings';
import type { Text } from '../../core/lang.ts';
import type { VectorMemory } from '../../core/vector-memory.ts';
import type { Entry } from '../entry.ts';
import { chunksOf } from '../search/embed/chunks.ts';
import { embedRemembered } from '../search/embed/embed-remembered.ts';
import { HashEmbeddings, hashVersion } from '../search/embed/hash-embeddings.ts';
import { Rarity } from '../search/embed/rarity.ts';
import { ServerEmbeddings } from '../search/embed/server-embeddings.ts';
import { normalised } from '../search/vectors/exact.ts';

/** Vectors of one entry, each of length 1. */
export interface Vectors {
  readonly title: readonly number[];
  readonly chunks: readonly (readonly number[])[];
}

export interface Meanings {
  readonly of: ReadonlyMap<number, Vectors>;
  readonly dims: number;
  /** What two entries taken at random reach: models of language find all filings somewhat alike. */
  readonly floor: number;
  /** Which embedder was used and why. */
  readonly detail: Text;
}

/**
 * Chunks of one entry that are compared, each with each, by their meaning: some hundred pages. What a longer text
 * says after them is still compared word for word and sentence by sentence.
 */
const mostChunks = 120;

/** Texts enough to learn rarity from. */
const lessons = 1500;

/** Vectors of all entries; where the configured embedder fails, those of the default one, and it is said. */
export async function embedEntries(
  entries: readonly Entry[],
  embedder?: Embeddings,
  memory?: VectorMemory,
): Promise<Meanings> {
  if (embedder && !(embedder instanceof HashEmbeddings)) {
    try {
      const detail = { zh: '嵌入服务', en: 'embedding server' };
      const name = embedder instanceof ServerEmbeddings ? embedder.name : undefined;
      // Of an embedder whose version is not known nothing is kept.
      return await embedWith(entries, embedder, name ?? '', detail, name ? memory : undefined);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const failed = {
        zh: `嵌入服务不可用（${reason}），已改用内置嵌入`,
        en: `the embedding server failed (${reason}); the built-in embedder was used`,
      };
      return embedByHash(entries, failed, memory);
    }
  }
  const detail = { zh: '内置嵌入（字词哈希）', en: 'built-in embedder (hashed n-grams)' };
  return embedByHash(entries, detail, memory);
}

/**
 * What was learned of rarity is kept with the vectors, which are of no use without it, and learned anew once
 * there are twice as many texts to learn from.
 */
async function embedByHash(
  entries: readonly Entry[],
  detail: Text,
  memory?: VectorMemory,
): Promise<Meanings> {
  const corpus = sampleOf(entries).map((entry) => entry.narrative.text);
  const kept = await memory?.learned(hashFamily);
  const known = kept && Rarity.load(kept);
  const rarity = known && corpus.length < 2 * known.size ? known : undefined;
  const embedder = rarity ? new HashEmbeddings(rarity) : new HashEmbeddings().learn(corpus);
  if (!rarity) await memory?.learn(hashFamily, embedder.rarity.save());
  const learned = createHash('sha256').update(embedder.rarity.save()).digest('hex').slice(0, 12);
  return embedWith(entries, embedder, `hash/${hashVersion}-${learned}`, detail, memory);
}

const hashFamily = `hash/${hashVersion}`;

/** Entries with text, evenly taken, from which to learn what is rare. */
export function sampleOf(entries: readonly Entry[]): Entry[] {
  const texts = entries.filter((entry) => entry.narrative.text !== '');
  const step = Math.max(1, Math.ceil(texts.length / lessons));
  return texts.filter((_, i) => i % step === 0);
}

async function embedWith(
  entries: readonly Entry[],
  embedder: Embeddings,
  name: string,
  detail: Text,
  memory?: VectorMemory,
): Promise<Meanings> {
  const chunks = entries.map((entry) => chunksOf(entry.narrative.text).slice(0, mostChunks));
  const titleTexts = entries.map((entry) => entry.title || '—');
  const all = await embedRemembered([...titleTexts, ...chunks.flat()], embedder, name, memory);
  const titles = all.slice(0, entries.length);
  const vectors = all.slice(entries.length);
  const of = new Map<number, Vectors>();
  let at = 0;
  entries.forEach((entry, i) => {
    const count = chunks[i]?.length ?? 0;
    const own = vectors.slice(at, at + count).map(normalised);
    of.set(entry.key, { title: normalised(titles[i] ?? []), chunks: own });
    at += count;
  });
  return { of, dims: titles[0]?.length ?? 0, floor: floorOf([...of.values()]), detail };
}

/** Median likeness of up to 200 pairs that lie far apart in the list; 0 where there are too few to tell. */
function floorOf(vectors: readonly Vectors[]): number {
  const withText = vectors.filter(({ chunks }) => chunks.length > 0);
  if (withText.length < 20) return 0;
  const step = Math.max(1, Math.floor(withText.length / 200));
  const half = Math.floor(withText.length / 2);
  const found: number[] = [];
  for (let i = 0; i + half < withText.length; i += step) {
    found.push(likenessOfMeaning(withText[i]?.chunks ?? [], withText[i + half]?.chunks ?? []));
  }
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
