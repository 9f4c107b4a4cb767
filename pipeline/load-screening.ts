import type { Batch, Run } from '../core/records.ts';
import type { Screening } from '../review/screening.ts';
import type { Store } from '../store/ports.ts';

/** A run with all its outcomes in memory, as the reports take it; nothing is read but the store. */
export async function loadScreening(
  store: Store,
  { batch, run }: { readonly batch: Batch; readonly run: Run },
): Promise<Screening> {
  const filings = [];
  for await (const outcome of store.outcomes.stream(run.id)) filings.push(outcome);
  const whole = (await store.outcomes.batch(run.id)) ?? { findings: [], cases: [], unassigned: [] };
  return { batch, run, filings, whole };
}
