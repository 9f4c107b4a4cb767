import type { Store } from '../../store/ports.ts';

/** Former versions of the batch's filings: files that came and count no more. */
export async function doublesOf(store: Store, batch: string): Promise<number> {
  return (await store.filings.of(batch)).filter(({ replacedAt }) => replacedAt !== undefined).length;
}
