import type { StoreFault } from '../ports.ts';

/** By SQLite's result code; extended codes (`SQLITE_IOERR_WRITE`) begin with these. */
const faults: readonly (readonly [code: string, fault: StoreFault])[] = [
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_FORMAT', 'damaged'],
  ['SQLITE_NOTADB', 'not-a-store'],
  ['SQLITE_FULL', 'disk-full'],
  // A limit on the size of files shows as a failed write.
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
];

/** The same by SQLite's own sentence, for errors that come without a code. */
const sentences: readonly (readonly [sentence: RegExp, fault: StoreFault])[] = [
  [/malformed|unsupported file format/i, 'damaged'],
  [/not a database/i, 'not-a-store'],
  [/disk is full/i, 'disk-full'],
  [/readonly database|unable to open/i, 'read-only'],
  [/is locked/i, 'locked'],
];

export function sqliteFault(error: unknown): StoreFault {
  if (!(error instanceof Error)) return 'failed';
  const code = 'code' in error ? String(error.code) : '';
  return (
    faults.find(([known]) => code.startsWith(known))?.[1] ??
    sentences.find(([sentence]) => sentence.test(error.message))?.[1] ??
    'failed'
  );
}
