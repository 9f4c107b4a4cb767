/** Fingerprints of a folded text: hashes of k-grams and where each begins. */
export interface Fingerprints {
  readonly hashes: Uint32Array;
  readonly positions: Uint32Array;
}

/** Length of a k-gram in characters: two or three words. */
export const gramLength = 8;
/** Window of k-grams of which one is kept. Any common run of `gramLength + windowLength - 1` = 13 is found. */
export const windowLength = 6;

const base = 0x01000193;

/**
 * Robust winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): of every `w` neighbouring k-grams
 * the one with the least hash is kept, the same as before while it stays the least. K-grams across a `\n`
 * are not counted.
 */
export function winnow(text: string, k = gramLength, w = windowLength): Fingerprints {
  const hashes: number[] = [];
  const positions: number[] = [];
  for (const [start, end] of stretches(text)) {
    const count = end - start - k + 1;
    if (count < 1) continue;
    const grams = hashGrams(text, start, end, k);
    let least = -1;
    for (let from = 0; from <= Math.max(0, count - w); from++) {
      const last = Math.min(count, from + w) - 1;
      if (least >= from) {
        if ((grams[last] ?? 0) > (grams[least] ?? 0)) continue;
        least = last;
      } else {
        least = from;
        for (let i = from + 1; i <= last; i++) if ((grams[i] ?? 0) <= (grams[least] ?? 0)) least = i;
      }
      hashes.push(grams[least] ?? 0);
      positions.push(start + least);
    }
  }
  return { hashes: Uint32Array.from(hashes), positions: Uint32Array.from(positions) };
}

/** Hash of each k-gram of `[start, end)`; element 0 is the one that begins at `start`. */
export function hashGrams(text: string, start: number, end: number, k: number): Uint32Array {
  const count = Math.max(0, end - start - k + 1);
  const grams = new Uint32Array(count);
  let lead = 1;
  for (let i = 1; i < k; i++) lead = Math.imul(lead, base);
  let hash = 0;
  for (let i = start; i < end; i++) {
    const out = i - start >= k ? text.charCodeAt(i - k) + 1 : 0;
    hash = Math.imul(hash - Math.imul(out, lead), base) + text.charCodeAt(i) + 1;
    if (i - start >= k - 1) grams[i - start - k + 1] = mix(hash);
  }
  return grams;
}

/** The finalizer of MurmurHash3: neighbouring grams get unrelated hashes. */
export function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The runs of a folded text between excluded stretches. */
export function stretches(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  let start = 0;
  while (start < text.length) {
    const cut = text.indexOf('\n', start);
    const end = cut < 0 ? text.length : cut;
    if (end > start) found.push([start, end]);
    start = end + 1;
  }
  return found;
}
