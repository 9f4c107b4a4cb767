import type { Neighbour, VectorIndex } from './vector-index.ts';

/** Compares with every vector: exact, no build time, about 3 ms a query for 10,000 vectors of 256. */
export class ExactIndex implements VectorIndex {
  readonly backend = 'exact';
  private readonly dims: number;
  private vectors: Float32Array;
  /** What makes each vector one of length 1. */
  private readonly scales: number[] = [];
  private readonly keys: number[] = [];

  /** `room`: for how many vectors, or where they are to lie. */
  constructor(dims: number, room: number | Float32Array = 256) {
    this.dims = dims;
    this.vectors = typeof room === 'number' ? new Float32Array(dims * Math.max(1, room)) : room;
  }

  /** Searches vectors where they lie, one after another, without a copy; the key of each is its place. */
  static over(dims: number, vectors: Float32Array): ExactIndex {
    const index = new ExactIndex(dims, vectors);
    for (let at = 0; dims > 0 && at < vectors.length; at += dims) index.count(at / dims);
    return index;
  }

  get size(): number {
    return this.keys.length;
  }

  add(key: number, vector: readonly number[]): void {
    const at = this.keys.length * this.dims;
    if (at + this.dims > this.vectors.length) {
      const larger = new Float32Array(this.vectors.length * 2);
      larger.set(this.vectors);
      this.vectors = larger;
    }
    this.vectors.set(vector, at);
    this.count(key);
  }

  search(vector: readonly number[], k: number): Neighbour[] {
    const { dims, vectors } = this;
    const query = Float32Array.from(normalised(vector));
    const best: { key: number; similarity: number }[] = [];
    let worst = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < this.keys.length; i++) {
      const base = i * dims;
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += (vectors[base + d] as number) * (query[d] as number);
      sum *= this.scales[i] as number;
      if (best.length >= k && sum <= worst) continue;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.similarity ?? 0) < sum) at--;
      best.splice(at, 0, { key: this.keys[i] ?? 0, similarity: sum });
      if (best.length > k) best.pop();
      worst = best.at(-1)?.similarity ?? worst;
    }
    return best;
  }

  private count(key: number): void {
    const at = this.keys.length * this.dims;
    const length = lengthOf(this.vectors.subarray(at, at + this.dims));
    this.keys.push(key);
    this.scales.push(length === 0 ? 0 : 1 / length);
  }
}

/** Length 1; a vector of zeros stays. */
export function normalised(vector: ArrayLike<number>): number[] {
  const length = lengthOf(vector);
  return Array.from(vector, (value) => (length === 0 ? value : value / length));
}

function lengthOf(vector: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) ** 2;
  return Math.sqrt(sum);
}
