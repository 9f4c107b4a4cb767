import { resolve } from 'node:path';
import type { Pack } from '../calls/schema/index.ts';
import { classifiersOf } from '../classifiers/of-pack.ts';
import type { Match } from '../core/judgement.ts';
import { limits } from '../core/limits.ts';
import type { BatchOutcome } from '../core/outcome.ts';
import type { Problem } from '../core/problem.ts';
import type { Batch, Run, RunEvent, RunSettings } from '../core/records.ts';
import { casesOf } from '../index/cases/cases.ts';
import { packageModel } from '../index/model/model.ts';
import { officeCards } from '../index/train/office-cards.ts';
import type { Affiliates } from '../lists/affiliates.ts';
import type { Award } from '../lists/awards/award.ts';
import type { ListKind, OfficeList } from '../lists/office/office-list.ts';
import type { BatchEntry } from '../rules/batch/judge-batch.ts';
import type { Store } from '../store/ports.ts';
import { EventLog } from './events.ts';
import { type Assembled, assemble, fileOutcome } from './grouping/assemble.ts';
import { factsOf } from './outcome-facts.ts';
import { stages } from './stage-versions/stages.ts';
import { attempt, type BatchFile, cardOf, type FileCard } from './stages/extract.ts';
import { folderKey, type HelpOptions, openHelp } from './stages/help.ts';
import { identifyFilings } from './stages/identify.ts';
import { type Judging, judgeFiling, matchLists } from './stages/judge.ts';
import { keyOf, packKey } from './stages/key.ts';
import { type KnownFiling, keepScreened, knownFilings } from './stages/known.ts';
import { matchBatch, matchesOf } from './stages/match.ts';
import { Outputs } from './stages/outputs.ts';
import { isPartlyCompared, type Prepared, prepare } from './stages/prepare.ts';
import { documentOf, type ReadFile, type ReadFilesOptions, readFiles } from './stages/read.ts';
import { productVersion, stageVersion } from './versions.ts';

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
    const { files, known, reads } = await readBatch(paths, options, outputs, log);
    const key = inputsKey(reads, known, options);
    const [latest] = await store.runs.of(batch.id);
    if (latest?.key === key && latest.state === 'done')
      return { batch, run: latest, files: reads.length, unchanged: true };
    run = { ...run, key, versions: versionsOf(options) };
    await store.runs.put(run);
    started = true;
    await evaluate(batch, run, paths, files, known, options, outputs, log);
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

