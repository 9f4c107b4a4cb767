/** A text that others are compared with: the places of each of its characters, and these as rows of bits. */
export interface Sequence {
  readonly length: number;
  /** The last place first. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Made when first needed. */
  readonly masks: Map<string, Uint32Array>;
}

export function sequenceOf(text: string): Sequence {
  const places = new Map<string, number[]>();
  for (let i = text.length - 1; i >= 0; i--) {
    const char = text.charAt(i);
    const list = places.get(char);
    if (list) list.push(i);
    else places.set(char, [i]);
  }
  return { length: text.length, places, masks: new Map() };
}

/**
 * Length of the longest common subsequence of `a` and another text. Few characters alike, as among ideographs: Hunt
 * and Szymanski (CACM 1977). Many: bit by bit (Hyyrö 2004), so that no two texts cost more than a 32nd of the
 * product of their lengths.
 */
export function subsequence(a: string, other: Sequence): number {
  let meetings = 0;
  for (let i = 0; i < a.length; i++) meetings += other.places.get(a.charAt(i))?.length ?? 0;
  const words = (other.length + 31) >>> 5;
  return meetings > a.length * words ? byBits(a, other, words) : byEnds(a, other);
}

function byEnds(a: string, { places }: Sequence): number {
  // ends[k]: the least place at which a common subsequence of k + 1 characters can end.
  const ends: number[] = [];
  for (let i = 0; i < a.length; i++) {
    for (const place of places.get(a.charAt(i)) ?? []) {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 0) < place) low = middle + 1;
        else high = middle;
      }
      ends[low] = place;
    }
  }
  return ends.length;
}

function byBits(a: string, { places, masks }: Sequence, words: number): number {
  // A bit that is 0: the subsequence grows at this place.
  const row = new Uint32Array(words).fill(0xffffffff);
  for (let i = 0; i < a.length; i++) {
    const char = a.charAt(i);
    let mask = masks.get(char);
    if (!mask) {
      const at = places.get(char);
      if (!at) continue;
      mask = maskOf(at, words);
      masks.set(char, mask);
    }
    let carry = 0;
    for (let w = 0; w < words; w++) {
      const old = row[w] ?? 0;
      const met = (old & (mask[w] ?? 0)) >>> 0;
      const sum = old + met + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[w] = sum | (old & ~met);
    }
  }
  return row.reduce((sum, bits) => sum + 32 - ones(bits), 0);
}

function maskOf(places: readonly number[], words: number): Uint32Array {
  const mask = new Uint32Array(words);
  for (const place of places) mask[place >>> 5] = (mask[place >>> 5] ?? 0) | (1 << (place & 31));
  return mask;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
