import { normalised } from './exact.ts';

/** Vectors of one entry, each of length 1. */
export interface Vectors {
  readonly title: readonly number[];
  readonly chunks: readonly (readonly number[])[];
}

/**
 * Vectors of all entries as the embedder made them, in single precision and one after another: a kilobyte each at 256
 * dimensions, wherever they are searched.
 */
export class VectorRows {
  /** Of titles: the entry's key is the place. Of chunks: those of the first entry, then those of the next. */
  titles = new Float32Array();
  chunks = new Float32Array();
  dims = 0;
  private readonly starts: Uint32Array;

  /** Room for a title and the chunks of each entry; the entries' keys count from 0. */
  constructor(entries: readonly { readonly chunks: number }[]) {
    this.starts = new Uint32Array(entries.length + 1);
    entries.forEach(({ chunks }, i) => {
      this.starts[i + 1] = (this.starts[i] ?? 0) + chunks;
    });
  }

  get chunkCount(): number {
    return this.starts.at(-1) ?? 0;
  }

  putTitle({ key }: { readonly key: number }, vector: Float32Array): void {
    this.put('titles', key, vector);
  }

  putChunk({ key }: { readonly key: number }, at: number, vector: Float32Array): void {
    this.put('chunks', (this.starts[key] ?? 0) + at, vector);
  }

  get(key: number): Vectors | undefined {
    const { dims, titles, chunks, starts } = this;
    const [from, to] = [starts[key], starts[key + 1]];
    if (from === undefined || to === undefined) return undefined;
    const row = (rows: Float32Array, at: number) => normalised(rows.subarray(at * dims, (at + 1) * dims));
    return {
      title: row(titles, key),
      chunks: Array.from({ length: to - from }, (_, i) => row(chunks, from + i)),
    };
  }

  /** The key of the entry that a chunk is of. */
  ownerOf(chunk: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= chunk) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private put(to: 'titles' | 'chunks', at: number, vector: Float32Array): void {
    if (this.dims === 0) {
      this.dims = vector.length;
      this.titles = new Float32Array((this.starts.length - 1) * this.dims);
      this.chunks = new Float32Array(this.chunkCount * this.dims);
    }
    if (vector.length !== this.dims)
      throw new Error(`a vector of ${vector.length} numbers among those of ${this.dims}`);
    this[to].set(vector, at * this.dims);
  }
}
