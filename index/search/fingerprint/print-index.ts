/** Entries listed for one fingerprint; more than these do not tell them apart any better. */
const maxPostings = 400;

/**
 * Inverted index of fingerprints. Built from the batch, through which an archive of any size then streams:
 * of the archive only what the batch has is remembered. Keys are whole numbers below `entries`.
 */
export class PrintIndex {
  private readonly entries: number;
  private readonly postings = new Map<number, number[]>();
  /** For each filing of the batch, how many fingerprints it shares with each entry. */
  private readonly overlaps = new Map<number, Uint16Array>();

  constructor(entries: number) {
    this.entries = entries;
  }

  /** Counts the fingerprints of a filing of the batch. All of these come before the others. */
  addFiling(key: number, hashes: Uint32Array): void {
    this.overlaps.set(key, new Uint16Array(this.entries));
    for (const hash of new Set(hashes)) {
      const list = this.postings.get(hash);
      if (list) this.count(key, list);
      else this.postings.set(hash, [key]);
    }
  }

  /** Counts those fingerprints of another text that a filing of the batch has. */
  addOther(key: number, hashes: Uint32Array): void {
    for (const hash of new Set(hashes)) {
      const list = this.postings.get(hash);
      if (list) this.count(key, list);
    }
  }

  /** How many fingerprints a filing of the batch shares with an entry. */
  overlap(filing: number, other: number): number {
    return this.overlaps.get(filing)?.[other] ?? 0;
  }

  /** Entries that share at least `least` fingerprints with a filing of the batch, and how many. */
  overlapsOf(filing: number, least: number): [key: number, count: number][] {
    const found: [number, number][] = [];
    this.overlaps.get(filing)?.forEach((count, key) => {
      if (count >= least) found.push([key, count]);
    });
    return found;
  }

  /** Fingerprints that occur in at least `least` different groups; entries without a group do not count. */
  sharedBy(least: number, groupOf: (key: number) => number | undefined): Set<number> {
    const found = new Set<number>();
    for (const [hash, keys] of this.postings) {
      if (keys.length < least) continue;
      const groups = new Set<number>();
      for (const key of keys) {
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

  private count(key: number, list: number[]): void {
    if (list.length >= maxPostings) return;
    const own = this.overlaps.get(key);
    for (const other of list) {
      const row = this.overlaps.get(other);
      if (row) raise(row, key);
      if (own) raise(own, other);
    }
    list.push(key);
  }
}

/** Long texts may share more than a row can count; more than all is still all. */
function raise(row: Uint16Array, key: number): void {
  const count = row[key] ?? 0;
  if (count < 0xffff) row[key] = count + 1;
}
