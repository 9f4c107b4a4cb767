/**
 * Which texts the chunks of each entry are (`textKey`: 32 hex digits), 16 bytes each: a long filing has a hundred
 * chunks, and all entries of a run are held.
 */
export class ChunkKeys {
  private bytes = Buffer.alloc(1 << 12);
  /** Where the keys of each entry begin. */
  private readonly starts = [0];

  /** The keys of the next entry, in the order of the entries' numbers. */
  add(keys: readonly string[]): void {
    let end = this.starts.at(-1) ?? 0;
    for (const key of keys) {
      if (end + 16 > this.bytes.length) this.bytes = Buffer.concat([this.bytes], 2 * this.bytes.length);
      end += this.bytes.write(key, end, 'hex');
    }
    this.starts.push(end);
  }

  of({ key }: { readonly key: number }): string[] {
    const [from = 0, to = 0] = this.starts.slice(key, key + 2);
    return Array.from({ length: (to - from) / 16 }, (_, i) =>
      this.bytes.toString('hex', from + 16 * i, from + 16 * (i + 1)),
    );
  }
}
