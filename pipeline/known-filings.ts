import { createHash } from 'node:crypto';
import type { Pack } from '../calls/schema/index.ts';
import type { Text } from '../core/lang.ts';
import { type IndexedFiling, indexFiling, indexVersion } from '../index/indexed-filing.ts';
import type { StoredFiling } from '../store/store.ts';
import { draftOf } from './draft.ts';
import { type ReadFile, type ReadFilesOptions, readFiles } from './read-files.ts';
import { readerVersion } from './versions.ts';

export interface KnownFilingsOptions extends ReadFilesOptions {
  readonly pack: Pack;
  /** Folders or files of earlier years' filings. */
  readonly archive?: readonly string[];
  /** Other calls, for filings of their batches in the store. */
  readonly packs?: readonly Pack[];
  readonly onNote?: (note: Text) => void;
}

/** The filings a batch is compared with: the archive's, and those of all batches in the store. */
export async function knownFilings(options: KnownFilingsOptions): Promise<IndexedFiling[]> {
  const known = new Map<string, IndexedFiling>();
  for (const filing of otherBatches(options)) known.set(filing.id, filing);
  for (const filing of await archived(options)) known.set(filing.id, { ...filing, earlier: true });
  return [...known.values()];
}

/** Keeps the filings of a batch, for the batches to come. */
export function keepScreened(filings: readonly IndexedFiling[], options: KnownFilingsOptions): void {
  const version = versionOf(options.pack, options);
  options.store?.putFilings(
    filings.map((data) => ({ id: data.id, call: data.call, version, screened: true, data })),
  );
}

/** Each file of the archive is extracted and indexed once; in later runs only its bytes are hashed. */
async function archived(options: KnownFilingsOptions): Promise<IndexedFiling[]> {
  const { pack, store, archive, onNote } = options;
  if (!archive) return [];
  const version = versionOf(pack, options);
  const kept = new Map<string, IndexedFiling>();
  const isKept = (id: string): boolean => {
    const row = store?.filing(id, pack.call.id);
    if (row?.version !== version) return false;
    kept.set(id, filingOf(row));
    return true;
  };
  const reads = await readFiles(archive, {
    ...options,
    onFiles: undefined,
    onFile: undefined,
    onPage: undefined,
    known: isKept,
  });
  const unread: string[] = [];
  const fresh = reads.flatMap((read) => {
    // The store may know the same bytes from a batch, under another path.
    const before = kept.get(read.id);
    if (before) {
      kept.set(read.id, { ...before, file: read.file });
      return [];
    }
    const indexed = indexRead(read, pack, 'archive');
    if (!indexed) unread.push(read.file);
    return indexed ?? [];
  });
  store?.putFilings(fresh.map((data) => ({ id: data.id, call: data.call, version, screened: false, data })));
  const names = unread.length > 0 ? unread.slice(0, 5).join('、') : '';
  onNote?.({
    zh: `往年申报书 ${kept.size + fresh.length} 份，其中 ${kept.size} 份此前已建索引${names ? `；${unread.length} 个文件未读出：${names}` : ''}。`,
    en: `${kept.size + fresh.length} earlier filings, ${kept.size} of them indexed before${names ? `; ${unread.length} files were not read: ${names}` : ''}.`,
  });
  return [...kept.values(), ...fresh];
}

function indexRead(read: ReadFile, pack: Pack, from: 'batch' | 'archive' = 'batch') {
  const { filing } = draftOf(read, pack);
  if (!filing) return undefined;
  try {
    return indexFiling(pack, filing, from);
  } catch {
    // One odd file of the archive must not end the batch; it is told with those that were not read.
    return undefined;
  }
}

/** What another version of the readers or of the index left is made anew from the document in the store. */
function otherBatches(options: KnownFilingsOptions): IndexedFiling[] {
  const { store, packs = [], pack } = options;
  if (!store) return [];
  const calls = new Map([...packs, pack].map((one) => [one.call.id, one]));
  return store.screenedFilings().flatMap((row) => {
    if (row.version.startsWith(programVersion)) return filingOf(row);
    const document = store.findDocument(row.id, readerVersion);
    const of = calls.get(row.call);
    if (!document || !of) return [];
    const { file } = filingOf(row);
    const again = indexRead({ id: row.id, file, document, problems: [], fromStore: true }, of);
    if (!again) return [];
    store.putFilings([
      { id: row.id, call: row.call, version: versionOf(of, options), screened: true, data: again },
    ]);
    return again;
  });
}

const programVersion = `${indexVersion} ${readerVersion} `;

/** What an indexed filing depends on besides its bytes: the program, how it was read, the call's form. */
function versionOf({ form, clauses }: Pack, { settings }: ReadFilesOptions): string {
  const asked = createHash('sha256')
    .update(JSON.stringify([form, [...clauses]]))
    .digest('hex')
    .slice(0, 12);
  const read = [settings.ocr, settings.maxPages, settings.soffice ? 'office' : 'text'].join(' ');
  return `${programVersion}${read} ${asked}`;
}

/** Written by this file alone, under the same version: the shape is ours. */
const filingOf = ({ data }: StoredFiling) => data as IndexedFiling;
