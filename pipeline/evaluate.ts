import type { Finding } from '../core/judgement.ts';
import type { Text } from '../core/lang.ts';
import { limits } from '../core/limits.ts';
import type { BatchOutcome, FilingOutcome } from '../core/outcome.ts';
import type { Problem } from '../core/problem.ts';
import type { Batch, Run } from '../core/records.ts';
import { casesOf } from '../index/cases/cases.ts';
import type { PeopleSaid } from '../review/desk/corrected.ts';
import { toBatchMatch } from '../rules/batch/batch-match.ts';
import type { BatchEntry } from '../rules/batch/judge-batch.ts';
import { findingsOfFilings } from '../rules/batch/of-filings.ts';
import { rejudge } from './desk/rejudge.ts';
import { asCorrected, type SaidOfBatch, saidOfBatch, touchedFields } from './desk/said.ts';
import type { EventLog } from './events.ts';
import { type Assembled, assemble, fileOutcome } from './grouping/assemble.ts';
import { factsOf } from './outcome-facts.ts';
import type { ReadBatch, ScreenOptions } from './screen.ts';
import { attempt } from './stages/extract.ts';
import { openHelp } from './stages/help.ts';
import { type FilingToJudge, identifyFilings } from './stages/identify.ts';
import { type Judging, judgeFiling, matchLists } from './stages/judge.ts';
import { type KnownFiling, keepScreened } from './stages/known.ts';
import { type Matched, matchBatch, matchesOf } from './stages/match.ts';
import type { Outputs } from './stages/outputs.ts';
import { isPartlyCompared, type Prepared, prepare } from './stages/prepare.ts';
import type { ReadFile } from './stages/read.ts';

/** What all parts of an evaluation work with. */
export interface Evaluation {
  readonly batch: Batch;
  readonly run: Run;
  readonly options: ScreenOptions;
  readonly outputs: Outputs;
  readonly log: EventLog;
}

/** From the files of a batch to the outcome of each filing, which is kept as soon as it is known. */
export async function evaluate(
  evaluation: Evaluation,
  paths: readonly string[],
  { files, known }: ReadBatch,
): Promise<void> {
  const { batch, run, options, outputs, log } = evaluation;
  const { pack, store } = options;
  const assembly = assemble(await files(), paths, pack);
  log.add({ kind: 'stage', stage: 'assemble', done: assembly.filings.length, of: assembly.filings.length });
  const everything = await prepareAll(assembly.filings, evaluation);
  const {
    filings: identified,
    former,
    gone,
    unknown,
    unfollowed,
  } = await identifyFilings(everything, batch, pack, store, options.corrects);
  if (unknown.length > 0) log.add({ kind: 'note', text: noSuchForm(unknown) });
  if (unfollowed.length > 0) log.add({ kind: 'note', text: notCertain(unfollowed) });
  const said = await saidOfBatch(store, batch.id);
  const filings = asCorrected(identified, said);
  const prepared = filings.map((one) => one.prepared);
  const replaced = new Set([
    ...former.map(({ assembled }) => assembled.form.read.id),
    ...gone.map(({ id }) => id),
  ]);
  const stillKnown = known.filter(({ id }) => !replaced.has(id));
  const matched = await matchAll(prepared, stillKnown, evaluation);
  await keepScreened(screenedOf(prepared), [...screenedOf(former), ...gone], pack, store);
  const lists = matchLists(prepared, pack, options.lists);
  const entries = await batchEntries(prepared, matched, outputs);
  const { judgeBatch } = await import('../rules/batch/judge-batch.ts');
  const findings = attempt([], 'batch', [], () =>
    judgeBatch(pack, entries, { lists, ...(options.awards ? { awards: options.awards } : {}) }),
  );
  const outcome: BatchOutcome = {
    findings,
    cases: casesOf(entries),
    unassigned: assembly.unassigned.map((file) =>
      fileOutcome(file, 'unassigned', {
        problems: [{ code: file.card.note ? 'stray-note' : 'annex-unassigned' }],
      }),
    ),
  };
  const judging: Judging = { pack, options, lists, strays: assembly.unassigned.length > 0 };
  await judgeAll(filings, said, matched, findingsOfFilings(findings), judging, evaluation);
  await store.outcomes.putBatch(run.id, outcome);
}

