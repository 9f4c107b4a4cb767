import type { Pack } from '../../calls/schema/index.ts';
import type { Desk } from '../../core/desk.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { Run } from '../../core/records.ts';
import { usualThreshold } from '../../review/desk/doubts.ts';
import { seat } from '../../review/desk/seat.ts';
import type { Store } from '../../store/ports.ts';
import { nameOfRole } from '../outcome-facts.ts';
import type { BatchSettings } from './batch-settings.ts';
import { changeSettings, settingsOfBatch } from './batch-settings.ts';

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
  const deskOf = (outcome: FilingOutcome, known: Desk | undefined) =>
    deskFor(store, run, outcome, pack, settings, known);
  let desks: Desk[] = [];
  for await (const outcome of store.outcomes.stream(run.id)) {
    desks.push(await deskOf(outcome, before.get(outcome.filing)));
    if (desks.length >= atOnce) {
      await putDesks(store, run, desks, deskOf);
      desks = [];
    }
  }
  await putDesks(store, run, desks, deskOf);
  await changeSettings(store, run.batch, (now) => ({ ...now, seated: run.id }));
}

/** Writes desks; those on which somebody acted meanwhile are made anew of what was said. */
async function putDesks(
  store: Store,
  run: Run,
  desks: readonly Desk[],
  deskOf: (outcome: FilingOutcome, known: Desk | undefined) => Promise<Desk>,
): Promise<void> {
  let left = desks;
  while (left.length > 0) {
    const again: Desk[] = [];
    for (const filing of await store.desks.put(left)) {
      const outcome = await store.outcomes.get(run.id, filing);
      if (outcome) again.push(await deskOf(outcome, await store.desks.get(filing)));
    }
    left = again;
  }
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
