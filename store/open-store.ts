import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileBlobs } from './blobs/file-blobs.ts';
import { memoryBlobs } from './blobs/memory-blobs.ts';
import { type Blobs, type Store, StoreFailure, type StoreFault } from './ports.ts';
import { relationalStore } from './relational-store.ts';

export type StoreOpening =
  | { readonly ok: true; readonly store: Store }
  /** `detail`: the back end's own words; `storeMessage` says the rest. */
  | { readonly ok: false; readonly failure: StoreFault; readonly detail: string };

export interface OpenStoreOptions {
  /** Folder of the original files, where it is not the usual one. */
  readonly blobs?: string;
}

/**
 * Opens a store and makes it where there is none. `location`: path of an SQLite file, with the original files in
 * `<path without extension>-files/` beside it; `:memory:`, which keeps nothing; or `postgres://…`, with the original
 * files in the user's data folder or where `blobs` says.
 */
export async function openStore(location: string, options: OpenStoreOptions = {}): Promise<StoreOpening> {
  try {
    const { db, close } = await openDatabase(location);
    return { ok: true, store: relationalStore(db, blobsOf(location, options), close) };
  } catch (error) {
    if (error instanceof StoreFailure) return { ok: false, failure: error.fault, detail: error.message };
    throw error;
  }
}

/** Whether a location names a PostgreSQL database. */
export function isPostgres(location: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(location);
}

/** Each back end is loaded only where it is used. */
async function openDatabase(location: string) {
  if (isPostgres(location)) return await (await import('./postgres/open.ts')).openPostgres(location);
  return await (await import('./sqlite/open.ts')).openSqlite(location);
}

function blobsOf(location: string, { blobs }: OpenStoreOptions): Blobs {
  if (blobs !== undefined) return fileBlobs(blobs);
  if (location === ':memory:') return memoryBlobs();
  if (isPostgres(location)) return fileBlobs(join(userData(), 'chushen', 'files'));
  return fileBlobs(`${location.replace(/\.[^./\\]+$/, '')}-files`);
}

/** Where programs keep a user's data: the XDG Base Directory Specification, and its like on other systems. */
function userData(): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return XDG_DATA_HOME || join(homedir(), '.local', 'share');
}
