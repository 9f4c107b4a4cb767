import type { Pack } from '../calls/schema/index.ts';
import { classifyFiling } from '../classifiers/of-filing.ts';
import type { Filing } from '../core/filing.ts';
import type { Classification, Match } from '../core/judgement.ts';
import type { Problem } from '../core/problem.ts';
import { problemGravity } from '../core/problem.ts';
import type { Asker } from '../extractors/form/ask/asker.ts';
import type { ModelServer } from '../extractors/form/ask/model-server.ts';
import { type FormReading, readForm } from '../extractors/form/read-form.ts';
import type { Award } from '../index/awards/award.ts';
import { type IndexedFiling, indexFiling } from '../index/indexed-filing.ts';
import { createRepeatFinder } from '../index/match.ts';
import { judgeBatch } from '../rules/batch.ts';
import { judge } from '../rules/evaluate.ts';
import { type ReadFile, type ReadFilesOptions, readFiles } from './read-files.ts';
import { type FilingOutcome, outcomeOf, type Screening } from './screening.ts';
import { productVersion, readerVersion } from './versions.ts';

export interface ScreenOptions extends ReadFilesOptions {
  readonly pack: Pack;
  /** `YYYY-MM-DD`: the day whose facts count (awards still valid, deadlines passed). */
  readonly asOf: string;
  /** Reading of the resubmission clause; the pack's own unless the office chooses another. */
  readonly reading?: string;
  /** Earlier awards; absent when no list was given, which is not the same as an empty one. */
  readonly awards?: readonly Award[];
  /** Folders or files of earlier years' filings. */
  readonly archive?: readonly string[];
  /** A language model for fields that nothing else could fill; without it no text leaves this machine. */
  readonly modelServer?: ModelServer;
}

/** One filing on its way through the stages. */
interface Draft {
  readonly read: ReadFile;
  readonly problems: Problem[];
  readonly filing?: Filing;
  readonly classification: readonly Classification[];
  readonly indexed?: IndexedFiling;
}

/** Screens a batch: reads every file, classifies it, finds repeats, judges each condition and the batch. */
export async function screen(paths: readonly string[], options: ScreenOptions): Promise<Screening> {
  const startedAt = new Date().toISOString();
  const { pack } = options;
  const asker = options.modelServer && (await openModel(options.modelServer));
  const drafts: Draft[] = [];
  for (const read of await readFiles(paths, options)) drafts.push(await draftOf(read, pack, asker));
  markSameFiles(drafts);
  const archive = options.archive
    ? await readFiles(options.archive, {
        ...options,
        onFiles: undefined,
        onFile: undefined,
        onPage: undefined,
      })
    : [];
  const archived: IndexedFiling[] = [];
  for (const read of archive) {
    const { indexed } = await draftOf(read, pack);
    if (indexed) archived.push(indexed);
  }
  const matches = await findRepeats(drafts, archived, options);
  const filings = drafts.map((draft) => conclude(draft, matches.get(draft.read.id) ?? [], drafts, options));
  return {
    call: pack.call.id,
    run: {
      startedAt,
      finishedAt: new Date().toISOString(),
      asOf: options.asOf,
      versions: {
        chushen: productVersion(),
        reader: readerVersion,
        node: process.versions.node,
        ...(asker ? { model: asker.model } : {}),
      },
    },
    filings,
    batch: attempt([], 'batch', [], () => judgeBatch(pack, filings)),
  };
}

async function draftOf(read: ReadFile, pack: Pack, asker?: Asker): Promise<Draft> {
  const problems = [...read.problems];
  const { document, id, file } = read;
  if (!document) return { read, problems, classification: [] };
  const own = attempt(undefined, 'fields', problems, () => readForm(document, pack.form, pack.blank));
  if (!own) return { read, problems, classification: [] };
  const found = [...own.fields.values()].filter((field) => field.state !== 'absent').length;
  const total = pack.form.fields.length;
  if (found < total * 0.3) problems.push({ code: 'fields-scarce', values: { found, total } });
  const reading = asker ? await askModel(own, pack, asker, problems) : own;
  const filing: Filing = { id, file, document, ...reading, problems };
  const classification = attempt([], 'classification', problems, () => classifyFiling(pack, filing));
  const indexed = attempt(undefined, 'index', problems, () => indexFiling(pack, filing));
  return { read, problems, filing, classification, ...(indexed ? { indexed } : {}) };
}

