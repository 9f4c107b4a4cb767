import { resolve } from 'node:path';
import type { Pack } from '../calls/schema/index.ts';
import { classifiersOf } from '../classifiers/of-pack.ts';
import type { Match } from '../core/judgement.ts';
import type { Text } from '../core/lang.ts';
import { casesOf } from '../index/cases/cases.ts';
import type { IndexedFiling } from '../index/indexed-filing.ts';
import { createRepeatFinder } from '../index/match.ts';
import { packageModel } from '../index/model/model.ts';
import { openEmbedder } from '../index/search/embed/open-embedder.ts';
import type { EmbeddingServer } from '../index/search/embed/server-embeddings.ts';
import { officeCards } from '../index/train/office-cards.ts';
import type { ModelServer } from '../language-model/model-server.ts';
import type { Affiliates } from '../lists/affiliates.ts';
import type { Award } from '../lists/awards/award.ts';
import type { ListKind, OfficeList } from '../lists/office/office-list.ts';
import { type FilingOutcome, outcomeOf, type Screening } from '../review/screening.ts';
import { judgeBatch } from '../rules/batch/judge-batch.ts';
import { judge } from '../rules/evaluate.ts';
import { askModel, askSecondOpinions, openModel } from './ask-model.ts';
import { attempt, completeDraft, type Draft, draftOf, stageFailed, statusOf } from './draft.ts';
import { type Assembled, annexFile, assemble, filesOf } from './grouping/assemble.ts';
import { nameDisagrees } from './grouping/name-disagrees.ts';
import { contextOf, type MatchedLists, matchLists } from './judging-context.ts';
import { keepScreened, knownFilings } from './known-filings.ts';
import { type ReadFilesOptions, readFiles } from './read-files.ts';
import { productVersion, readerVersion } from './versions.ts';

export interface ScreenOptions extends ReadFilesOptions {
  readonly pack: Pack;
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
  /** Folder of the office's own models. */
  readonly models?: string;
  /** The office's own list of affiliates and former names. */
  readonly affiliates?: Affiliates;
  /** Folders or files of earlier years' filings. */
  readonly archive?: readonly string[];
  /** Other calls, for filings of their batches in the store. */
  readonly packs?: readonly Pack[];
  /** What a person should know of the run as a whole. */
  readonly onNote?: (note: Text) => void;
  /** A language model for fields that nothing else could fill and doubtful classifications; without it no text leaves this machine. */
  readonly modelServer?: ModelServer;
  /**
   * Compares meanings where repeats are looked for, and has a say in the classification, weighed by how well it knows
   * the labelled texts. Absent: the embedder that needs nothing.
   */
  readonly embeddingServer?: EmbeddingServer;
}

/** Screens a batch: reads every file, puts them together to filings, classifies, finds repeats, and judges. */
export async function screen(paths: readonly string[], options: ScreenOptions): Promise<Screening> {
  const startedAt = new Date().toISOString();
  const { pack } = options;
  const asker = options.modelServer && (await openModel(options.modelServer));
  const weighing = options.embeddingServer && (await openWeigher(options.embeddingServer, options));
  const reads = (await readFiles(paths, options)).filter(({ file }) => !isList(file, options));
  const drafts = reads.map((read) => draftOf(read, pack));
  markSameFiles(drafts);
  const assembly = assemble(drafts, paths, pack);
  const assembled: Assembled[] = [];
  for (const one of assembly.filings) {
    const draft = asker ? await askModel(one.draft, pack, asker) : one.draft;
    const complete = completeDraft(draft, pack, options.models);
    const weighed = weighing ? await weighing(complete) : complete;
    assembled.push({ ...one, draft: asker ? await askSecondOpinions(weighed, pack, asker) : weighed });
  }
  const matches = await findRepeats(
    assembled.map(({ draft }) => draft),
    await knownFilings(options),
    options,
  );
  const lists = matchLists(assembled, options);
  // An annex of nobody known may be anybody's, so then no filing is certain to be whole.
  const strays = assembly.unassigned.length > 0;
  const filings = assembled.map((one) =>
    conclude(one, matches.get(one.draft.read.id) ?? [], lists, { ...options, strays }),
  );
  for (const { problems } of assembly.unassigned) problems.push({ code: 'annex-unassigned' });
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
        repeats: (officeCards(options.models) ?? packageModel()).trained,
        ...(asker ? { model: asker.model } : {}),
        ...(options.embeddingServer ? { embeddings: options.embeddingServer.model } : {}),
        ...Object.fromEntries(
          classifiersOf(pack, options.models).map(({ scheme, version }) => [
            `classifier ${scheme.id}`,
            version,
          ]),
        ),
      },
    },
    filings,
    cases: casesOf(filings),
    unassigned: assembly.unassigned.map((draft) => annexFile(draft, 'unassigned', pack)),
    batch: attempt([], 'batch', [], () =>
      judgeBatch(pack, filings, { lists, ...(options.awards ? { awards: options.awards } : {}) }),
    ),
  };
}

/** Classifies with the say of the office's embedder; LangChain's part of it is loaded only where one is named. */
async function openWeigher(server: EmbeddingServer, { pack, models, store }: ScreenOptions) {
  const { openWeighing, weighMeaning } = await import('./weigh-meaning.ts');
  const weighing = await openWeighing(pack, server, { models, memory: store });
  return (draft: Draft) => weighMeaning(draft, pack, weighing, server);
}

/** A list of the office often lies in the folder of the filings it lists. */
function isList(file: string, { lists }: ScreenOptions): boolean {
  const files = [...(lists?.summary?.files ?? []), ...(lists?.registry?.files ?? [])];
  return files.some((list) => resolve(list) === resolve(file));
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
  options: ScreenOptions,
): Promise<ReadonlyMap<string, readonly Match[]>> {
  const { pack, reading, asOf, awards, affiliates, store, embeddingServer, models } = options;
  const model = officeCards(models);
  const indexed = drafts.flatMap((draft) => draft.indexed ?? []);
  try {
    const finder = createRepeatFinder({
      pack,
      ...(reading ? { reading } : {}),
      asOf,
      awards: awards ?? [],
      archive,
      ...(affiliates ? { affiliates } : {}),
      ...(model ? { model } : {}),
      ...(embeddingServer ? { embedder: openEmbedder(embeddingServer) } : {}),
      ...(store ? { memory: store } : {}),
    });
    const found = await finder.find(indexed, {
      labelsOf: (id) => labelsOf(drafts.find((draft) => draft.read.id === id)),
    });
    keepScreened(indexed, options);
    const detail = finder.detail();
    if (embeddingServer && detail) options.onNote?.(detail);
    return found;
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
  assembled: Assembled,
  matches: readonly Match[],
  lists: MatchedLists,
  options: ScreenOptions & { readonly strays: boolean },
): FilingOutcome {
  const { read, problems, filing, classification } = assembled.draft;
  const { pack } = options;
  for (const { draft } of assembled.annexes) {
    if (!draft.filing) problems.push({ code: 'annex-unread', values: { file: draft.read.file } });
  }
  if (filing) problems.push(...nameDisagrees(filing, pack, assembled.package?.name));
  const findings = filing
    ? attempt([], 'rules', problems, () => judge(pack, filing, contextOf(assembled, matches, lists, options)))
    : [];
  return {
    id: read.id,
    file: read.file,
    status: statusOf(filing !== undefined, problems),
    outcome: filing ? outcomeOf(findings, matches) : 'unread',
    problems,
    ...(filing ? { filing } : {}),
    classification,
    findings,
    matches,
    files: filesOf(assembled, pack),
  };
}
