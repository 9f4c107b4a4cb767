/** Entries listed for one fingerprint; more than these do not tell them apart any better. */
const maxPostings = 400;

/**
 * Inverted index of fingerprints. Built from the batch, through which an archive of any size then streams:
 * only what the batch has is remembered of the archive.
 */
export class PrintIndex {
  private readonly postings = new Map<number, number[]>();
  private readonly overlaps = new Map<number, Map<number, number>>();

  /** Counts the fingerprints of a filing of the batch. */
  addFiling(key: number, hashes: Uint32Array): void {
    for (const hash of new Set(hashes)) {
      const list = this.postings.get(hash);
      if (list) this.note(key, hash, list);
      else this.postings.set(hash, [key]);
    }
  }

  /** Counts those fingerprints of another text that a filing of the batch has. */
  addOther(key: number, hashes: Uint32Array): void {
    for (const hash of new Set(hashes)) {
      const list = this.postings.get(hash);
      if (list) this.note(key, hash, list);
    }
  }

  /** How many fingerprints each earlier entry shares with `key`, and the other way round. */
  overlapsOf(key: number): ReadonlyMap<number, number> {
    return this.overlaps.get(key) ?? new Map();
  }

  /** Fingerprints that occur in at least `least` different groups. */
  sharedBy(least: number, groupOf: (key: number) => number): Set<number> {
    const found = new Set<number>();
    for (const [hash, keys] of this.postings) {
      if (keys.length < least) continue;
      const groups = new Set<number>();
      for (const key of keys) groups.add(groupOf(key));
      if (groups.size >= least) found.add(hash);
    }
    return found;
  }

  /** All pairs with at least `share` of the smaller one's fingerprints in common. */
  *pairsSharing(share: number, printsOf: (key: number) => number): Generator<readonly [number, number]> {
    for (const [key, others] of this.overlaps) {
      for (const [other, count] of others) {
        if (other < key && count >= 8 && count >= share * Math.min(printsOf(key), printsOf(other)))
          yield [key, other];
      }
    }
  }

  private note(key: number, _hash: number, list: number[]): void {
    if (list.length >= maxPostings) return;
    for (const other of list) {
      if (other === key) continue;
      this.count(key, other);
      this.count(other, key);
    }
    list.push(key);
  }

  private count(a: number, b: number): void {
    let row = this.overlaps.get(a);
    if (!row) {
      row = new Map();
      this.overlaps.set(a, row);
    }
    row.set(b, (row.get(b) ?? 0) + 1);
  }
}
