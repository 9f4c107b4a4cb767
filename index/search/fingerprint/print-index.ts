import { OverlapRow } from './overlap-row.ts';
import { Postings } from './postings.ts';

/** Fingerprints in common below which two texts share no more than set phrases: fewer are not remembered. */
export const fewestShared = 3;

/**
 * Inverted index of fingerprints. Built from the batch, through which an archive of any size then streams:
 * of the archive only what the batch has is remembered. Keys are whole numbers, added in rising order.
 */
export class PrintIndex {
  private postings = new Postings();
  /** For each filing of the batch, which entries share fingerprints with it, and how many. */
  private readonly rows: { readonly key: number; readonly row: OverlapRow }[] = [];
  private readonly places = new Map<number, number>();
  /** Of the entry at hand: how many it shares with each filing of the batch, and with which it shares any. */
  private readonly counts: number[] = [];
  private readonly met: number[] = [];
  private readonly prints: number[] = [];
  private readonly printsOf = (key: number) => this.prints[key] ?? 0;

  /** Counts the fingerprints of a filing of the batch. All of these come before the others. */
  addFiling(key: number, hashes: Uint32Array): void {
    const own = new OverlapRow();
    this.count(key, hashes, true, (row, filing, count) => {
      row.push(key, count, this.printsOf);
      own.push(filing, count, this.printsOf);
    });
    this.places.set(key, this.rows.length);
    this.rows.push({ key, row: own });
  }

  /** Counts those fingerprints of another text that a filing of the batch has. */
  addOther(key: number, hashes: Uint32Array): void {
    this.count(key, hashes, false, (row, _, count) => row.push(key, count, this.printsOf));
  }

  /** How many fingerprints a filing of the batch shares with an entry; 0 where they are fewer than `fewestShared`. */
  overlap(filing: number, other: number): number {
    return this.rowOf(filing)?.of(other) ?? 0;
  }

  /** Entries that share at least `least` fingerprints with a filing of the batch, and how many. */
  overlapsOf(filing: number, least: number): [key: number, count: number][] {
    return [...(this.rowOf(filing)?.all() ?? [])].filter(([, count]) => count >= least);
  }

  /** Fingerprints that occur in at least `least` different groups; entries without a group do not count. */
  sharedBy(least: number, groupOf: (key: number) => number | undefined): Set<number> {
    const found = new Set<number>();
    for (const [hash, keys] of this.postings.sharedBy(least)) {
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
    for (const { key: filing } of this.rows) {
      for (const [other, count] of this.overlapsOf(filing, 8)) {
        if (count >= share * Math.min(printsOf(filing), printsOf(other))) yield [filing, other];
      }
    }
  }

  /** Forgets which fingerprints there are, and keeps how many are shared: nothing is added or sought by them after. */
  close(): void {
    this.postings = new Postings();
  }

  private rowOf(filing: number): OverlapRow | undefined {
    const place = this.places.get(filing);
    return place === undefined ? undefined : this.rows[place]?.row;
  }

  /** Tells of each filing before it that shares enough, in their order. */
  private count(
    key: number,
    hashes: Uint32Array,
    alone: boolean,
    tell: (row: OverlapRow, filing: number, count: number) => void,
  ): void {
    this.prints[key] = hashes.length;
    const { counts, met } = this;
    const meet = (other: number) => {
      const place = this.places.get(other);
      if (place === undefined) return;
      const before = counts[place] ?? 0;
      if (before === 0) met.push(place);
      counts[place] = before + 1;
    };
    for (const hash of new Set(hashes)) this.postings.meet(hash, key, alone, meet);
    for (const place of met.sort((a, b) => a - b)) {
      const count = counts[place] ?? 0;
      const one = this.rows[place];
      if (one && count >= fewestShared) tell(one.row, one.key, count);
      counts[place] = 0;
    }
    met.length = 0;
  }
}
