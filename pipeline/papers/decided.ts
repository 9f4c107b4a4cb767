import { createHash } from 'node:crypto';
import type { Desk } from '../../core/desk.ts';
import type { Decided, DecidedOfBatch } from '../../review/screening.ts';
import type { Store } from '../../store/ports.ts';

/** Where an opinion is not told before the filing is settled: a second person must not know of the first's. */
const told: ReadonlySet<Desk['stage']> = new Set(['decided', 'sent', 'doubt']);

/** What was decided of the filings of a batch, under people's names. */
export async function decidedOfBatch(store: Store, batch: string): Promise<DecidedOfBatch> {
  const names = new Map((await store.users.all()).map(({ id, name }) => [id, name]));
  const of = new Map<string, Decided>();
  const hash = createHash('sha256');
  for (const { filing, version, stage, decision: kind, decidedBy, decidedAt } of await store.desks.of(
    batch,
  )) {
    if (!told.has(stage) || !kind || !decidedBy || !decidedAt) continue;
    const made = (await store.decisions.of(filing)).findLast(
      (one) => one.version === version && one.kind === kind && one.step !== 'again' && one.step !== 'check',
    );
    const by = names.get(decidedBy) ?? decidedBy;
    const { reasons, note } = made ?? { reasons: [], note: '' };
    const decided: Decided = { version, kind, reasons, note, by, at: decidedAt };
    of.set(filing, decided);
    hash.update(JSON.stringify([filing, decided]));
  }
  return { of, hash: hash.digest('hex').slice(0, 16) };
}
