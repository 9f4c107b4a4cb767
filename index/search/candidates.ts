import { parseCompany } from '../../core/parties/company-name.ts';
import type { Entry } from '../entry.ts';
import type { Meanings } from '../signals/meaning.ts';
import type { PictureIndex } from '../signals/pictures.ts';
import type { TitleScale } from '../signals/title.ts';
import type { TopicalIndex } from '../signals/topical-index.ts';
import { weightOf } from './fingerprint/overlap-row.ts';
import { fewestShared, type PrintIndex } from './fingerprint/print-index.ts';
import { openVectorIndex } from './vectors/open-vector-index.ts';
import type { VectorIndex } from './vectors/vector-index.ts';

/** How many of each kind are looked at for one filing. */
const most = { byTitle: 15, byPrints: 20, byTitleVector: 8, byChunk: 5, byTopics: 8, byCompany: 60 };

/** What candidates are found by. */
export interface CandidateSources {
  readonly prints: PrintIndex;
  readonly meanings: Meanings;
  readonly titles: TitleScale;
  readonly pictures: PictureIndex;
  readonly topics: TopicalIndex;
}

/** Finds what a filing might repeat; whether it does is for the comparison to say. */
export class Candidates {
  private readonly entries: readonly Entry[];
  private readonly by: CandidateSources;
  private readonly byCompany = new Map<string, number[]>();
  private readonly byTerm = new Map<string, number[]>();
  private readonly titleVectors: VectorIndex;
  private readonly chunkVectors: VectorIndex;

  private constructor(
    entries: readonly Entry[],
    by: CandidateSources,
    vectors: { titles: VectorIndex; chunks: VectorIndex },
  ) {
    this.entries = entries;
    this.by = by;
    this.titleVectors = vectors.titles;
    this.chunkVectors = vectors.chunks;
    for (const entry of entries) {
      for (const key of companyKeys(entry)) push(this.byCompany, key, entry.key);
      for (const term of entry.terms.terms.keys()) push(this.byTerm, term, entry.key);
    }
  }

  static async open(entries: readonly Entry[], queries: number, by: CandidateSources): Promise<Candidates> {
    const { dims, of: rows } = by.meanings;
    const each = Math.ceil((queries * rows.chunkCount) / Math.max(1, entries.length));
    const { index: titles } = await openVectorIndex({ dims, rows: rows.titles, queries });
    const { index: chunks } = await openVectorIndex({ dims, rows: rows.chunks, queries: each });
    return new Candidates(entries, by, { titles, chunks });
  }

  /** Keys of other entries worth comparing with this one, in rising order. */
  of(entry: Entry): number[] {
    const found = new Set<number>();
    for (const key of companyKeys(entry)) {
      for (const other of (this.byCompany.get(key) ?? []).slice(0, most.byCompany)) found.add(other);
    }
    for (const other of this.bySharedTerms(entry)) found.add(other);
    for (const other of this.by.pictures.sharing(entry.key, entry.pictures)) found.add(other);
    const overlaps = this.by.prints.overlapsOf(entry.key, fewestShared);
    const weighed = overlaps.map(([key, count]) => [key, weightOf(count, this.printsOf(key))] as const);
    for (const [key] of top(weighed, most.byPrints)) found.add(key);
    for (const { key } of this.by.topics.neighboursOf(entry.key).slice(0, most.byTopics)) found.add(key);
    const vectors = this.by.meanings.of.get(entry.key);
    if (vectors) {
      for (const { key } of this.titleVectors.search(vectors.title, most.byTitleVector + 1)) found.add(key);
      for (const chunk of vectors.chunks) {
        for (const { key } of this.chunkVectors.search(chunk, most.byChunk + 1)) {
          found.add(this.by.meanings.of.ownerOf(key));
        }
      }
    }
    found.delete(entry.key);
    return [...found].sort((a, b) => a - b);
  }

  private printsOf(key: number): number {
    return this.entries[key]?.prints ?? 0;
  }

  private bySharedTerms(entry: Entry): number[] {
    const shared = new Map<number, number>();
    for (const term of entry.terms.terms.keys()) {
      const weight = this.by.titles.weightOf(term);
      const owners = this.byTerm.get(term) ?? [];
      // Everyday words point everywhere.
      if (weight < 0.2 || owners.length > 2000) continue;
      for (const owner of owners) shared.set(owner, (shared.get(owner) ?? 0) + weight);
    }
    return top([...shared], most.byTitle).map(([key]) => key);
  }
}

/** The company itself first: of a large group only some of the affiliates are looked at. */
function companyKeys(entry: Entry): string[] {
  const others = (entry.party.affiliations ?? []).map(({ name }) => parseCompany(name));
  const cores = [...entry.names, ...others]
    .flatMap(({ readings }) => readings)
    .map(({ core }) => core)
    .filter((core) => core.length > 1);
  const code = entry.party.creditCode ? [`code:${entry.party.creditCode}`] : [];
  return [
    ...code,
    ...cores.map((core) => `name:${core}`),
    ...cores.map((core) => `group:${core.slice(0, 4)}`),
  ];
}

function top(scored: readonly (readonly [key: number, score: number])[], count: number) {
  return [...scored].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, count);
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
