import type { FilingOutcome } from '../core/outcome.ts';
import type { Store } from '../store/ports.ts';

/** The outcomes of all runs of one call, the latest run of each batch first, one after another. */
export async function* outcomesOfCall(store: Store, call: string): AsyncGenerator<FilingOutcome> {
  for (const batch of await store.batches.all()) {
    if (batch.call !== call) continue;
    for (const run of await store.runs.of(batch.id)) yield* store.outcomes.stream(run.id);
  }
}
