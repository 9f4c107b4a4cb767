import type { Pack } from '../../calls/schema/index.ts';
import type { Match } from '../../core/judgement.ts';
import type { Text } from '../../core/lang.ts';
import type { Problem } from '../../core/problem.ts';
import type { VectorMemory } from '../../core/vector-memory.ts';
import type { EmbeddingServer } from '../../index/search/embed/embedding-server.ts';
import { officeCards } from '../../index/train/office-cards.ts';
import type { Affiliates } from '../../lists/affiliates.ts';
import type { Award } from '../../lists/awards/award.ts';
import { stageFailed } from './extract.ts';
import { keyOf, packKey } from './key.ts';
import { type KnownFiling, knownArchive } from './known.ts';
import type { Outputs } from './outputs.ts';
import type { Prepared } from './prepare.ts';

export interface MatchOptions {
  readonly pack: Pack;
  readonly asOf: string;
  readonly reading?: string;
  readonly awards?: readonly Award[];
  readonly affiliates?: Affiliates;
  readonly models?: string;
  readonly embeddingServer?: EmbeddingServer;
  readonly memory?: VectorMemory;
  readonly signal?: AbortSignal;
  readonly onNote?: (note: Text) => void;
  readonly onFiling?: (done: number, of: number) => void;
}

/** Where the matches of each filing are kept, and why there are none where matching failed. */
export interface Matched {
  keyOf(id: string): string;
  readonly problem?: Problem;
}

/**
 * What each filing of the batch repeats. Everything that is compared is an input, so a changed file compares the
 * batch anew, and an unchanged one loads nothing.
 */
export async function matchBatch(
  filings: readonly Prepared[],
  known: readonly KnownFiling[],
  outputs: Outputs,
  options: MatchOptions,
): Promise<Matched> {
  const { pack, asOf, reading, awards = [], affiliates, models, embeddingServer } = options;
  const model = officeCards(models);
  const compared = filings.flatMap(({ assembled, indexKey, labels }) =>
    indexKey === undefined ? [] : { read: assembled.form.read, indexKey, labels: labelsIn(labels) },
  );
  const base = outputs.keyFor('match', [
    packKey(pack, 'policy'),
    asOf,
    reading ?? '',
    keyOf(awards),
    affiliates ?? '',
    model ?? '',
    embeddingServer ?? '',
    compared.map(({ read, indexKey, labels }) => [read.id, read.file, indexKey, labels]),
    known.map(({ id, file, key, earlier }) => [id, file, key, earlier]),
  ]);
  const keyOfFiling = (id: string) => `${base} ${id}`;
  const keys = compared.map(({ read }) => keyOfFiling(read.id));
  if (await outputs.has('match', keys)) return { keyOf: keyOfFiling };
  try {
    // Loaded where something is compared: an unchanged run is over sooner.
    const { createRepeatFinder } = await import('../../index/match.ts');
    const { openEmbedder } = await import('../../index/search/embed/open-embedder.ts');
    const batch = knownArchive(
      compared.map(({ read: { id, file }, indexKey }) => ({ id, file, key: indexKey, earlier: false })),
      outputs,
    );
    let told = 0;
    const finder = createRepeatFinder({
      pack,
      ...(reading ? { reading } : {}),
      asOf,
      awards,
      archive: knownArchive(known, outputs),
      ...(affiliates ? { affiliates } : {}),
      ...(model ? { model } : {}),
      ...(embeddingServer ? { embedder: openEmbedder(embeddingServer) } : {}),
      ...(options.memory ? { memory: options.memory } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
      // Every other text is held against all filings at once: what is done is told in filings all the same.
      onPairs(done, of) {
        const share = Math.floor((done / of) * compared.length);
        if (share > told && share < compared.length) options.onFiling?.(share, compared.length);
        told = Math.max(told, share);
      },
    });
    const labels = new Map(compared.map((one) => [one.read.id, one.labels]));
    for await (const { id, matches } of finder.each(batch, { labelsOf: (one) => labels.get(one) })) {
      options.signal?.throwIfAborted();
      await outputs.put('match', keyOfFiling(id), matches);
    }
    if (compared.length > 0) options.onFiling?.(compared.length, compared.length);
    const detail = finder.detail();
    if (embeddingServer && detail) options.onNote?.(detail);
    return { keyOf: keyOfFiling };
  } catch (error) {
    options.signal?.throwIfAborted();
    return { keyOf: keyOfFiling, problem: stageFailed('repeats', error) };
  }
}

/** The matches of a filing as they were found; none where it was not compared. */
export async function matchesOf(id: string, matched: Matched, outputs: Outputs): Promise<readonly Match[]> {
  return (await outputs.get<Match[]>('match', matched.keyOf(id))) ?? [];
}

/** The labels that a filing was given or declared: a ban may exempt some. */
function labelsIn(labels: Prepared['labels']): string[] {
  return labels.flatMap(({ label, declared }) => [label, declared].filter((name) => name != null));
}
