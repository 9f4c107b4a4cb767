import type { Pack } from '../../calls/schema/index.ts';
import type { Act, Desk, Ruling, User } from '../../core/desk.ts';
import type { Text } from '../../core/lang.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { Batch, Correction, Decision, Run } from '../../core/records.ts';
import { usualThreshold } from '../../review/desk/doubts.ts';
import { mayOf, type Right, whyNot } from '../../review/desk/may.ts';
import { seat } from '../../review/desk/seat.ts';
import { type Standing, standingOf } from '../../review/desk/standing.ts';
import type { Deed, Store } from '../../store/ports.ts';
import { latestWithOutcomes } from '../latest-run.ts';
import { type BatchSettings, settingsOfBatch } from './batch-settings.ts';

/** Why an act was refused, as data: nothing of it is written. */
export interface Refused {
  readonly code: 'stale' | 'not-now' | 'unknown' | 'wrong';
  readonly message: Text;
}

/** A batch with its latest run, as people work on it. */
export interface OpenBatch {
  readonly batch: Batch;
  readonly run: Run;
  readonly pack: Pack;
  readonly settings: BatchSettings;
}

/** Who acts; `alone`: one person on the own machine. */
export interface Person extends User {
  readonly alone: boolean;
}

/** All records of one filing. */
export interface FilingRecords {
  readonly outcome: FilingOutcome;
  readonly desk: Desk;
  readonly decisions: readonly Decision[];
  readonly rulings: readonly Ruling[];
  readonly corrections: readonly Correction[];
  readonly standing: Standing;
}

/** The latest run of a batch that has outcomes; `undefined` where the batch or its call is not there. */
export async function openBatch(
  store: Store,
  id: string,
  packs: ReadonlyMap<string, Pack>,
): Promise<(Omit<OpenBatch, 'run'> & { readonly run?: Run }) | undefined> {
  const batch = await store.batches.get(id);
  const pack = batch && packs.get(batch.call);
  if (!batch || !pack) return undefined;
  const run = await latestWithOutcomes(store, id);
  return { batch, pack, settings: await settingsOfBatch(store, id), ...(run ? { run } : {}) };
}

export async function recordsOf(
  store: Store,
  { run, settings }: OpenBatch,
  filing: string,
  known?: Desk,
): Promise<FilingRecords | undefined> {
  const [outcome, desk] = [
    await store.outcomes.get(run.id, filing),
    known ?? (await store.desks.get(filing)),
  ];
  if (!outcome || !desk) return undefined;
  // Nothing was said of a filing on whose desk nobody acted.
  const touched = desk.revision > 0;
  const decisions = touched ? await store.decisions.of(filing) : [];
  return {
    outcome,
    desk,
    decisions,
    rulings: touched ? await store.rulings.of(filing) : [],
    corrections: touched ? await store.corrections.of(filing) : [],
    standing: standingOf(decisions, outcome, settings.policy),
  };
}

/** What an act adds to the records of a filing. */
export interface Added {
  readonly act: Omit<Act, 'batch' | 'filing' | 'version' | 'by'>;
  readonly outcome?: FilingOutcome;
  readonly decisions?: readonly Decision[];
  readonly rulings?: readonly Ruling[];
  readonly corrections?: readonly Correction[];
  readonly desk?: Partial<Pick<Desk, 'assignee' | 'stage'>>;
}

/** The act with the desk as it is after it, to be committed against the revision that the person saw. */
export function deedOf(
  { batch, pack, settings }: OpenBatch,
  records: FilingRecords,
  person: Pick<User, 'id'>,
  expected: number,
  added: Added,
): Deed {
  const outcome = added.outcome ?? records.outcome;
  const desk = seat({
    batch: batch.id,
    outcome,
    decisions: [...records.decisions, ...(added.decisions ?? [])],
    rulings: [...records.rulings, ...(added.rulings ?? [])],
    unit: records.desk.unit,
    pack,
    policy: settings.policy,
    threshold: settings.threshold ?? usualThreshold,
    before: records.desk,
  });
  const { assignee, ...kept } = { ...desk, ...added.desk };
  return {
    desk: { ...kept, ...(assignee ? { assignee } : {}), revision: expected + 1 },
    expected,
    act: {
      ...added.act,
      batch: batch.id,
      filing: outcome.filing,
      version: outcome.version,
      by: person.id,
    },
    ...(added.decisions ? { decisions: added.decisions } : {}),
    ...(added.rulings ? { rulings: added.rulings } : {}),
    ...(added.corrections ? { corrections: added.corrections } : {}),
  };
}

/** Refuses who may not, with the reason; `undefined` where they may. */
export function refusalOf(
  person: Person,
  { desk, standing }: FilingRecords,
  needed: Right | readonly Right[],
  now: string,
): Refused | undefined {
  const rights = mayOf(person, desk, standing, now);
  const enough = [needed].flat();
  if (enough.some((right) => rights.has(right))) return undefined;
  return { code: 'not-now', message: whyNot(person, desk, standing, now, enough) };
}

export const stale: Refused = {
  code: 'stale',
  message: {
    zh: '此件刚被他人更新，您填写的内容已保留，请核对最新情况后再提交。',
    en: 'Somebody just changed this filing. What you typed is kept: look at it as it is now, then send it again.',
  },
};

export const unknownFiling: Refused = {
  code: 'unknown',
  message: {
    zh: '本批次没有这份申报书，请刷新队列。',
    en: 'The batch has no such filing: reload the queue.',
  },
};
