/** Bytes of one record and of the CONTINUE records after it, which may cut a string anywhere. */
export class StringReader {
  private readonly parts: readonly Buffer[];
  private part = 0;
  private at = 0;

  constructor(parts: readonly Buffer[]) {
    this.parts = parts;
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      const rest = this.rest();
      if (rest === 0) return;
      const step = Math.min(left, rest);
      this.at += step;
      left -= step;
    }
  }

  number(size: 1 | 2 | 4): number {
    let value = 0;
    for (let i = 0; i < size; i++) {
      if (this.rest() === 0) return value;
      value += (this.parts[this.part]?.[this.at] ?? 0) * 256 ** i;
      this.at++;
    }
    return value;
  }

  /** XLUnicodeRichExtendedString ([MS-XLS] 2.5.293): characters with runs of formatting and phonetics. */
  richString(): string {
    const count = this.number(2);
    const flags = this.number(1);
    const runs = flags & 8 ? this.number(2) : 0;
    const extra = flags & 4 ? this.number(4) : 0;
    const text = this.characters(count, (flags & 1) === 1);
    this.skip(4 * runs + extra);
    return text;
  }

  /** In one byte or two each; where a CONTINUE record begins, its first byte says which from there on. */
  characters(count: number, wide: boolean): string {
    let text = '';
    let isWide = wide;
    for (let left = count; left > 0; ) {
      if (this.at >= (this.parts[this.part]?.length ?? 0)) {
        if (this.part + 1 >= this.parts.length) return text;
        this.part++;
        this.at = 1;
        isWide = ((this.parts[this.part]?.[0] ?? 0) & 1) === 1;
      }
      const bytes = this.parts[this.part] ?? Buffer.alloc(0);
      const width = isWide ? 2 : 1;
      const step = Math.min(left, Math.floor((bytes.length - this.at) / width));
      if (step === 0) return text;
      text += bytes.toString(isWide ? 'utf16le' : 'latin1', this.at, this.at + step * width);
      this.at += step * width;
      left -= step;
    }
    return text;
  }

  /** Bytes left in this part; steps into the next one where there are none. */
  private rest(): number {
    while (this.part < this.parts.length && this.at >= (this.parts[this.part]?.length ?? 0)) {
      this.part++;
      this.at = 0;
    }
    return (this.parts[this.part]?.length ?? 0) - this.at;
  }
}
