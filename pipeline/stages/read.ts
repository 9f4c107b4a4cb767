import { createHash } from 'node:crypto';
import type { Document } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import { type Input, type IntakeLimits, listInputs } from '../../extractors/containers/list-inputs.ts';
import type { ReadSettings } from '../../jobs/readers/messages.ts';
import { ReaderPool } from '../../jobs/readers/reader-pool.ts';
import { type FormSought, PictureRuns } from '../pictures/join-runs.ts';
import type { Outputs } from './outputs.ts';
import {
  documentOf,
  type InputRead,
  keepBytes,
  keepReading,
  type ReadFile,
  type ReadingRoom,
} from './readings.ts';

export { documentOf, keepReading, type ReadFile, type ReadingRoom } from './readings.ts';

export interface ReadFilesOptions {
  readonly settings: ReadSettings;
  /** Reader processes. */
  readonly jobs: number;
  /** Seconds for one file. */
  readonly timeout: number;
  readonly limits: IntakeLimits;
  readonly signal?: AbortSignal;
  /** The form that is sought, by which pages that came as pictures are told apart. */
  readonly form?: FormSought;
  readonly onFiles?: (files: number) => void;
  readonly onPage?: (file: string, page: number, pages: number) => void;
  readonly onFile?: (read: ReadFile) => void;
}

/** Done with each file as soon as it is read; `document` loads it again from where it was kept. */
export type Take = (read: ReadFile, document: () => Promise<Document | undefined>) => Promise<void>;

/**
 * Reads every file under some paths, several at a time, and hands each to `take`; pictures that are the pages of one
 * document (`pictures/`) as one file, under the path of the first. Results come in the order of the paths; a file that
 * cannot be read has problems and no document. Rejects only when `signal` is raised.
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
  const runs = new PictureRuns(inputs, options, room);
  const results = new Map<Input, ReadFile>();
  const done = async (input: Input, { read, document }: InputRead) => {
    results.set(input, read);
    await take(read, document);
    options.onFile?.(read);
  };
  let next = 0;
  // One more than the readers, so that the next file is loaded while they work.
  const takers = Array.from({ length: Math.min(options.jobs + 1, inputs.length) }, async () => {
    for (let i = next++; i < inputs.length; i = next++) {
      options.signal?.throwIfAborted();
      const input = inputs[i];
      if (!input) continue;
      const one = await readInput(input, pool, options, room);
      for (const [first, whole] of await runs.add(input, one)) await done(first, whole);
    }
  });
  try {
    await Promise.all(takers);
    options.signal?.throwIfAborted();
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await pool.close();
  }
  return inputs.flatMap((input) => results.get(input) ?? []);
}

async function readInput(
  input: Input,
  pool: ReaderPool,
  options: ReadFilesOptions,
  room: ReadingRoom,
): Promise<InputRead> {
  const { file } = input;
  const loaded = 'problem' in input ? input : await input.load();
  if ('problem' in loaded || 'problem' in input) {
    const problem = 'problem' in loaded ? loaded.problem : undefined;
    const read = { id: hashOf(file), file, problems: problem ? [problem] : [], kept: false };
    return { read, document: async () => undefined };
  }
  const { bytes } = loaded;
  const id = hashOf(bytes);
  const key = readKey(id, input.name, options.settings, room.outputs);
  const before = await room.outputs.get<Problem[]>('read', key);
  if (before) {
    const read: ReadFile = { id, file, key, problems: before, kept: true };
    return { read, document: () => documentOf(read, room.outputs) };
  }
  const { document, problems } = await pool.read({ name: input.name, bytes }, (page, pages) =>
    options.onPage?.(file, page, pages),
  );
  options.signal?.throwIfAborted();
  await keepBytes(room, id, bytes);
  await keepReading(key, { ...(document ? { document } : {}), problems }, room.outputs);
  return { read: { id, file, key, problems, kept: false }, document: async () => document };
}

/** Key of the reading of some bytes. The name counts too: under another ending they read with another notice. */
export function readKey(id: string, name: string, settings: ReadSettings, outputs: Outputs): string {
  const ending = /\.[^./\\]*$/u.exec(name)?.[0].toLowerCase() ?? '';
  const { ocr, ocrModels, maxPages, soffice } = settings;
  const how = [ocr, maxPages, soffice ? 'office' : 'text', ...(ocrModels ? [ocrModels.version] : [])];
  return outputs.keyFor('read', [id, ending, ...how]);
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
