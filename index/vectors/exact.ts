import { readFile, writeFile } from 'node:fs/promises';
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

  /** Reads what `save` wrote. */
  static async load(dims: number, file: string): Promise<ExactIndex> {
    const bytes = await readFile(file);
    const count = bytes.readUInt32LE(0);
    const index = new ExactIndex(dims, count);
    index.keys = Array.from({ length: count }, (_, i) => bytes.readUInt32LE(4 + 4 * i));
    for (let i = 0; i < count * dims; i++) index.vectors[i] = bytes.readFloatLE(4 + 4 * (count + i));
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

  async save(file: string): Promise<void> {
    const count = this.keys.length;
    const bytes = Buffer.alloc(4 + 4 * (count + count * this.dims));
    bytes.writeUInt32LE(count, 0);
    this.keys.forEach((key, i) => {
      bytes.writeUInt32LE(key, 4 + 4 * i);
    });
    for (let i = 0; i < count * this.dims; i++) bytes.writeFloatLE(this.vectors[i] ?? 0, 4 + 4 * (count + i));
    await writeFile(file, bytes);
  }
}

/** Length 1; a vector of zeros stays. */
export function normalised(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}
