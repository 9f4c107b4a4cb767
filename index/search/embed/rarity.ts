/** Buckets for hashed features; 2^18 keeps collisions rare for some hundred thousand different n-grams. */
export const buckets = 1 << 18;

/** How rare each hashed feature is in a corpus. */
export class Rarity {
  private readonly frequency: Uint32Array;
  private documents = 0;

  constructor(frequency = new Uint32Array(buckets), documents = 0) {
    this.frequency = frequency;
    this.documents = documents;
  }

  /** Documents counted. */
  get size(): number {
    return this.documents;
  }

  /** What `save` wrote; undefined where it is of another size. */
  static load(bytes: Uint8Array): Rarity | undefined {
    if (bytes.length !== 4 * (buckets + 1)) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const frequency = Uint32Array.from({ length: buckets }, (_, i) => view.getUint32(4 * (i + 1), true));
    return new Rarity(frequency, view.getUint32(0, true));
  }

  save(): Uint8Array {
    const bytes = new Uint8Array(4 * (buckets + 1));
    const view = new DataView(bytes.buffer);
    view.setUint32(0, this.documents, true);
    this.frequency.forEach((count, i) => {
      view.setUint32(4 * (i + 1), count, true);
    });
    return bytes;
  }

  /** Counts one document by its features, each counted once. */
  add(features: Iterable<number>): void {
    this.documents++;
    for (const feature of features) {
      const at = feature % buckets;
      this.frequency[at] = (this.frequency[at] ?? 0) + 1;
    }
  }

  /** Smoothed inverse document frequency; 1 for every feature while nothing has been counted. */
  weightOf(feature: number): number {
    if (this.documents === 0) return 1;
    return Math.log((this.documents + 1) / ((this.frequency[feature % buckets] ?? 0) + 0.5));
  }
}
