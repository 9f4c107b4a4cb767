/** Buckets for hashed features; 2^18 keeps collisions rare for some hundred thousand different n-grams. */
export const buckets = 1 << 18;

/** How rare each hashed feature is in a corpus. */
export class Rarity {
  private readonly frequency = new Uint32Array(buckets);
  private documents = 0;

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
