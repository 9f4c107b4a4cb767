import { basename } from 'node:path';
import { z } from 'zod';
import type { Pack } from '../../calls/schema/index.ts';
import type { Text } from '../../core/lang.ts';
import type { Problem } from '../../core/problem.ts';
import { joinPictures, type PagePicture } from '../../extractors/image/join-pictures.ts';
import type { Archive } from '../../index/archive.ts';
import type { Digest } from '../../index/digest.ts';
import { type DigestJson, digestFrom, digestJson } from '../../index/digest-json.ts';
import type { IndexedFiling } from '../../index/indexed-filing.ts';
import { ReaderPool } from '../../jobs/readers/reader-pool.ts';
import type { Store } from '../../store/ports.ts';
import { parsePageList } from '../pictures/page-list.ts';
import { stageVersion } from '../versions.ts';
import { formSought, loadFiling } from './extract.ts';
import { packKey } from './key.ts';
import type { Outputs } from './outputs.ts';
import { indexed, loadIndexed } from './prepare.ts';
import { documentOf, keepReading, type ReadFile, type ReadFilesOptions, readFiles, readKey } from './read.ts';

export interface KnownFilingsOptions extends ReadFilesOptions {
  readonly pack: Pack;
  /** Folders or files of earlier years' filings. */
  readonly archive?: readonly string[];
  /** Other calls, for filings of their batches in the store. */
  readonly packs?: () => Promise<readonly Pack[]>;
  readonly onNote?: (note: Text) => void;
}

/** A filing that a batch is compared with, by where its index lies; loaded only when something is compared. */
export interface KnownFiling {
  readonly id: string;
  readonly file: string;
  /** Key of its output of the stage `index`, or the row of an older program. */
  readonly key: string;
  /** Of the archive, handed in as one of an earlier year. */
  readonly earlier: boolean;
}

/** What the store's row of a known filing says. `replaced`: a corrected version took its place. */
const rowSchema = z.object({ file: z.string(), index: z.string(), replaced: z.boolean().optional() });

/** The filings a batch is compared with: the archive's, and those of all batches in the store but `own` ones. */
export async function knownFilings(
  options: KnownFilingsOptions,
  store: Store,
  outputs: Outputs,
  own: ReadonlySet<string>,
): Promise<KnownFiling[]> {
  const known = new Map<string, KnownFiling>();
  for (const filing of await ofBatches(options, store, outputs, own)) known.set(filing.id, filing);
  for (const filing of await ofArchive(options, store, outputs)) known.set(filing.id, filing);
  return [...known.values()];
}

/**
 * The known filings as a batch is held against them: a digest is made once, and a text is loaded only where a filing
 * of the batch may repeat it. A filing whose index is no longer kept is left out.
 */
export function knownArchive(known: readonly KnownFiling[], outputs: Outputs): Archive {
  const told: KnownFiling[] = [];
  return {
    async *digests() {
      told.length = 0;
      const keys = known.map(({ key }) => outputs.keyFor('digest', [key]));
      let at = 0;
      for await (const kept of outputs.stream<DigestJson>('digest', keys)) {
        const [filing, key] = [known[at], keys[at++]];
        if (!filing || key === undefined) continue;
        const digest = kept ? digestFrom(kept) : await makeDigest(filing, key, outputs);
        if (!digest) continue;
        told.push(filing);
        const { id, file, earlier } = filing;
        yield { ...digest, filing: { ...digest.filing, id, file, ...(earlier ? { earlier } : {}) } };
      }
    },
    async *narratives(at) {
      const { nothingSaid } = await import('../../index/archive.ts');
      const keys = at.map((place) => told[place]?.key ?? '');
      for await (const indexed of outputs.stream<IndexedFiling>('index', keys)) yield indexed ?? nothingSaid;
    },
  };
}

async function makeDigest(filing: KnownFiling, key: string, outputs: Outputs): Promise<Digest | undefined> {
  const indexed = await loadIndexed(filing.key, filing, outputs);
  if (!indexed) return undefined;
  const { digestOf } = await import('../../index/digest.ts');
  const digest = digestOf(indexed);
  await outputs.put('digest', key, digestJson(digest));
  return digest;
}

/** Keeps the filings of a batch for the batches to come; a replaced version counts against nobody. */
export async function keepScreened(
  filings: readonly { readonly id: string; readonly file: string; readonly key: string }[],
  replaced: readonly { readonly id: string; readonly file: string }[],
  pack: Pack,
  store: Store,
): Promise<void> {
  const row = (id: string, data: z.infer<typeof rowSchema>) => ({
    id,
    call: pack.call.id,
    version: versionOf(pack),
    screened: true,
    data,
  });
  await store.known.put([
    ...filings.map(({ id, file, key }) => row(id, { file, index: key })),
    ...replaced.map(({ id, file }) => row(id, { file, index: '', replaced: true })),
  ]);
}

