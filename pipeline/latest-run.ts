import type { Run, RunState } from '../core/records.ts';
import type { Store } from '../store/ports.ts';

/** The latest run of a batch that ran to its end; `undefined` where none did. */
export function latestDone(store: Store, batch: string): Promise<Run | undefined> {
  return latestOf(store, batch, ['done']);
}

/** The latest run of a batch that has outcomes to work on, all of them or those it had when it was stopped. */
export function latestWithOutcomes(store: Store, batch: string): Promise<Run | undefined> {
  return latestOf(store, batch, ['done', 'stopped']);
}

async function latestOf(store: Store, batch: string, states: readonly RunState[]): Promise<Run | undefined> {
  return (await store.runs.of(batch)).find(({ state }) => states.includes(state));
}
