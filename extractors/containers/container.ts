/** Files that come in one file: archives, and mails with their attachments. */
export type ContainerKind = 'zip' | 'RAR' | '7z' | 'eml' | 'msg';

/** One file in a container as the container describes it; sizes are claims until it is read. */
export interface Entry {
  /** Path in the container, steps set apart by `/`. */
  readonly name: string;
  readonly folder: boolean;
  readonly encrypted: boolean;
  /** Bytes; `undefined` where the container does not say. */
  readonly size: number | undefined;
}

export type EntryReading =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly whole: boolean }
  | { readonly ok: false; readonly reason: 'encrypted' | 'too-large' | 'method' | 'damaged' };

export interface Container {
  readonly entries: readonly Entry[];
  /** How many entries it has, folders included; `entries` may end when there are too many. */
  readonly count: number;
  /** False when its directory was damaged and rebuilt. */
  readonly whole: boolean;
  /** Unpacks one entry, never more than `maxBytes`, whatever was claimed. */
  read(entry: Entry, maxBytes: number): Promise<EntryReading>;
}

/** `damaged`: no such container; `encrypted`: not even its names can be read without the password. */
export type Opening = Container | 'damaged' | 'encrypted';
