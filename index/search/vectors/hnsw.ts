import type { HierarchicalNSW } from 'hnswlib-node';
import type { Neighbour, VectorIndex } from './vector-index.ts';

/** Neighbours of a node, and how many are looked at when it is built and when it is searched. */
export interface GraphShape {
  readonly m: number;
  readonly efConstruction: number;
  readonly ef: number;
}

/**
 * Chunks of filings lie nearly equally far from one another, so that much must be looked at: with these recall@20
 * is 0.99 among 100,000 chunks (`npm run bench:index`); M 16 and 80 looked at give 0.56 among 20,000.
 */
export const usualShape: GraphShape = { m: 32, efConstruction: 200, ef: 3200 };

/** Approximate search by hnswlib: three times as quick as exact search of 100,000 vectors, slow to build. */
export class HnswIndex implements VectorIndex {
  readonly backend = 'hnsw';
  private readonly graph: HierarchicalNSW;

  private constructor(graph: HierarchicalNSW) {
    this.graph = graph;
  }

  /** Fails where the native module was not built. */
  static async create(dims: number, expected = 1024, shape = usualShape): Promise<HnswIndex> {
    const graph = await newGraph(dims);
    const { m, efConstruction, ef } = shape;
    graph.initIndex({ maxElements: Math.max(16, expected), m, efConstruction, randomSeed: 100 });
    graph.setEf(ef);
    return new HnswIndex(graph);
  }

  /** More candidates looked at: better answers, slower. */
  lookAt(ef: number): void {
    this.graph.setEf(ef);
  }

  get size(): number {
    return this.graph.getCurrentCount();
  }

  add(key: number, vector: readonly number[]): void {
    if (this.size >= this.graph.getMaxElements()) this.graph.resizeIndex(this.size * 2);
    this.graph.addPoint([...vector], key);
  }

  search(vector: readonly number[], k: number): Neighbour[] {
    const count = Math.min(k, this.size);
    if (count === 0) return [];
    const { neighbors, distances } = this.graph.searchKnn([...vector], count);
    return neighbors
      .map((key, i) => ({ key, similarity: 1 - (distances[i] ?? 1) }))
      .sort((a, b) => b.similarity - a.similarity || a.key - b.key);
  }
}

async function newGraph(dims: number): Promise<HierarchicalNSW> {
  const { default: hnswlib } = await import('hnswlib-node');
  return new hnswlib.HierarchicalNSW('cosine', dims);
}
