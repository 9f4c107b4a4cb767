import type { Document } from '../core/document.ts';
import type { VectorMemory } from '../core/vector-memory.ts';

/** One line of an award list as the store keeps it; `data` is the award as the index defines it. */
export interface StoredAward {
  readonly id: string;
  readonly source: string;
  readonly data: unknown;
}

/** One filing as its repeats are found by; `data` is the filing as the index defines it. */
export interface StoredFiling {
  readonly id: string;
  readonly call: string;
  /** Of the readers and of the index that made `data`. */
  readonly version: string;
  readonly data: unknown;
}

/**
 * What the product remembers between runs. A document is kept by the hash of its bytes and the version of
 * the readers, so that a second run reads only what changed and a better reader reads everything again.
 */
export interface Store extends VectorMemory {
  getDocument(id: string, reader: string): Document | undefined;
  /** The document last read by any settings of a reader version. */
  findDocument(id: string, readerVersion: string): Document | undefined;
  putDocument(id: string, reader: string, document: Document): void;
  /** Adds or replaces awards by id; returns how many were new. */
  putAwards(awards: readonly StoredAward[]): { added: number; replaced: number };
  awards(): StoredAward[];
  filing(id: string, call: string): StoredFiling | undefined;
  /** `screened`: it was in a batch, and not only in an archive; once so, it stays so. */
  putFilings(filings: readonly (StoredFiling & { readonly screened: boolean })[]): void;
  /** The filings of all batches. */
  screenedFilings(): StoredFiling[];
  /** The runs of one call, the latest first; `results` is JSON as it was put. */
  runs(call: string): { readonly startedAt: string; readonly results: string }[];
  putRun(run: { call: string; startedAt: string; results: string }): void;
  close(): void;
}
