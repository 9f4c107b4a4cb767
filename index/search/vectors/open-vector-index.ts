import type { Text } from '../../../core/lang.ts';
import { ExactIndex } from './exact.ts';
import { HnswIndex } from './hnsw.ts';
import type { VectorIndex } from './vector-index.ts';

export interface VectorIndexOptions {
  readonly dims: number;
  /** How many vectors will be added and how many searches made, where known: exact search is chosen if it is quicker. */
  readonly vectors?: number;
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
  const { dims, vectors, queries, prefer } = options;
  const exactPays =
    queries !== undefined &&
    vectors !== undefined &&
    queries * (vectors * comparison - graphSearch) < vectors * insertion;
  if (prefer === 'exact' || (prefer === undefined && exactPays)) {
    return {
      index: new ExactIndex(dims, vectors),
      detail: { zh: '精确检索（检索次数少，更快）', en: 'exact search (quicker for few queries)' },
    };
  }
  try {
    const index = await HnswIndex.create(dims, vectors);
    return { index, detail: { zh: 'HNSW 近似检索（hnswlib）', en: 'HNSW approximate search (hnswlib)' } };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    return {
      index: new ExactIndex(dims, vectors),
      detail: {
        zh: `精确检索（hnswlib 不可用：${reason}）`,
        en: `exact search (hnswlib unavailable: ${reason})`,
      },
    };
  }
}
