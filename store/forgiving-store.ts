import type { Store } from './store.ts';

/**
 * A store that never ends a run: where it cannot be read, nothing was kept; where it cannot be written (disk full,
 * file damaged, locked for long), the run goes on without and its results still come out. Awards are not forgiven,
 * since a list that silently is not there would pass filings. `onFailure` is called once.
 */
export function forgiving(store: Store, onFailure: (reason: string) => void): Store {
  let told = false;
  const attempt = <T>(otherwise: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!told) onFailure(error instanceof Error ? error.message : String(error));
      told = true;
      return otherwise;
    }
  };
  const later = async <T>(otherwise: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      return attempt(otherwise, () => {
        throw error;
      });
    }
  };
  return {
    getDocument: (id, reader) => attempt(undefined, () => store.getDocument(id, reader)),
    findDocument: (id, version) => attempt(undefined, () => store.findDocument(id, version)),
    putDocument: (id, reader, document) => attempt(undefined, () => store.putDocument(id, reader, document)),
    putAwards: (awards) => store.putAwards(awards),
    awards: () => store.awards(),
    filing: (id, call) => attempt(undefined, () => store.filing(id, call)),
    putFilings: (filings) => attempt(undefined, () => store.putFilings(filings)),
    screenedFilings: () => attempt([], () => store.screenedFilings()),
    runs: (call) => store.runs(call),
    putRun: (run) => attempt(undefined, () => store.putRun(run)),
    learned: (embedder) => later(undefined, () => store.learned(embedder)),
    learn: (embedder, state) => later(undefined, () => store.learn(embedder, state)),
    vectorsOf: (embedder, texts) =>
      later<(Float32Array | undefined)[]>(
        texts.map(() => undefined),
        () => store.vectorsOf(embedder, texts),
      ),
    keepVectors: (embedder, vectors) => later(undefined, () => store.keepVectors(embedder, vectors)),
    close: () => attempt(undefined, () => store.close()),
  };
}
