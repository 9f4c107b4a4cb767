import type { Pack } from '../../calls/schema/index.ts';
import type { Person } from '../../pipeline/desk/office.ts';
import type { BesideStore } from '../../pipeline/papers/beside.ts';
import type { ReadFilesOptions } from '../../pipeline/stages/read.ts';
import type { Store } from '../../store/ports.ts';
import type { Live } from './live.ts';
import type { PageRoom } from './pages/page-room.ts';
import type { Runs } from './runs.ts';

/** What every route works with. */
export interface Office {
  readonly store: Store;
  /** Where the store is: a file or a postgres:// address. */
  readonly place: string;
  /** The calls there are; read again after one was drafted or edited. */
  packs(): Promise<ReadonlyMap<string, Pack>>;
  /** Folder for what the workbench keeps beside the store: files handed in, drafts of calls, papers. */
  readonly folder: string;
  /** The office's own calls; drafts that are kept go there. */
  readonly ownCalls: string;
  /** What the office keeps for its letters. */
  readonly beside: BesideStore;
  hasOwnCalls(): Promise<boolean>;
  readonly live: Live;
  readonly runs: Runs;
  readonly pages: PageRoom;
  /** One person on the own machine. */
  readonly alone: boolean;
  readonly version: string;
  /** How a single file is read here: a notice. */
  readonly reading: Omit<ReadFilesOptions, 'onFiles' | 'onFile' | 'onPage'>;
  /** Flags of every run: the store, how files are read. */
  readonly runFlags: readonly string[];
}

/** What the middle layers put into a request for its route. */
export interface Env {
  readonly Variables: { readonly person: Person; readonly nonce: string };
}
