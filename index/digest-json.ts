import type { Digest } from './digest.ts';

/** A digest as it is kept: five kilobytes for a filing of 2,000 characters, most of them its fingerprints. */
export interface DigestJson extends Omit<Digest, 'terms' | 'prints'> {
  readonly terms: { readonly folded: string; readonly terms: readonly (readonly [string, number])[] };
  /** Base64 of 32-bit numbers, little endian. */
  readonly prints: string;
}

export function digestJson({ terms, prints, ...rest }: Digest): DigestJson {
  const bytes = Buffer.alloc(4 * prints.length);
  prints.forEach((hash, i) => {
    bytes.writeUInt32LE(hash, 4 * i);
  });
  return {
    ...rest,
    terms: { folded: terms.folded, terms: [...terms.terms] },
    prints: bytes.toString('base64'),
  };
}

export function digestFrom({ terms, prints, ...rest }: DigestJson): Digest {
  const bytes = Buffer.from(prints, 'base64');
  return {
    ...rest,
    terms: { folded: terms.folded, terms: new Map(terms.terms) },
    prints: Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readUInt32LE(4 * i)),
  };
}
