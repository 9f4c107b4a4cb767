import { createHash } from 'node:crypto';
import type { Document } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import { type Input, type IntakeLimits, listInputs } from '../extractors/containers/list-inputs.ts';
import type { ReadSettings } from '../jobs/readers/messages.ts';
import { ReaderPool } from '../jobs/readers/reader-pool.ts';
import type { Store } from '../store/store.ts';
import { readerVersion } from './versions.ts';

/** One input file and what was read of it. */
export interface ReadFile {
  /** SHA-256 of the bytes, 16 hex digits; of the path where there are no bytes. */
  readonly id: string;
  readonly file: string;
  readonly document?: Document;
  readonly problems: readonly Problem[];
  readonly fromStore: boolean;
}

export interface ReadFilesOptions {
  readonly settings: ReadSettings;
  readonly jobs: number;
  /** Seconds for one file. */
  readonly timeout: number;
  readonly limits: IntakeLimits;
  readonly store?: Store;
  /** Files, by id, of which nobody needs the document: they come back without one. */
  readonly known?: (id: string) => boolean;
  readonly onFiles?: (files: number) => void;
  readonly onPage?: (file: string, page: number, pages: number) => void;
  readonly onFile?: (read: ReadFile) => void;
}

/**
 * Reads every file under some paths into documents, in the order of the paths, several at a time.
 * Each file comes back exactly once; one that cannot be read has problems and no document.
 */
export async function readFiles(paths: readonly string[], options: ReadFilesOptions): Promise<ReadFile[]> {
  const inputs: Input[] = [];
  for await (const input of listInputs(paths, options.limits)) inputs.push(input);
  options.onFiles?.(inputs.length);
  const pool = new ReaderPool({ jobs: options.jobs, timeout: options.timeout, settings: options.settings });
  const results = new Array<ReadFile>(inputs.length);
  let next = 0;
  // One more than the readers, so that the next file is loaded while they work.
  const takers = Array.from({ length: Math.min(options.jobs + 1, inputs.length) }, async () => {
    for (let i = next++; i < inputs.length; i = next++) {
      const read = await readInput(inputs[i]!, pool, options);
      results[i] = read;
      options.onFile?.(read);
    }
  });
  try {
    await Promise.all(takers);
  } finally {
    await pool.close();
  }
  return results;
}

async function readInput(input: Input, pool: ReaderPool, options: ReadFilesOptions): Promise<ReadFile> {
  const { file } = input;
  const failed = (problem: Problem): ReadFile => ({
    id: hashOf(file),
    file,
    problems: [problem],
    fromStore: false,
  });
  if ('problem' in input) return failed(input.problem);
  const loaded = await input.load();
  if ('problem' in loaded) return failed(loaded.problem);
  const id = hashOf(loaded.bytes);
  if (options.known?.(id)) return { id, file, problems: [], fromStore: true };
  const { settings, store } = options;
  // The name counts too: the same bytes under another ending read with another notice.
  const ending = /\.[^./\\]*$/u.exec(input.name)?.[0].toLowerCase() ?? '';
  const reader = [
    readerVersion,
    settings.ocr,
    settings.maxPages,
    settings.soffice ? 'office' : 'text',
    ending,
  ].join(' ');
  const known = store?.getDocument(id, reader);
  if (known) return { id, file, document: known, problems: known.problems, fromStore: true };
  const outcome = await pool.read({ name: input.name, bytes: loaded.bytes }, (page, pages) =>
    options.onPage?.(file, page, pages),
  );
  if (outcome.document) store?.putDocument(id, reader, { ...outcome.document, problems: outcome.problems });
  return { id, file, ...outcome, fromStore: false };
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