interface Read {
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
): Promise<Read> {
  const { pack, store } = options;
  const cards = new Map<ReadFile, FileCard>();
  const all = await readFiles(
    paths,
    {
      ...options,
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

/** From the files of a batch to the outcome of each filing, which is kept as soon as it is known. */
async function evaluate(
  batch: Batch,
  run: Run,
  paths: readonly string[],
  files: Read['files'],
  known: readonly KnownFiling[],
  options: ScreenOptions,
  outputs: Outputs,
  log: EventLog,
): Promise<void> {
  const { pack, store, signal } = options;
  const same = new SameFiles();
  const assembly = assemble(await files(), paths, pack);
  log.add({ kind: 'stage', stage: 'assemble', done: assembly.filings.length, of: assembly.filings.length });
  const help = await openHelp(options, pack, store.vectors);
  const everything: Prepared[] = [];
  for (const one of assembly.filings) {
    signal?.throwIfAborted();
    everything.push(await prepare(one, pack, outputs, help));
    log.add({ kind: 'stage', stage: 'classify', done: everything.length, of: assembly.filings.length });
  }
  const { filings, former, gone } = await identifyFilings(everything, batch, pack, store);
  const prepared = filings.map((one) => one.prepared);
  const replaced = new Set([
    ...former.map(({ assembled }) => assembled.form.read.id),
    ...gone.map(({ id }) => id),
  ]);
  const matched = await matchBatch(
    prepared,
    known.filter(({ id }) => !replaced.has(id)),
    outputs,
    {
      ...options,
      memory: store.vectors,
      onNote: (text) => log.add({ kind: 'note', text }),
      onFiling: (done, of) => log.add({ kind: 'stage', stage: 'match', done, of }),
    },
  );
  await keepScreened(screenedOf(prepared), [...screenedOf(former), ...gone], pack, store);
  const judging: Judging = {
    pack,
    options,
    lists: matchLists(prepared, pack, options.lists),
    strays: assembly.unassigned.length > 0,
  };
  const told: { id: string; matches: readonly Match[] }[] = [];
  const entries: BatchEntry[] = [];
  for (const [position, { prepared: one, version, formers }] of filings.entries()) {
    signal?.throwIfAborted();
    const { read } = one.assembled.form;
    const matches = await matchesOf(read.id, matched, outputs);
    const extra = [
      ...same.problemsOf(read, one.assembled),
      ...(matched.problem ? [matched.problem] : []),
      ...((await isPartlyCompared(one.indexKey, outputs)) ? [partlyCompared] : []),
      ...formers.map((file): Problem => ({ code: 'former-version', values: { file } })),
    ];
    const judged = await judgeFiling(one, matches, extra, judging, outputs);
    const outcome = { ...judged, filing: version.filing, version: version.version };
    await store.outcomes.put(run.id, outcome, factsOf(one, pack));
    told.push({ id: read.id, matches: matches.map((match) => ({ ...match, passages: [] })) });
    entries.push({
      id: read.id,
      file: read.file,
      ...(judged.fields.length > 0 ? { filing: { id: read.id, fields: one.fields } } : {}),
      classification: one.labels,
      matches: told.at(-1)?.matches ?? [],
    });
    log.add({ kind: 'filing', filing: version.filing, file: read.file, state: judged.judged.state });
    log.add({ kind: 'stage', stage: 'judge', done: position + 1, of: filings.length });
  }
  const { judgeBatch } = await import('../rules/batch/judge-batch.ts');
  const outcome: BatchOutcome = {
    findings: attempt([], 'batch', [], () =>
      judgeBatch(pack, entries, {
        lists: judging.lists,
        ...(options.awards ? { awards: options.awards } : {}),
      }),
    ),
    cases: casesOf(told),
    unassigned: assembly.unassigned.map((file) =>
      fileOutcome(file, 'unassigned', {
        problems: [{ code: file.card.note ? 'stray-note' : 'annex-unassigned' }],
      }),
    ),
  };
  await store.outcomes.putBatch(run.id, outcome);
}

const partlyCompared: Problem = { code: 'partly-compared', values: { characters: limits.compared } };

const screenedOf = (all: readonly Prepared[]) =>
  all.flatMap(({ assembled, indexKey }) =>
    indexKey === undefined
      ? []
      : { id: assembled.form.read.id, file: assembled.form.read.file, key: indexKey },
  );

/** The same bytes handed in under several names. */
class SameFiles {
  private readonly first = new Map<string, string>();

  problemsOf(read: ReadFile, { form }: Assembled): Problem[] {
    const other = this.first.get(read.id);
    if (other === undefined) this.first.set(read.id, read.file);
    return other !== undefined && form.card.format !== undefined
      ? [{ code: 'same-file', values: { file: other } }]
      : [];
  }
}

/** A list of the office often lies in the folder of the filings it lists. */
function isList(file: string, { lists }: ScreenOptions): boolean {
  const files = [...(lists?.summary?.files ?? []), ...(lists?.registry?.files ?? [])];
  return files.some((list) => resolve(list) === resolve(file));
}

function settingsOf({ asOf, reading, complete, lists }: ScreenOptions): RunSettings {
  return {
    asOf,
    ...(reading ? { reading } : {}),
    complete: complete ?? false,
    lists: Object.fromEntries(Object.entries(lists ?? {}).map(([kind, list]) => [kind, list?.files ?? []])),
  };
}

/** Everything that the outcomes of a run depend on. */
function inputsKey(
  reads: readonly ReadFile[],
  known: readonly KnownFiling[],
  options: ScreenOptions,
): string {
  const { pack, asOf, reading, awards, lists, complete, affiliates, models } = options;
  return keyOf(
    stages.map(stageVersion),
    (['form', 'labels', 'policy', 'rules'] as const).map((part) => packKey(pack, part)),
    reads.map(({ id, file, key, problems }) => [id, file, key ?? problems]),
    known,
    [asOf, reading ?? '', complete ?? false],
    [awards ?? 'none', lists ?? {}, affiliates ?? ''].map((one) => keyOf(one)),
    [models === undefined ? '' : folderKey(models), options.modelServer ?? '', options.embeddingServer ?? ''],
  );
}

function versionsOf({ pack, models, modelServer, embeddingServer }: ScreenOptions): Record<string, string> {
  return {
    chushen: productVersion(),
    node: process.versions.node,
    ...Object.fromEntries(stages.map((stage) => [`stage ${stage}`, stageVersion(stage)])),
    repeats: (officeCards(models) ?? packageModel()).trained,
    ...(modelServer ? { model: modelServer.model } : {}),
    ...(embeddingServer ? { embeddings: embeddingServer.model } : {}),
    ...Object.fromEntries(
      classifiersOf(pack, models).map(({ scheme, version }) => [`classifier ${scheme.id}`, version]),
    ),
  };
}
