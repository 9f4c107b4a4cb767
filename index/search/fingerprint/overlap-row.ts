/** Entries kept for one filing once it is cut: so many share enough with it only where all share it. */
export const mostOverlaps = 500;

/**
 * How many fingerprints one filing shares with others: keys in rising order, six bytes each. What shares least for its
 * length is left out once there are twice as many as are kept, so that a batch whose filings all share a little does
 * not take memory by the square of its size.
 */
export class OverlapRow {
  private keys = new Uint32Array(8);
  private counts = new Uint16Array(8);
  private size = 0;

  /** `printsOf`: how many fingerprints an entry has. */
  push(key: number, count: number, printsOf: (key: number) => number): void {
    if (this.size === 2 * mostOverlaps) this.cut(printsOf);
    if (this.size === this.keys.length) {
      const room = Math.min(2 * this.size, 2 * mostOverlaps);
      this.keys = Uint32Array.from({ length: room }, (_, i) => this.keys[i] ?? 0);
      this.counts = Uint16Array.from({ length: room }, (_, i) => this.counts[i] ?? 0);
    }
    this.keys[this.size] = key;
    // Long texts may share more than can be counted; more than all is still all.
    this.counts[this.size++] = Math.min(count, 0xffff);
  }

  of(key: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low < this.size && this.keys[low] === key ? (this.counts[low] ?? 0) : 0;
  }

  *all(): Generator<[key: number, count: number]> {
    for (let i = 0; i < this.size; i++) yield [this.keys[i] ?? 0, this.counts[i] ?? 0];
  }

  private cut(printsOf: (key: number) => number): void {
    const strongest = [...this.all()]
      .map(([key, count]) => [key, count, weightOf(count, printsOf(key))] as const)
      .sort((a, b) => b[2] - a[2] || a[0] - b[0])
      .slice(0, mostOverlaps)
      .sort((a, b) => a[0] - b[0]);
    for (const [i, [key, count]] of strongest.entries()) {
      this.keys[i] = key;
      this.counts[i] = count;
    }
    this.size = strongest.length;
  }
}

/** How much shared fingerprints say, by how many the other side has. */
export const weightOf = (shared: number, prints: number) => shared / Math.sqrt(1 + prints);
