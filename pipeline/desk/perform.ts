import { randomUUID } from 'node:crypto';
import type { ActKind } from '../../core/desk.ts';
import type { Text } from '../../core/lang.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { Right } from '../../review/desk/may.ts';
import type { Deed, Store } from '../../store/ports.ts';
import { factsOf } from '../outcome-facts.ts';
import {
  type Added,
  deedOf,
  type FilingRecords,
  type OpenBatch,
  type Person,
  type Refused,
  recordsOf,
  refusalOf,
  stale,
  unknownFiling,
} from './office.ts';

/** One act of a person on one filing: who acts, on what they saw, and for how many seconds they looked. */
export interface Acting {
  readonly store: Store;
  readonly open: OpenBatch;
  readonly person: Person;
  readonly filing: string;
  readonly revision: number;
  readonly seconds?: number;
}

export type Done = Refused | { readonly act: string };

/** What every record of one act has in common. The decision of an act has its id, by which it is undone. */
export interface Mark {
  readonly id: string;
  readonly filing: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
}

/** What an act comes to. */
export interface Performed {
  readonly text: Text;
  readonly old?: string;
  readonly new?: string;
  readonly added: Omit<Added, 'act'>;
}

export interface ActPlan {
  readonly kind: ActKind;
  /** Any of these rights is enough. */
  readonly needed: Right | readonly Right[];
  readonly work: (records: FilingRecords, mark: Mark) => Promise<Performed | Refused>;
  /** Acts done in one go with it. */
  readonly group?: string;
}

/** An act that may be done, with all that it writes. */
export interface Prepared {
  readonly deed: Deed;
  /** What the filing came to, where it was judged anew. */
  readonly outcome?: FilingOutcome;
}

/** Does one act whole: refuses who may not, judges anew, writes everything against the revision that the person saw. */
export async function perform(acting: Acting, plan: ActPlan): Promise<Done> {
  const prepared = await prepareAct(acting, plan);
  if ('code' in prepared) return prepared;
  const moved = await commitActs(acting.store, acting.open, [prepared]);
  return moved.length > 0 ? stale : { act: prepared.deed.act.group };
}

/** Everything of an act but the writing. */
export async function prepareAct(acting: Acting, plan: ActPlan): Promise<Prepared | Refused> {
  const { store, open, person, filing, revision, seconds = 0 } = acting;
  const records = await recordsOf(store, open, filing);
  if (!records) return unknownFiling;
  if (records.desk.revision !== revision) return stale;
  const at = new Date().toISOString();
  const refused = refusalOf(person, records, plan.needed, at);
  if (refused) return refused;
  const id = randomUUID();
  const done = await plan.work(records, { id, filing, version: records.outcome.version, by: person.id, at });
  if ('code' in done) return done;
  const { text, old = '', new: after = '', added } = done;
  const act = { id, at, kind: plan.kind, text, old, new: after, group: plan.group ?? id, seconds };
  const deed = deedOf(open, records, person, revision, { ...added, act });
  return { deed, ...(added.outcome ? { outcome: added.outcome } : {}) };
}

/** Writes acts in one go, each whole or not at all; gives the filings that somebody else had moved on. */
export async function commitActs(
  store: Store,
  { run, pack }: OpenBatch,
  acts: readonly Prepared[],
): Promise<readonly string[]> {
  const moved = new Set(await store.desks.commit(acts.map(({ deed }) => deed)));
  for (const { outcome } of acts) {
    if (!outcome || moved.has(outcome.filing)) continue;
    const fields = new Map(outcome.fields.map((field) => [field.key, field]));
    await store.outcomes.put(run.id, outcome, factsOf({ fields }, pack));
  }
  return [...moved];
}
