/** Entries listed for one fingerprint; more than these do not tell them apart any better. */
const maxPostings = 400;

/** Fingerprints in common below which two texts share no more than set phrases: fewer are not remembered. */
export const fewestShared = 3;

/**
 * Inverted index of fingerprints. Built from the batch, through which an archive of any size then streams:
 * of the archive only what the batch has is remembered. Keys are whole numbers, added in rising order.
 */
export class PrintIndex {
  /** Which entries have a fingerprint; most have one owner, which is then not worth a list. */
  private readonly postings = new Map<number, number | number[]>();
  /** For each filing of the batch, which entries share fingerprints with it, and how many. */
  private readonly overlaps = new Map<number, Row>();
  /** Of the entry at hand, by the filing's place in the batch. */
  private readonly counts: number[] = [];
  private readonly places = new Map<number, number>();

  /** Counts the fingerprints of a filing of the batch. All of these come before the others. */
  addFiling(key: number, hashes: Uint32Array): void {
    this.addOther(key, hashes, true);
    const own = new Row();
    for (const [filing, row] of this.overlaps) {
      const count = row.of(key);
      if (count > 0) own.push(filing, count);
    }
    this.places.set(key, this.counts.length);
    this.counts.push(0);
    this.overlaps.set(key, own);
  }

  /** Counts those fingerprints of another text that a filing of the batch has. */
  addOther(key: number, hashes: Uint32Array, keep = false): void {
    for (const hash of new Set(hashes)) {
      const owners = this.postings.get(hash);
      if (owners !== undefined) this.count(key, hash, owners);
      else if (keep) this.postings.set(hash, key);
    }
    let place = 0;
    for (const row of this.overlaps.values()) {
      const count = this.counts[place] ?? 0;
      if (count >= fewestShared) row.push(key, count);
      this.counts[place++] = 0;
    }
  }

  /** How many fingerprints a filing of the batch shares with an entry; 0 where they are fewer than `fewestShared`. */
  overlap(filing: number, other: number): number {
    return this.overlaps.get(filing)?.of(other) ?? 0;
  }

  /** Entries that share at least `least` fingerprints with a filing of the batch, and how many. */
  overlapsOf(filing: number, least: number): [key: number, count: number][] {
    return [...(this.overlaps.get(filing)?.all() ?? [])].filter(([, count]) => count >= least);
  }

  /** Fingerprints that occur in at least `least` different groups; entries without a group do not count. */
  sharedBy(least: number, groupOf: (key: number) => number | undefined): Set<number> {
    const found = new Set<number>();
    for (const [hash, keys] of this.postings) {
      if (typeof keys === 'number' ? least > 1 : keys.length < least) continue;
      const groups = new Set<number>();
      for (const key of typeof keys === 'number' ? [keys] : keys) {
        const group = groupOf(key);
        if (group !== undefined) groups.add(group);
      }
      if (groups.size >= least) found.add(hash);
    }
    return found;
  }

  /** Pairs of a filing and an entry with at least `share` of the smaller one's fingerprints in common. */
  *pairsSharing(share: number, printsOf: (key: number) => number): Generator<readonly [number, number]> {
    for (const filing of this.overlaps.keys()) {
      for (const [other, count] of this.overlapsOf(filing, 8)) {
        if (count >= share * Math.min(printsOf(filing), printsOf(other))) yield [filing, other];
      }
    }
  }

  private count(key: number, hash: number, owners: number | number[]): void {
    const list = typeof owners === 'number' ? [owners] : owners;
    if (list.length >= maxPostings) return;
    if (typeof owners === 'number') this.postings.set(hash, list);
    for (const other of list) {
      const place = this.places.get(other);
      if (place !== undefined) this.counts[place] = (this.counts[place] ?? 0) + 1;
    }
    list.push(key);
  }
}

/** Keys in rising order, each with a count; six bytes a pair. */
class Row {
  private keys = new Uint32Array(8);
  private counts = new Uint16Array(8);
  private size = 0;

  push(key: number, count: number): void {
    if (this.size === this.keys.length) {
      this.keys = Uint32Array.from({ length: 2 * this.size }, (_, i) => this.keys[i] ?? 0);
      this.counts = Uint16Array.from({ length: 2 * this.size }, (_, i) => this.counts[i] ?? 0);
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
}
