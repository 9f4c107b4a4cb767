import type { Document } from '../../core/document.ts';
import type { Problem, ProblemCode } from '../../core/problem.ts';
import type { Blobs } from '../../store/ports.ts';
import type { Outputs } from './outputs.ts';

/** One input file after reading; its document stays in the store until a later stage asks for it. */
export interface ReadFile {
  /** SHA-256 of the bytes, 16 hex digits; of the path where there are no bytes. */
  readonly id: string;
  readonly file: string;
  /** Key of the stage's output; absent where there are no bytes. */
  readonly key?: string;
  readonly problems: readonly Problem[];
  /** Read in an earlier run: only its bytes were hashed. */
  readonly kept: boolean;
}

/** What reading one file came to. */
interface Reading {
  readonly document?: Document;
  readonly problems: readonly Problem[];
}

/** A file that was read, and its document. */
export interface InputRead {
  readonly read: ReadFile;
  readonly document: () => Promise<Document | undefined>;
}

/** Where documents and original bytes are kept between runs. */
export interface ReadingRoom {
  readonly outputs: Outputs;
  readonly blobs?: Blobs;
}

/** The document first, so that problems kept alone always mean that there was none. */
export async function keepReading(
  key: string,
  { document, problems }: Reading,
  outputs: Outputs,
): Promise<void> {
  const again = problems.some(({ code }) => byChance.has(code));
  if (document) {
    if (again) outputs.hold('read', documentKey(key), document);
    else await outputs.put('read', documentKey(key), document);
  }
  if (again) outputs.hold('read', key, problems);
  else await outputs.put('read', key, problems);
}

const documentKey = (key: string) => `${key} document`;

/** The document of a file read before, from where it was kept; `undefined` where nothing could be read. */
export async function documentOf(
  { key }: Pick<ReadFile, 'key'>,
  outputs: Outputs,
): Promise<Document | undefined> {
  return key === undefined ? undefined : outputs.get<Document>('read', documentKey(key));
}

/** What may go well another time. */
const byChance: ReadonlySet<ProblemCode> = new Set([
  'timed-out',
  'worker-crashed',
  'reader-memory',
  'stage-failed',
]);

/** The page can be shown later from the very bytes that were read. */
export async function keepBytes({ blobs }: ReadingRoom, id: string, bytes: Uint8Array): Promise<void> {
  if (blobs && !(await blobs.has(id))) await blobs.put(id, bytes);
}