/** LangChain is loaded only where a model is asked. */
async function openModel(server: ModelServer): Promise<Asker> {
  return (await import('../extractors/form/ask/open-asker.ts')).openAsker(server);
}

async function askModel(
  reading: FormReading,
  pack: Pack,
  asker: Asker,
  problems: Problem[],
): Promise<FormReading> {
  try {
    const { askFields } = await import('../extractors/form/ask/ask-fields.ts');
    const asked = await askFields(pack.form, reading, asker);
    problems.push(...asked.problems);
    return { ...reading, fields: asked.fields };
  } catch (error) {
    problems.push(stageFailed('model', error));
    return reading;
  }
}

function markSameFiles(drafts: readonly Draft[]): void {
  const first = new Map<string, string>();
  for (const { read, problems } of drafts) {
    const other = first.get(read.id);
    if (other === undefined) first.set(read.id, read.file);
    else if (read.document) problems.push({ code: 'same-file', values: { file: other } });
  }
}

async function findRepeats(
  drafts: readonly Draft[],
  archive: readonly IndexedFiling[],
  { pack, reading, asOf, awards }: ScreenOptions,
): Promise<ReadonlyMap<string, readonly Match[]>> {
  const indexed = drafts.flatMap((draft) => draft.indexed ?? []);
  try {
    const finder = createRepeatFinder({
      pack,
      ...(reading ? { reading } : {}),
      asOf,
      awards: awards ?? [],
      archive,
    });
    return await finder.find(indexed, {
      labelsOf: (id) => labelsOf(drafts.find((draft) => draft.read.id === id)),
    });
  } catch (error) {
    for (const draft of drafts) draft.problems.push(stageFailed('repeats', error));
    return new Map();
  }
}

/** The labels that a filing was given or declared: a ban may exempt some. */
function labelsOf(draft: Draft | undefined): string[] {
  return (draft?.classification ?? []).flatMap(({ label, declared }) =>
    [label, declared].filter((name) => name != null),
  );
}

function conclude(
  draft: Draft,
  matches: readonly Match[],
  drafts: readonly Draft[],
  options: ScreenOptions,
): FilingOutcome {
  const { read, problems, filing, classification } = draft;
  const { id, file } = read;
  if (!filing)
    return {
      id,
      file,
      status: 'failed',
      outcome: 'unread',
      problems,
      classification,
      findings: [],
      matches: [],
    };
  const findings = attempt([], 'rules', problems, () =>
    judge(options.pack, filing, {
      asOf: options.asOf,
      classifications: classification,
      matches,
      awardsChecked: options.awards !== undefined,
      companions: companionsOf(file, drafts),
    }),
  );
  const status = problems.some((problem) => problemGravity(problem) !== 'note') ? 'partial' : 'done';
  return {
    id,
    file,
    status,
    outcome: outcomeOf(findings, matches),
    problems,
    filing,
    classification,
    findings,
    matches,
  };
}

/**
 * Names of the other files of the same applicant: those in a folder or archive that holds one form only.
 * Of a folder with many forms nobody can say whose annexes lie in it.
 */
function companionsOf(file: string, drafts: readonly Draft[]): string[] {
  const folder = folderOf(file);
  const beside = drafts.filter((draft) => folderOf(draft.read.file) === folder);
  const forms = beside.filter(
    (draft) => draft.filing && !draft.problems.some(({ code }) => code === 'fields-scarce'),
  );
  if (forms.length !== 1 || forms[0]?.read.file !== file) return [];
  return beside.map((draft) => draft.read.file).filter((other) => other !== file);
}

const folderOf = (file: string) => file.replace(/[^/\\]*$/u, '');

/** A stage that fails on one filing is a bug, but never ends the batch: the rest stands, and says so. */
function attempt<T>(otherwise: T, stage: string, problems: Problem[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    problems.push(stageFailed(stage, error));
    return otherwise;
  }
}

function stageFailed(stage: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'stage-failed', values: { stage, reason } };
}
