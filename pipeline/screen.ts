import { resolve } from 'node:path';
import type { Pack } from '../calls/schema/index.ts';
import type { Batch, Run, RunEvent } from '../core/records.ts';
import type { Affiliates } from '../lists/affiliates.ts';
import type { Award } from '../lists/awards/award.ts';
import type { ListKind, OfficeList } from '../lists/office/office-list.ts';
import type { Store } from '../store/ports.ts';
import { EventLog } from './events.ts';
import { inputsKey, settingsOf } from './run-key.ts';
import { type BatchFile, cardOf, type FileCard, formSought } from './stages/extract.ts';
import type { HelpOptions } from './stages/help.ts';
import type { Corrects } from './stages/identify.ts';
import { keyOf } from './stages/key.ts';
import { type KnownFiling, knownFilings } from './stages/known.ts';
import { Outputs } from './stages/outputs.ts';
import { documentOf, type ReadFile, type ReadFilesOptions, readFiles } from './stages/read.ts';

export interface ScreenOptions extends Omit<ReadFilesOptions, 'onFiles' | 'onPage' | 'onFile'>, HelpOptions {
  readonly pack: Pack;
  readonly store: Store;
  /** The office's name for the batch; the paths by default, so that the same folder is the same batch. */
  readonly batch?: string;
  /** `YYYY-MM-DD`: the day whose facts count (awards still valid, deadlines passed). */
  readonly asOf: string;
  /** Reading of the resubmission clause; the pack's own unless the office chooses another. */
  readonly reading?: string;
  /** Earlier awards; absent when no list was given, which is not the same as an empty one. */
  readonly awards?: readonly Award[];
  /** The office's own lists, where given: summary sheet and registry export. */
  readonly lists?: Readonly<Partial<Record<ListKind, OfficeList>>>;
  /** The office states that each filing came with all its files: what is not among them is missing. */
  readonly complete?: boolean;
  /** Corrected files, as a person says: each takes the place of another, which then counts against nobody. */
  readonly corrects?: readonly Corrects[];
  /** The office's own list of affiliates and former names. */
  readonly affiliates?: Affiliates;
  /** Folders or files of earlier years' filings. */
  readonly archive?: readonly string[];
  /** Other calls, for filings of their batches in the store. */
  readonly packs?: () => Promise<readonly Pack[]>;
  /** What happens, as it happens. */
  readonly onEvent?: (event: RunEvent) => void;
}

/** What became of a screening. Its outcomes stand in the store. */
export interface Screened {
  readonly batch: Batch;
  readonly run: Run;
  /** Files under the paths given, read or not. */
  readonly files: number;
  /** Nothing has changed since an earlier run, which is this one. */
  readonly unchanged: boolean;
}

/**
 * Screens a batch: reads every file, puts them together to filings, classifies, finds repeats, and judges; every
 * output is kept as soon as it is made. When `signal` is raised the run ends in order as `stopped`.
 */
export async function screen(paths: readonly string[], options: ScreenOptions): Promise<Screened> {
  const { store, signal } = options;
  const outputs = new Outputs(store.stages);
  const batch = await openBatch(paths, options);
  const startedAt = new Date().toISOString();
  const id = keyOf(batch.id, startedAt).slice(0, 12);
  const log = new EventLog(id, store.events, options.onEvent);
  const settings = settingsOf(options);
  let run: Run = { id, batch: batch.id, startedAt, state: 'running', key: '', settings, versions: {} };
  let started = false;
  try {
    const read = await readBatch(paths, options, outputs, log);
    const { reads } = read;
    const key = inputsKey(reads, read.known, options);
    const [latest] = await store.runs.of(batch.id);
    if (latest?.key === key && latest.state === 'done')
      return { batch, run: latest, files: reads.length, unchanged: true };
    // Loaded only where something has changed: an unchanged run is over sooner.
    const { versionsOf } = await import('./run-versions.ts');
    const { evaluate } = await import('./evaluate.ts');
    run = { ...run, key, versions: versionsOf(options) };
    await store.runs.put(run);
    started = true;
    log.open();
    await evaluate({ batch, run, options, outputs, log }, paths, read);
    run = { ...run, state: 'done', finishedAt: new Date().toISOString() };
    await store.runs.end(id, 'done', run.finishedAt ?? startedAt);
    return { batch, run, files: reads.length, unchanged: false };
  } catch (error) {
    if (!signal?.aborted) throw error;
    run = { ...run, state: 'stopped', finishedAt: new Date().toISOString() };
    if (started) await store.runs.end(id, 'stopped', run.finishedAt ?? startedAt);
    return { batch, run, files: 0, unchanged: false };
  } finally {
    if (started) await log.close();
  }
}

async function openBatch(paths: readonly string[], { pack, store, batch }: ScreenOptions): Promise<Batch> {
  const name = batch ?? paths.map((path) => resolve(path)).join(' + ');
  const found = await store.batches.find(pack.call.id, name);
  if (found) return found;
  const made = {
    id: keyOf(pack.call.id, name).slice(0, 12),
    call: pack.call.id,
    name,
    createdAt: new Date().toISOString(),
  };
  await store.batches.put(made);
  return made;
}

/** The files of a batch and what they are compared with. */
export interface ReadBatch {
  readonly reads: readonly ReadFile[];
  readonly known: readonly KnownFiling[];
  /** What each file is, made only when something has changed. */
  readonly files: () => Promise<BatchFile[]>;
}

async function readBatch(
  paths: readonly string[],
  options: ScreenOptions,
  outputs: Outputs,
  log: EventLog,
): Promise<ReadBatch> {
  const { pack, store } = options;
  const cards = new Map<ReadFile, FileCard>();
  const all = await readFiles(
    paths,
    {
      ...options,
      form: formSought(pack),
      onFiles: (files) => log.add({ kind: 'files', files }),
      onPage: (file, page, pages) => log.add({ kind: 'page', file, page, pages }),
      onFile: ({ file, kept, key, problems }) =>
        log.add({ kind: 'read', file, kept, failed: key === undefined && problems.length > 0 }),
    },
    { outputs, blobs: store.blobs },
    async (read, document) => {
      // While its document is in memory; of a file read before, only if the batch has changed.
      if (!read.kept) cards.set(read, await cardOf(read, document, pack, outputs));
    },
  );
  const reads = all.filter(({ file }) => !isList(file, options));
  const own = new Set(reads.map((read) => read.id));
  const { onEvent: _, ...quiet } = options;
  const known = await knownFilings(
    { ...quiet, onNote: (text) => log.add({ kind: 'note', text }) },
    store,
    outputs,
    own,
  );
  return {
    reads,
    known,
    async files() {
      const files: BatchFile[] = [];
      for (const read of reads) {
        const card = cards.get(read) ?? (await cardOf(read, () => documentOf(read, outputs), pack, outputs));
        files.push({ read, card });
      }
      return files;
    },
  };
}

/** A list of the office often lies in the folder of the filings it lists. */
function isList(file: string, { lists }: ScreenOptions): boolean {
  const files = [...(lists?.summary?.files ?? []), ...(lists?.registry?.files ?? [])];
  return files.some((list) => resolve(list) === resolve(file));
}
