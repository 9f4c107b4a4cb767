import { StoreFailure, type StoreFault } from './ports.ts';

const faults: Readonly<Record<string, StoreFault>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EISDIR: 'is-a-folder',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
  EIO: 'damaged',
};

/** What an error of the file system means for a store. */
export function fileFault(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const detail = error instanceof Error ? error.message : String(error);
  return new StoreFailure(faults[code] ?? 'failed', detail, { cause: error });
}
