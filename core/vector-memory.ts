/** Where vectors are kept between runs. `embedder` names what made them, with its version. */
export interface VectorMemory {
  /** What an embedder had learned, under its name, where it is kept. */
  learned(embedder: string): Promise<Uint8Array | undefined>;
  learn(embedder: string, state: Uint8Array): Promise<void>;
  vectorsOf(embedder: string, texts: readonly string[]): Promise<(Float32Array | undefined)[]>;
  /** Vectors of an older version of the same embedder (its name up to the last `/`) are dropped. */
  keepVectors(
    embedder: string,
    vectors: readonly (readonly [text: string, vector: Float32Array])[],
  ): Promise<void>;
}
