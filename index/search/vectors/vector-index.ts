/** A neighbour: the key it was added under and the cosine of the two vectors, -1..1. */
export interface Neighbour {
  readonly key: number;
  readonly similarity: number;
}

/** Nearest neighbours by cosine among vectors of one length. Keys are whole numbers from 0, each used once. */
export interface VectorIndex {
  readonly backend: 'hnsw' | 'exact';
  readonly size: number;
  add(key: number, vector: readonly number[]): void;
  /** The `k` nearest, best first; fewer when there are fewer. */
  search(vector: readonly number[], k: number): Neighbour[];
}
