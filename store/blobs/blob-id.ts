import { createHash } from 'node:crypto';
import { StoreFailure } from '../ports.ts';

const form = /^(?:[0-9a-f]{16}|[0-9a-f]{64})$/;

/** Throws where it is no content hash: an id becomes the name of a file. */
export function checkBlobId(id: string): void {
  if (!form.test(id)) throw new StoreFailure('failed', `no content hash: ${id}`);
}

/** Whether the bytes are those that the id names. */
export function isBlob(id: string, bytes: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest('hex').startsWith(id);
}
