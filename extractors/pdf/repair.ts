/** A whole PDF ends with `%%EOF`, though some writers add bytes after it. */
export function hasEnd(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(Math.max(0, bytes.length - 4096))).includes('%%EOF');
}

/**
 * The bytes with a new trailer that names the document's catalog, so that a reader can rebuild the rest.
 * Undefined when the catalog itself is lost (or packed into an object stream).
 */
export function withNewTrailer(bytes: Uint8Array): Uint8Array | undefined {
  const text = latin1(bytes);
  let root: string | undefined;
  for (const found of text.matchAll(/\/Type\s*\/Catalog\b/g)) {
    const before = text.slice(Math.max(0, found.index - 2000), found.index);
    const opened = [...before.matchAll(/(\d+\s+\d+)\s+obj\b/g)].at(-1);
    root = opened?.[1] ?? root;
  }
  if (root === undefined) return undefined;
  const trailer = new TextEncoder().encode(`\nendobj\ntrailer\n<< /Root ${root} R >>\nstartxref\n0\n%%EOF\n`);
  const repaired = new Uint8Array(bytes.length + trailer.length);
  repaired.set(bytes);
  repaired.set(trailer, bytes.length);
  return repaired;
}

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
