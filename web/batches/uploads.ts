/** One file to be sent, with the path that it has in what was dropped. */
export interface Picked {
  readonly path: string;
  readonly file: File;
}

/** What the system writes into folders by itself and nobody means to hand in. */
const litter = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*)$/i;

/** Files chosen in a dialog; those of a folder keep their path in it. */
export function pickedOf(files: Iterable<File>): Picked[] {
  return [...files]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !litter.test(path));
}

/** Files and folders that were dropped, folders walked through. */
export async function droppedOf(transfer: DataTransfer): Promise<Picked[]> {
  // Entries are gone after the first wait: take them all at once.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found = await Promise.all(entries.map(filesUnder));
  return found.flat().filter(({ path }) => !litter.test(path));
}

async function filesUnder(entry: FileSystemEntry): Promise<Picked[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    // A reader hands out a hundred entries at a time.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesUnder))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Later choices of the same path take the place of earlier ones. */
export function joined(before: readonly Picked[], added: readonly Picked[]): Picked[] {
  const byPath = new Map([...before, ...added].map((picked) => [picked.path, picked]));
  return [...byPath.values()];
}

/** Runs `work` over `items`, `width` at a time, in order of start. */
export async function inTurns<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
