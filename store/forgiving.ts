import type { BatchOutcome } from '../core/outcome.ts';
import { countsOf, HeldOutcomes } from './held-outcomes.ts';
import { type OutcomeQuery, type OutcomeRow, type Store, StoreFailure } from './ports.ts';

/**
 * A store that never ends a run: where it cannot be read, nothing was kept; where it cannot be written (disk full,
 * file damaged, locked for long), the run goes on without and its results still come out. Not forgiven are awards,
 * since a list that silently is not there would pass filings, and what a person does (decisions, corrections), since
 * a person must not believe that it was kept. `onFailure` is called once. Bugs are thrown as ever.
 */
export function forgiving(store: Store, onFailure: (failure: StoreFailure) => void): Store {
  let told = false;
  const forgive = (error: unknown): void => {
    if (!(error instanceof StoreFailure)) throw error;
    if (!told) onFailure(error);
    told = true;
  };
  /** The same function, with this answer in place of a failure. */
  const or =
    <Args extends readonly unknown[], T>(
      work: (...args: Args) => Promise<T>,
      otherwise: (...args: Args) => T,
    ) =>
    async (...args: Args): Promise<T> => {
      try {
        return await work(...args);
      } catch (error) {
        forgive(error);
        return otherwise(...args);
      }
    };
  /** The same stream, which ends at a failure. */
  const whileSound = <Args extends readonly unknown[], T>(stream: (...args: Args) => AsyncIterable<T>) =>
    async function* (...args: Args): AsyncIterable<T> {
      try {
        yield* stream(...args);
      } catch (error) {
        forgive(error);
      }
    };
  // What could not be kept is held for this run, so that its reports can be made all the same.
  const held = new Map<string, unknown>();
  const lost = new HeldOutcomes();
  const lostBatches = new Map<string, BatchOutcome>();
  const nothing = (): undefined => undefined;
  const none = () => [];
  const { blobs, stages, known, vectors, batches, runs, filings, outcomes, events } = store;
  /** The store's rows, and behind them those of what it could not keep. */
  const rows = async (query: OutcomeQuery): Promise<OutcomeRow[]> => {
    const kept = or(outcomes.rows, none);
    if (lost.of(query.run).length === 0) return kept(query);
    const { offset = 0, limit, ...all } = query;
    const sound = (await kept(all)).filter(({ filing }) => !lost.get(query.run, filing));
    const both = [...sound, ...lost.rows(all)];
    return both.slice(offset, limit === undefined ? undefined : offset + limit);
  };
  return {
    blobs: {
      put: or(blobs.put, nothing),
      get: or(blobs.get, nothing),
      has: or(blobs.has, () => false),
    },
    stages: {
      get: async (stage, key) => held.get(`${stage} ${key}`) ?? (await or(stages.get, nothing)(stage, key)),
      async has(stage, keys) {
        const there = await or(stages.has, () => new Set<string>())(stage, keys);
        return new Set(keys.filter((key) => there.has(key) || held.has(`${stage} ${key}`)));
      },
      put: or(stages.put, (stage, key, value) => void held.set(`${stage} ${key}`, value)),
      async *stream(stage, keys) {
        const kept = whileSound(stages.stream)(stage, keys)[Symbol.asyncIterator]();
        for (const key of keys) {
          const next = await kept.next();
          yield held.get(`${stage} ${key}`) ?? (next.done ? undefined : next.value);
        }
      },
    },
    awards: store.awards,
    known: {
      put: or(known.put, nothing),
      screened: or(known.screened, none),
      stream: whileSound(known.stream),
    },
    vectors: {
      learned: or(vectors.learned, nothing),
      learn: or(vectors.learn, nothing),
      vectorsOf: or(vectors.vectorsOf, (_, texts) => texts.map(nothing)),
      keepVectors: or(vectors.keepVectors, nothing),
    },
    batches: {
      put: or(batches.put, nothing),
      get: or(batches.get, nothing),
      find: or(batches.find, nothing),
      all: or(batches.all, none),
      settings: or(batches.settings, nothing),
      putSettings: batches.putSettings,
      replaceSettings: batches.replaceSettings,
    },
    runs: {
      put: or(runs.put, nothing),
      end: or(runs.end, nothing),
      get: or(runs.get, nothing),
      of: or(runs.of, none),
      old: or(runs.old, none),
    },
    filings: {
      put: or(filings.put, nothing),
      of: or(filings.of, none),
      versions: or(filings.versions, none),
      latest: or(filings.latest, none),
      replace: or(filings.replace, nothing),
    },
    outcomes: {
      async put(run, outcome, facts) {
        lost.drop(run, outcome.filing);
        await or(outcomes.put, () => lost.put(run, outcome, facts))(run, outcome, facts);
      },
      get: async (run, filing) => lost.get(run, filing) ?? (await or(outcomes.get, nothing)(run, filing)),
      version: or(outcomes.version, nothing),
      rows,
      async count(query) {
        if (lost.of(query.run).length > 0) return countsOf(await rows(query));
        return or(outcomes.count, () => countsOf([]))(query);
      },
      async *stream(run) {
        for await (const one of whileSound(outcomes.stream)(run)) if (!lost.get(run, one.filing)) yield one;
        yield* lost.of(run);
      },
      putBatch: or(outcomes.putBatch, (run, outcome) => void lostBatches.set(run, outcome)),
      batch: async (run) => lostBatches.get(run) ?? (await or(outcomes.batch, nothing)(run)),
    },
    decisions: { add: store.decisions.add, of: or(store.decisions.of, none) },
    corrections: { add: store.corrections.add, of: or(store.corrections.of, none) },
    desks: { ...store.desks, of: or(store.desks.of, none) },
    rulings: { of: or(store.rulings.of, none) },
    acts: store.acts,
    drafts: store.drafts,
    users: store.users,
    letters: store.letters,
    firmRulings: store.firmRulings,
    events: { add: or(events.add, nothing), of: or(events.of, none) },
    close: or(store.close, nothing),
  };
}
