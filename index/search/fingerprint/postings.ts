/** Owners listed for one fingerprint; more than these do not tell them apart any better. */
export const mostOwners = 400;

/** Multiplicative hashing (Knuth): fingerprints are mixed, but tables are far smaller than 2^32. */
const golden = 0x9e3779b1;

/**
 * Which entries have which fingerprint, in rows of numbers: some 20 bytes for a fingerprint of one owner, and eight
 * more for each further one. A `Map` takes three times that.
 */
export class Postings {
  private bits = 12;
  private hashes = new Uint32Array(1 << this.bits);
  /** The first owner of the fingerprint in a slot, plus one; 0: the slot is free. */
  private owners = new Uint32Array(1 << this.bits);
  /** Where its further owners begin, plus one. */
  private heads = new Uint32Array(1 << this.bits);
  private size = 0;
  private readonly more = new OwnerLists();

  /**
   * Tells `each` every owner of a fingerprint so far, and adds one more; nothing is told or added once there are
   * `mostOwners`, or where nobody has it and `alone` is not set.
   */
  meet(hash: number, owner: number, alone: boolean, each: (owner: number) => void): void {
    let slot = this.slotOf(hash);
    const first = this.owners[slot] ?? 0;
    if (first === 0) {
      if (!alone) return;
      if (this.size >= 0.7 * this.hashes.length) {
        this.grow();
        slot = this.slotOf(hash);
      }
      this.hashes[slot] = hash;
      this.owners[slot] = owner + 1;
      this.size++;
      return;
    }
    const head = this.heads[slot] ?? 0;
    if (this.more.length(head) + 1 >= mostOwners) return;
    each(first - 1);
    this.more.each(head, each);
    this.heads[slot] = this.more.push(head, owner);
  }

  /** Fingerprints of at least `least` owners, each with its owners. */
  *sharedBy(least: number): Generator<readonly [hash: number, owners: readonly number[]]> {
    for (const [slot, first] of this.owners.entries()) {
      const head = this.heads[slot] ?? 0;
      if (first === 0 || this.more.length(head) + 1 < least) continue;
      const owners = [first - 1];
      this.more.each(head, (owner) => owners.push(owner));
      yield [this.hashes[slot] ?? 0, owners];
    }
  }

  private slotOf(hash: number): number {
    const mask = this.hashes.length - 1;
    let slot = Math.imul(hash, golden) >>> (32 - this.bits);
    while (this.owners[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { hashes, owners, heads } = this;
    this.bits++;
    this.hashes = new Uint32Array(1 << this.bits);
    this.owners = new Uint32Array(1 << this.bits);
    this.heads = new Uint32Array(1 << this.bits);
    for (const [from, owner] of owners.entries()) {
      if (owner === 0) continue;
      const slot = this.slotOf(hashes[from] ?? 0);
      this.hashes[slot] = hashes[from] ?? 0;
      this.owners[slot] = owner;
      this.heads[slot] = heads[from] ?? 0;
    }
  }
}

/** Lists of owners, the newest first, all in one row of numbers. A list is known by its head, 0 by none. */
class OwnerLists {
  /** Owner, the next of its list, and how long the list is from here. */
  private cells = new Uint32Array(3 * 1024);
  private size = 0;

  length(head: number): number {
    return head === 0 ? 0 : (this.cells[3 * head - 1] ?? 0);
  }

  push(head: number, owner: number): number {
    if (3 * this.size === this.cells.length) {
      const larger = new Uint32Array(2 * this.cells.length);
      larger.set(this.cells);
      this.cells = larger;
    }
    this.cells.set([owner, head, this.length(head) + 1], 3 * this.size);
    return ++this.size;
  }

  each(head: number, of: (owner: number) => void): void {
    for (let at = head; at !== 0; at = this.cells[3 * at - 2] ?? 0) of(this.cells[3 * at - 3] ?? 0);
  }
}
