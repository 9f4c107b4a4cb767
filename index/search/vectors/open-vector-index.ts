import type { Text } from '../../../core/lang.ts';
import { ExactIndex } from './exact.ts';
import { HnswIndex } from './hnsw.ts';
import type { VectorIndex } from './vector-index.ts';

export interface VectorIndexOptions {
  readonly dims: number;
  /** The vectors, one after another; the key of each is its place. Absent: they are added later. */
  readonly rows?: Float32Array;
  /** How many searches will be made, where known: exact search is chosen if it is quicker. */
  readonly queries?: number;
  readonly prefer?: 'hnsw' | 'exact';
}

export interface OpenedVectorIndex {
  readonly index: VectorIndex;
  /** Which back end and why, for `chushen doctor`. */
  readonly detail: Text;
}

/** Milliseconds measured at 256 dimensions: one insertion into the graph, one search of it, one comparison. */
const insertion = 1.3;
const graphSearch = 16;
const comparison = 5e-4;

/** hnswlib where it loads and pays, else exact search. Never throws. */
export async function openVectorIndex(options: VectorIndexOptions): Promise<OpenedVectorIndex> {
  const { dims, rows, queries, prefer } = options;
  const vectors = rows && dims > 0 ? rows.length / dims : undefined;
  const exact = () => (rows ? ExactIndex.over(dims, rows) : new ExactIndex(dims));
  const exactPays =
    queries !== undefined &&
    rows !== undefined &&
    queries * ((vectors ?? 0) * comparison - graphSearch) <= (vectors ?? 0) * insertion;
  if (prefer === 'exact' || (prefer === undefined && exactPays)) {
    return {
      index: exact(),
      detail: { zh: '精确检索（检索次数少，更快）', en: 'exact search (quicker for few queries)' },
    };
  }
  try {
    const index = await HnswIndex.create(dims, vectors);
    for (let at = 0; rows && at < rows.length; at += dims)
      index.add(at / dims, Array.from(rows.subarray(at, at + dims)));
    return { index, detail: { zh: 'HNSW 近似检索（hnswlib）', en: 'HNSW approximate search (hnswlib)' } };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    return {
      index: exact(),
      detail: {
        zh: `精确检索（hnswlib 不可用：${reason}）`,
        en: `exact search (hnswlib unavailable: ${reason})`,
      },
    };
  }
}
