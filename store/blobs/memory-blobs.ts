import type { Blobs } from '../ports.ts';
import { checkBlobId } from './blob-id.ts';

/** Blobs of a store in memory. */
export function memoryBlobs(): Blobs {
  const kept = new Map<string, Uint8Array>();
  return {
    async put(id, bytes) {
      checkBlobId(id);
      if (!kept.has(id)) kept.set(id, Uint8Array.from(bytes));
    },
    async get(id) {
      const bytes = kept.get(id);
      return bytes && Uint8Array.from(bytes);
    },
    async has(id) {
      return kept.has(id);
    },
  };
}
