import type { Batch, Run } from '../core/records.ts';
import type { Screening, ScreeningStream } from '../review/screening.ts';
import type { Store } from '../store/ports.ts';
import { decidedOfBatch } from './papers/decided.ts';

interface BatchAndRun {
  readonly batch: Batch;
  readonly run: Run;
}

/** A run as it is kept, as the reports take it: nothing is read but the store, and no outcome is held. */
export async function openScreening(store: Store, { batch, run }: BatchAndRun): Promise<ScreeningStream> {
  const whole = (await store.outcomes.batch(run.id)) ?? { findings: [], cases: [], unassigned: [] };
  const rows = await store.outcomes.rows({ run: run.id });
  return {
    batch,
    run,
    whole,
    decided: await decidedOfBatch(store, batch.id),
    forms: rows.map(({ id, file }) => ({ id, file })),
    filings: () => store.outcomes.stream(run.id),
  };
}

/** The same with all outcomes in memory, for those who want to look at them together. */
export async function loadScreening(store: Store, of: BatchAndRun): Promise<Screening> {
  const { batch, run, whole, filings, decided } = await openScreening(store, of);
  const all = [];
  for await (const outcome of filings()) all.push(outcome);
  return { batch, run, whole, filings: all, ...(decided ? { decided } : {}) };
}
