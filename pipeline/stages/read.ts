import { createHash } from 'node:crypto';
import type { Document } from '../../core/document.ts';
import type { Problem, ProblemCode } from '../../core/problem.ts';
import { type Input, type IntakeLimits, listInputs } from '../../extractors/containers/list-inputs.ts';
import type { ReadSettings } from '../../jobs/readers/messages.ts';
import { ReaderPool } from '../../jobs/readers/reader-pool.ts';
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

export interface ReadFilesOptions {
  readonly settings: ReadSettings;
  /** Reader processes. */
  readonly jobs: number;
  /** Seconds for one file. */
  readonly timeout: number;
  readonly limits: IntakeLimits;
  readonly signal?: AbortSignal;
  readonly onFiles?: (files: number) => void;
  readonly onPage?: (file: string, page: number, pages: number) => void;
  readonly onFile?: (read: ReadFile) => void;
}

/** Where documents and original bytes are kept between runs. */
export interface ReadingRoom {
  readonly outputs: Outputs;
  readonly blobs?: Blobs;
}

/** Done with each file as soon as it is read; `document` loads it again from where it was kept. */
export type Take = (read: ReadFile, document: () => Promise<Document | undefined>) => Promise<void>;

/**
 * Reads every file under some paths, several at a time, and hands each to `take`. Results come in the order of the
 * paths; a file that cannot be read has problems and no document. Rejects only when `signal` is raised.
 */
export async function readFiles(
  paths: readonly string[],
  options: ReadFilesOptions,
  room: ReadingRoom,
  take: Take,
): Promise<ReadFile[]> {
  const inputs: Input[] = [];
  for await (const input of listInputs(paths, options.limits)) {
    options.signal?.throwIfAborted();
    inputs.push(input);
  }
  options.onFiles?.(inputs.length);
  const pool = new ReaderPool({ jobs: options.jobs, timeout: options.timeout, settings: options.settings });
  const stop = () => void pool.close();
  options.signal?.addEventListener('abort', stop);
  const results = new Array<ReadFile>(inputs.length);
  let next = 0;
  // One more than the readers, so that the next file is loaded while they work.
  const takers = Array.from({ length: Math.min(options.jobs + 1, inputs.length) }, async () => {
    for (let i = next++; i < inputs.length; i = next++) {
      options.signal?.throwIfAborted();
      const input = inputs[i];
      if (input) results[i] = await readInput(input, pool, options, room, take);
    }
  });
  try {
    await Promise.all(takers);
    options.signal?.throwIfAborted();
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await pool.close();
  }
  return results;
}

async function readInput(
  input: Input,
  pool: ReaderPool,
  options: ReadFilesOptions,
  room: ReadingRoom,
  take: Take,
): Promise<ReadFile> {
  const { file } = input;
  const loaded = 'problem' in input ? input : await input.load();
  if ('problem' in loaded || 'problem' in input) {
    const problem = 'problem' in loaded ? loaded.problem : undefined;
    const read = { id: hashOf(file), file, problems: problem ? [problem] : [], kept: false };
    await take(read, async () => undefined);
    options.onFile?.(read);
    return read;
  }
  const { bytes } = loaded;
  const id = hashOf(bytes);
  const key = readKey(id, input.name, options.settings, room.outputs);
  const before = await room.outputs.get<Problem[]>('read', key);
  if (before) {
    const read: ReadFile = { id, file, key, problems: before, kept: true };
    await take(read, () => documentOf(read, room.outputs));
    options.onFile?.(read);
    return read;
  }
  const { document, problems } = await pool.read({ name: input.name, bytes }, (page, pages) =>
    options.onPage?.(file, page, pages),
  );
  options.signal?.throwIfAborted();
  await keepBytes(room, id, bytes);
  await keepReading(key, { ...(document ? { document } : {}), problems }, room.outputs);
  const read: ReadFile = { id, file, key, problems, kept: false };
  await take(read, async () => document);
  options.onFile?.(read);
  return read;
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

/** Key of the reading of some bytes. The name counts too: under another ending they read with another notice. */
export function readKey(id: string, name: string, settings: ReadSettings, outputs: Outputs): string {
  const ending = /\.[^./\\]*$/u.exec(name)?.[0].toLowerCase() ?? '';
  const how = [settings.ocr, settings.maxPages, settings.soffice ? 'office' : 'text'];
  return outputs.keyFor('read', [id, ending, ...how]);
}

/** What may go well another time. */
const byChance: ReadonlySet<ProblemCode> = new Set([
  'timed-out',
  'worker-crashed',
  'reader-memory',
  'stage-failed',
]);

/** The page can be shown later from the very bytes that were read. */
async function keepBytes({ blobs }: ReadingRoom, id: string, bytes: Uint8Array): Promise<void> {
  if (blobs && !(await blobs.has(id))) await blobs.put(id, bytes);
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
