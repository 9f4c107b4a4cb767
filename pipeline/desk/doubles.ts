import type { FilingVersion } from '../../core/records.ts';
import type { Store } from '../../store/ports.ts';

/** Former versions of the batch's filings: files that came and count no more. */
export async function formerOf(store: Store, batch: string): Promise<FilingVersion[]> {
  return (await store.filings.of(batch)).filter(({ replacedAt }) => replacedAt !== undefined);
}

export async function doublesOf(store: Store, batch: string): Promise<number> {
  return (await formerOf(store, batch)).length;
}
