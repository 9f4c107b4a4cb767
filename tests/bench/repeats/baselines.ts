import { foldLetters } from '../../../core/text/fold-for-matching.ts';
import { hashGrams, mix } from '../../../index/search/fingerprint/winnow.ts';

const shingle = 5;
const permutations = 128;

function shinglesOf(text: string): Set<number> {
  const folded = foldLetters(text);
  return new Set(hashGrams(folded, 0, folded.length, shingle));
}

/** MinHash signature of 5-character shingles (Broder 1997), 128 permutations. */
export function minHash(text: string): Uint32Array {
  const signature = new Uint32Array(permutations).fill(0xffffffff);
  for (const gram of shinglesOf(text)) {
    for (let i = 0; i < permutations; i++) {
      const value = mix(gram ^ Math.imul(i + 1, 0x9e3779b1));
      if (value < signature[i]!) signature[i] = value;
    }
  }
  return signature;
}

/** Estimated Jaccard similarity. */
export function minHashLikeness(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let i = 0; i < permutations; i++) if (a[i] === b[i]) same++;
  return same / permutations;
}

/** Whether LSH with 32 bands of 4 rows would bring the two together. */
export function lshMeets(a: Uint32Array, b: Uint32Array): boolean {
  for (let band = 0; band < permutations; band += 4) {
    if (
      a[band] === b[band] &&
      a[band + 1] === b[band + 1] &&
      a[band + 2] === b[band + 2] &&
      a[band + 3] === b[band + 3]
    )
      return true;
  }
  return false;
}

/** SimHash of 64 bits (Charikar 2002) over the same shingles, as two halves. */
export function simHash(text: string): readonly [number, number] {
  const votes = new Int32Array(64);
  for (const gram of shinglesOf(text)) {
    const low = mix(gram);
    const high = mix(gram ^ 0x5bd1e995);
    for (let bit = 0; bit < 32; bit++) {
      votes[bit]! += (low >>> bit) & 1 ? 1 : -1;
      votes[bit + 32]! += (high >>> bit) & 1 ? 1 : -1;
    }
  }
  const half = (from: number) => {
    let bits = 0;
    for (let bit = 0; bit < 32; bit++) if (votes[from + bit]! > 0) bits |= 1 << bit;
    return bits;
  };
  return [half(0), half(32)];
}

/** 1 − Hamming distance / 64. */
export function simHashLikeness(a: readonly [number, number], b: readonly [number, number]): number {
  let distance = 0;
  for (let half = 0; half < 2; half++) {
    let bits = (a[half as 0 | 1] ^ b[half as 0 | 1]) >>> 0;
    for (; bits; bits &= bits - 1) distance++;
  }
  return 1 - distance / 64;
}