async function prepareAll(
  assembled: readonly Assembled[],
  { options, outputs, log }: Evaluation,
): Promise<Prepared[]> {
  const { pack, store, signal } = options;
  const help = await openHelp(options, pack, store.vectors);
  const prepared: Prepared[] = [];
  for (const one of assembled) {
    signal?.throwIfAborted();
    prepared.push(await prepare(one, pack, outputs, help));
    log.add({ kind: 'stage', stage: 'classify', done: prepared.length, of: assembled.length });
  }
  return prepared;
}

const noSuchForm = (files: readonly string[]): Text => ({
  zh: `--corrects 所说的文件不是本批次的申报书，未采用：${files.join('、')}。`,
  en: `--corrects names files that are no forms of this batch, and was not followed: ${files.join(', ')}.`,
});

const notCertain = (files: readonly string[]): Text => ({
  zh: `--corrects 所说的对应关系不能确定是哪一份申报书，未采用，请核对新旧文件是否写反或已被更正过：${files.join('、')}。`,
  en: `--corrects does not tell for certain which filing is meant and was not followed; check whether old and new are exchanged or it was corrected before: ${files.join(', ')}.`,
});

/** What each filing repeats of the batch, the awards and the filings known before. */
function matchAll(
  prepared: readonly Prepared[],
  known: readonly KnownFiling[],
  { options, outputs, log }: Evaluation,
): Promise<Matched> {
  return matchBatch(prepared, known, outputs, {
    ...options,
    memory: options.store.vectors,
    onNote: (text) => log.add({ kind: 'note', text }),
    onFiling: (done, of) => log.add({ kind: 'stage', stage: 'match', done, of }),
  });
}

/** The little of each filing that the rules on the batch look at. */
async function batchEntries(
  prepared: readonly Prepared[],
  matched: Matched,
  outputs: Outputs,
): Promise<BatchEntry[]> {
  const entries: BatchEntry[] = [];
  for (const { assembled, fields, labels } of prepared) {
    const { read, card } = assembled.form;
    const matches = await matchesOf(read.id, matched, outputs);
    entries.push({
      id: read.id,
      file: read.file,
      ...(card.format === undefined ? {} : { filing: { id: read.id, fields } }),
      classification: labels,
      matches: matches.map(toBatchMatch),
    });
  }
  return entries;
}

/** Judges each filing and keeps its outcome, whose state what was found on the batch takes part in. */
async function judgeAll(
  filings: readonly FilingToJudge[],
  said: SaidOfBatch,
  matched: Matched,
  ofBatch: ReadonlyMap<string, readonly Finding[]>,
  judging: Judging,
  { run, options, outputs, log }: Evaluation,
): Promise<void> {
  const { pack, store, signal } = options;
  const same = new SameFiles();
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
    const judged = await judgeFiling(one, matches, extra, ofBatch.get(read.id) ?? [], judging, outputs);
    const plain = { ...judged, filing: version.filing, version: version.version };
    const outcome = await judgedAnew(plain, said.get(version.filing), { store, pack, run });
    await store.outcomes.put(run.id, outcome, factsOf(one, pack));
    log.add({ kind: 'filing', filing: version.filing, file: read.file, state: outcome.judged.state });
    log.add({ kind: 'stage', stage: 'judge', done: position + 1, of: filings.length });
  }
}

/** By what people corrected and confirmed, where they did. */
async function judgedAnew(
  outcome: FilingOutcome,
  said: PeopleSaid | undefined,
  room: Parameters<typeof rejudge>[3],
): Promise<FilingOutcome> {
  const keys = said ? touchedFields(outcome, said) : [];
  if (!said || keys.length === 0) return outcome;
  return (await rejudge(outcome, said, keys, room)) ?? outcome;
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
