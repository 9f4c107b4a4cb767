import type { Pack } from '../../calls/schema/index.ts';
import type { Desk } from '../../core/desk.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { Run } from '../../core/records.ts';
import { usualThreshold } from '../../review/desk/doubts.ts';
import { seat } from '../../review/desk/seat.ts';
import type { Store } from '../../store/ports.ts';
import { nameOfRole } from '../outcome-facts.ts';
import type { BatchSettings } from './batch-settings.ts';
import { settingsOfBatch } from './batch-settings.ts';

/** So many desks are written in one go. */
const atOnce = 200;

/**
 * Gives every filing of a run its desk, and brings those up to date that have one: what the machine found out anew never
 * changes what people decided. Called after each run of the workbench, and where `settings.seated` names an earlier run,
 * since the command line ran since.
 */
export async function seatBatch(store: Store, run: Run, pack: Pack): Promise<void> {
  const settings = await settingsOfBatch(store, run.batch);
  const before = new Map((await store.desks.of(run.batch)).map((desk) => [desk.filing, desk]));
  let desks: Desk[] = [];
  for await (const outcome of store.outcomes.stream(run.id)) {
    desks.push(await deskFor(store, run, outcome, pack, settings, before.get(outcome.filing)));
    if (desks.length >= atOnce) {
      await store.desks.put(desks);
      desks = [];
    }
  }
  if (desks.length > 0) await store.desks.put(desks);
  // Read again: somebody may have set the batch up anew meanwhile.
  await store.batches.putSettings(run.batch, {
    ...(await settingsOfBatch(store, run.batch)),
    seated: run.id,
  });
}

/** Seats a batch where its latest run is another than the one that its desks were made of; whether it did. */
export async function seatIfNewer(store: Store, run: Run, pack: Pack): Promise<boolean> {
  if ((await settingsOfBatch(store, run.batch)).seated === run.id) return false;
  await seatBatch(store, run, pack);
  return true;
}

/** The desk of one filing by all its records. */
async function deskFor(
  store: Store,
  run: Run,
  outcome: FilingOutcome,
  pack: Pack,
  { policy, threshold = usualThreshold }: BatchSettings,
  before: Desk | undefined,
): Promise<Desk> {
  const { filing } = outcome;
  const touched = before !== undefined && before.revision > 0;
  return seat({
    batch: run.batch,
    outcome,
    // Nothing was said of a filing on whose desk nobody acted.
    decisions: touched ? await store.decisions.of(filing) : [],
    rulings: touched ? await store.rulings.of(filing) : [],
    unit: unitOf(outcome, pack),
    pack,
    policy,
    threshold,
    ...(before ? { before } : {}),
  });
}

function unitOf({ fields }: FilingOutcome, pack: Pack): string {
  return nameOfRole(
    { fields: new Map(fields.map((field) => [field.key, field])) },
    pack,
    'recommending-unit',
  );
}