/** What an indexed filing depends on besides its bytes: the program, and the call's form. */
const versionOf = (pack: Pack) => `${stageVersion('index')} ${packKey(pack, 'form')}`;

/** Each file of the archive is extracted and indexed once; in later runs only its bytes are hashed. */
async function ofArchive(
  options: KnownFilingsOptions,
  store: Store,
  outputs: Outputs,
): Promise<KnownFiling[]> {
  const { pack, archive, onNote, onFiles: _f, onFile: _o, onPage: _p, ...reading } = options;
  if (!archive) return [];
  const found: KnownFiling[] = [];
  const unread: string[] = [];
  let before = 0;
  await readFiles(
    archive,
    { ...reading, form: formSought(pack) },
    { outputs, blobs: store.blobs },
    async (read) => {
      const key =
        read.key && (await indexed(read, pack, 'archive', outputs, () => loadFiling(read, pack, outputs)));
      if (!key) unread.push(read.file);
      else {
        if (read.kept) before++;
        found.push({ id: read.id, file: read.file, key, earlier: true });
      }
    },
  );
  const names = unread.slice(0, 5).join('、');
  onNote?.({
    zh: `往年申报书 ${found.length} 份，其中 ${before} 份此前已建索引${names ? `；${unread.length} 个文件未读出：${names}` : ''}。`,
    en: `${found.length} earlier filings, ${before} of them indexed before${names ? `; ${unread.length} files were not read: ${names}` : ''}.`,
  });
  // Several are read at once; the order of the paths makes runs alike.
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** What another version of the program indexed is made anew from the bytes in the store, or used as it is. */
async function ofBatches(
  options: KnownFilingsOptions,
  store: Store,
  outputs: Outputs,
  own: ReadonlySet<string>,
): Promise<KnownFiling[]> {
  let packs: ReadonlyMap<string, Pack> | undefined;
  const packOf = async (call: string): Promise<Pack | undefined> => {
    if (call === options.pack.call.id) return options.pack;
    packs ??= new Map((await options.packs?.())?.map((pack) => [pack.call.id, pack]));
    return packs.get(call);
  };
  const found: KnownFiling[] = [];
  const others = (await store.known.screened()).filter(({ id }) => !own.has(id));
  for await (const { id, call, version, data } of store.known.stream(others)) {
    const row = rowSchema.safeParse(data);
    if (!row.success) {
      // A store of an older program keeps the index itself in the row.
      const file = z.object({ file: z.string() }).safeParse(data).data?.file;
      if (file === undefined) continue;
      const key = `${version} ${id} ${call}`;
      outputs.hold('index', key, data);
      found.push({ id, file, key, earlier: false });
      continue;
    }
    const { file, index, replaced } = row.data;
    if (replaced) continue;
    // A call that nobody loads has not changed under this program.
    const stale = !version.startsWith(`${stageVersion('index')} `) || call === options.pack.call.id;
    const pack = stale ? await packOf(call) : undefined;
    const again = pack && version !== versionOf(pack);
    const key = again ? await indexedAgain({ id, file }, pack, options, store, outputs) : index;
    if (key) found.push({ id, file, key, earlier: false });
  }
  return found;
}

async function indexedAgain(
  { id, file }: { readonly id: string; readonly file: string },
  pack: Pack,
  options: KnownFilingsOptions,
  store: Store,
  outputs: Outputs,
): Promise<string | undefined> {
  const key = await readAgain(id, basename(file), options, store, outputs);
  if (key === undefined) return undefined;
  const read: ReadFile = { id, file, key, problems: [], kept: true };
  const made = await indexed(read, pack, 'batch', outputs, () => loadFiling(read, pack, outputs));
  if (made) await keepScreened([{ id, file, key: made }], [], pack, store);
  return made;
}

/** Key of the reading of kept bytes, which are read where that is not kept: a file's, or a list of its pages. */
async function readAgain(
  id: string,
  name: string,
  options: KnownFilingsOptions,
  store: Store,
  outputs: Outputs,
): Promise<string | undefined> {
  const key = readKey(id, name, options.settings, outputs);
  if (await outputs.has('read', [key])) return key;
  const bytes = await store.blobs.get(id);
  if (!bytes) return undefined;
  const pages = parsePageList(bytes);
  if (pages) {
    const pictures: PagePicture[] = [];
    for (const page of pages) {
      const of = await readAgain(page.id, page.name, options, store, outputs);
      if (of === undefined) return undefined;
      const document = await documentOf({ key: of }, outputs);
      const problems = (await outputs.get<Problem[]>('read', of)) ?? [];
      pictures.push({ name: page.name, problems, ...(document ? { document } : {}) });
    }
    const document = joinPictures(pictures, options.settings.maxPages);
    await keepReading(key, { document, problems: document.problems }, outputs);
    return key;
  }
  const pool = new ReaderPool({ jobs: 1, timeout: options.timeout, settings: options.settings });
  try {
    await keepReading(key, await pool.read({ name, bytes }), outputs);
  } finally {
    await pool.close();
  }
  return key;
}
