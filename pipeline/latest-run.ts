import type { Run, RunState } from '../core/records.ts';
import type { Store } from '../store/ports.ts';

/** The latest run of a batch that ran to its end; `undefined` where none did. */
export function latestDone(store: Store, batch: string): Promise<Run | undefined> {
  return latestOf(store, batch, ['done']);
}

/**
 * The run of a batch that an office works on: the latest that ran to its end, so that one which was stopped takes no filing
 * out of sight; where none did, the latest that was stopped, with what it had by then.
 */
export async function latestWithOutcomes(store: Store, batch: string): Promise<Run | undefined> {
  return (await latestDone(store, batch)) ?? (await latestOf(store, batch, ['stopped']));
}

async function latestOf(store: Store, batch: string, states: readonly RunState[]): Promise<Run | undefined> {
  return (await store.runs.of(batch)).find(({ state }) => states.includes(state));
}
