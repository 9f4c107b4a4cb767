import { randomUUID } from 'node:crypto';
import type { Text } from '../../core/lang.ts';
import type { Decision, DecisionKind } from '../../core/records.ts';
import { decisionWords } from '../../report/words.ts';
import { lastRulings } from '../../review/desk/doubts.ts';
import { reasonsFor } from '../../review/desk/state-after.ts';
import type { Deed, Store } from '../../store/ports.ts';
import { needsReason } from './acts.ts';
import { deedOf, type FilingRecords, type OpenBatch, type Person, recordsOf, refusalOf } from './office.ts';

/** What is done to many filings; what is absent is kept. */
export interface BulkChange {
  readonly decision?: DecisionKind;
  /** Absent: of each filing the failing rules that call for it. */
  readonly reasons?: readonly string[];
  readonly note?: string;
  /** A user's id; empty: nobody. */
  readonly assignee?: string;
}

/** What becomes of one filing. */
export type Planned =
  | { readonly records: FilingRecords; readonly change: BulkChange; readonly reasons: readonly string[] }
  | { readonly filing: string; readonly title: string; readonly why: Text };

/** What a bulk change would do, filing by filing; nothing is written. */
export async function planBulk(
  store: Store,
  open: OpenBatch,
  person: Person,
  filings: readonly string[],
  change: BulkChange,
): Promise<Planned[]> {
  const now = new Date().toISOString();
  const planned: Planned[] = [];
  const desks = new Map((await store.desks.of(open.batch.id)).map((desk) => [desk.filing, desk]));
  for (const filing of filings) {
    const records = await recordsOf(store, open, filing, desks.get(filing));
    if (!records) continue;
    planned.push(planOne(records, person, change, now));
  }
  return planned;
}

function planOne(records: FilingRecords, person: Person, change: BulkChange, now: string): Planned {
  const { outcome, rulings } = records;
  const kept = (why: Text): Planned => ({ filing: outcome.filing, title: outcome.file, why });
  const right = change.decision ? 'decide' : 'assign';
  const refused = refusalOf(person, records, right, now);
  if (refused) return kept(refused.message);
  const reasons =
    change.reasons ??
    reasonsFor(outcome, lastRulings(rulings, outcome.version))
      .filter((one) => one.suggested)
      .map((one) => one.rule);
  if (change.decision && needsReason({ kind: change.decision, reasons, note: change.note ?? '' }))
    return kept({
      zh: '没有未通过的条件可作理由，请单独办理或写明说明。',
      en: 'No failing condition can serve as the reason: decide it by itself, or write a note.',
    });
  return { records, change, reasons: change.decision === 'pass' ? [] : reasons };
}

/** Does what was planned in one go; gives the group by which it is undone, and how many were changed. */
export async function doBulk(
  store: Store,
  open: OpenBatch,
  person: Person,
  planned: readonly Planned[],
): Promise<{ readonly act: string; readonly changed: number }> {
  const group = randomUUID();
  const at = new Date().toISOString();
  const deeds = planned.flatMap((one): Deed[] =>
    'records' in one ? [bulkDeed(one.records, one.change, one.reasons, { open, person, group, at })] : [],
  );
  const moved = await store.desks.commit(deeds);
  return { act: group, changed: deeds.length - moved.length };
}

interface Doing {
  readonly open: OpenBatch;
  readonly person: Person;
  readonly group: string;
  readonly at: string;
}

function bulkDeed(
  records: FilingRecords,
  change: BulkChange,
  reasons: readonly string[],
  { open, person, group, at }: Doing,
): Deed {
  const { outcome, desk, standing } = records;
  const id = randomUUID();
  const decision: Decision | undefined = change.decision && {
    id,
    filing: outcome.filing,
    version: outcome.version,
    step: standing.next,
    kind: change.decision,
    reasons,
    note: change.note ?? '',
    by: person.id,
    at,
  };
  const act = {
    id,
    at,
    kind: decision ? ('decide' as const) : ('assign' as const),
    text: change.decision ? decisionWords[change.decision] : { zh: '分配', en: 'assigned' },
    old: decision ? (desk.decision ?? '') : (desk.assignee ?? ''),
    new: change.decision ?? change.assignee ?? '',
    group,
    seconds: 0,
  };
  return deedOf(open, records, person, desk.revision, {
    act,
    ...(decision ? { decisions: [decision] } : {}),
    ...(change.assignee === undefined ? {} : { desk: { assignee: change.assignee } }),
  });
}
