import { copyFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import type { Pack } from '../calls/schema/index.ts';
import type { FilingOutcome } from '../core/outcome.ts';
import type { RunEvent } from '../core/records.ts';
import { defaultIntakeLimits } from '../extractors/containers/list-inputs.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/ports.ts';
import { loadScreening } from './open-screening.ts';
import { type ScreenOptions, screen } from './screen.ts';
import { productFolder } from './versions.ts';

const call = 'miit-2022-application-cases';
const { packs } = await loadPacks([builtInPacksDir()]);
const found = packs.get(call);
if (!found) throw new Error('the pack is gone');
const pack: Pack = found;

const samples = join(productFolder(), 'corpus', 'samples');
const one = join(samples, call, 'filings', '2022-application-cases-002.docx');
const two = join(samples, call, 'filings', '2022-application-cases-001.pdf');

const folders: string[] = [];
const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of two filings that read in a moment, and an empty store. */
async function batch() {
  const folder = mkdtempSync(join(tmpdir(), 'chushen-screen-'));
  folders.push(folder);
  copyFileSync(one, join(folder, '一.docx'));
  copyFileSync(two, join(folder, '二.pdf'));
  const opening = await openStore(':memory:');
  if (!opening.ok) throw new Error(opening.detail);
  stores.push(opening.store);
  return { folder, store: opening.store };
}

async function run(folder: string, store: Store, more: Partial<ScreenOptions> = {}) {
  const events: RunEvent[] = [];
  const screened = await screen([folder], {
    pack,
    store,
    asOf: '2022-10-21',
    settings: { ocr: 'off', maxPages: 50 },
    jobs: 1,
    timeout: 60,
    limits: defaultIntakeLimits,
    onEvent: (event) => events.push(event),
    ...more,
  });
  const { filings } = await loadScreening(store, screened);
  const read = events.flatMap((event) => (event.kind === 'read' && !event.kept ? event.file : []));
  return { ...screened, filings, events, read };
}

test('an unchanged folder is only hashed: the run that there was stands', async () => {
  const { folder, store } = await batch();
  const first = await run(folder, store);
  expect(first.run.state).toBe('done');
  expect(first.filings).toHaveLength(2);
  expect(first.read).toHaveLength(2);
  const second = await run(folder, store);
  expect(second).toMatchObject({ unchanged: true, read: [], run: { id: first.run.id } });
  expect(second.filings).toEqual(first.filings);
});

test('a changed rule judges anew without reading a file; a changed day too', async () => {
  const { folder, store } = await batch();
  const first = await run(folder, store);
  const [rule, ...rest] = pack.rules;
  if (!rule) throw new Error('a pack without rules');
  const changed = { ...pack, rules: [{ ...rule, pass: { zh: '另一句', en: 'another' } }, ...rest] };
  const second = await run(folder, store, { pack: changed });
  expect(second).toMatchObject({ unchanged: false, read: [] });
  expect(second.run.id).not.toBe(first.run.id);
  const later = await run(folder, store, { asOf: '2023-01-01' });
  expect(later.read).toEqual([]);
  expect((await store.runs.of(first.batch.id)).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
});

test('a changed file costs itself, and is a new version of its filing', async () => {
  const { folder, store } = await batch();
  const first = await run(folder, store);
  copyFileSync(join(samples, call, 'filings', '2022-application-cases-002.docx'), join(folder, '二.docx'));
  rmSync(join(folder, '二.pdf'));
  writeFileSync(
    join(folder, '一.docx'),
    readFileSync(join(samples, 'miit-2022-pilots', 'filings', '2022-pilots-002.docx')),
  );
  const second = await run(folder, store);
  expect(second.read).toEqual([join(folder, '一.docx')]);
  const same = second.filings.find(({ file }) => file.endsWith('一.docx'));
  const before = first.filings.find(({ file }) => file.endsWith('一.docx'));
  expect(same).toMatchObject({ filing: before?.filing, version: 2 });
});

test('a filing handed in again, corrected, repeats nobody: not its former version in batch or store', async () => {
  const { folder, store } = await batch();
  await run(folder, store);
  // The same text in other bytes, beside the old file and named as its correction.
  const bytes = readFileSync(one);
  writeFileSync(join(folder, '一（补正）.docx'), Buffer.concat([bytes, Buffer.from(' ')]));
  const both = await run(folder, store);
  expect(both.filings.map(({ file }) => file.slice(folder.length + 1)).sort()).toEqual([
    '一（补正）.docx',
    '二.pdf',
  ]);
  const corrected = both.filings.find(({ file }) => file.includes('补正'));
  expect(corrected).toMatchObject({ version: 2 });
  expect(corrected?.problems.map(({ code }) => code)).toContain('former-version');
  const ofFormer = (of?: FilingOutcome) =>
    of?.matches.filter(({ target }) => target.file?.endsWith('一.docx'));
  expect(ofFormer(corrected)).toEqual([]);
  // Nor when the old file is gone and its index still lies in the store.
  rmSync(join(folder, '一.docx'));
  const alone = await run(folder, store);
  const later = alone.filings.find(({ file }) => file.includes('补正'));
  expect(later).toMatchObject({ version: 2 });
  expect(ofFormer(later)).toEqual([]);
});

test('a person says which file a form corrects: it is the next version, now and later; what is not there is told', async () => {
  const { folder, store } = await batch();
  const [old, late] = [join(folder, '一.docx'), join(folder, '二.pdf')];
  const first = await run(folder, store);
  const of = first.filings.find(({ file }) => file === old)?.filing;
  const corrects = [
    { file: late, of: old },
    { file: join(folder, '三.pdf'), of: old },
  ];
  const said = await run(folder, store, { corrects });
  expect(said.filings.map(({ file, filing, version }) => [file, filing, version])).toEqual([[late, of, 2]]);
  const notes = said.events.flatMap((event) => (event.kind === 'note' ? event.text.zh : []));
  expect(notes).toEqual([expect.stringContaining('三.pdf')]);
  const later = await run(folder, store);
  expect(later.filings.map(({ file, filing, version }) => [file, filing, version])).toEqual([[late, of, 2]]);
});

test('a correction that cannot be followed is told by the name of its file', async () => {
  const { folder, store } = await batch();
  const file = join(folder, '二.pdf');
  const said = await run(folder, store, { corrects: [{ file, of: file }] });
  expect(said.filings).toHaveLength(2);
  const notes = said.events.flatMap((event) => (event.kind === 'note' ? event.text.zh : []));
  expect(notes).toEqual([expect.stringContaining('二.pdf')]);
});

test('a version whose file was written over counts against no other batch', async () => {
  const { folder, store } = await batch();
  rmSync(join(folder, '二.pdf'));
  await run(folder, store);
  const bytes = readFileSync(one);
  writeFileSync(join(folder, '一.docx'), Buffer.concat([bytes, Buffer.from(' ')]));
  const again = await run(folder, store);
  const corrected = again.filings.find(({ file }) => file.endsWith('一.docx'));
  expect(corrected).toMatchObject({ version: 2 });
  expect(corrected?.matches.filter(({ kind }) => kind === 'archive')).toEqual([]);
  // Another batch meets the version that stands, and not the one before it.
  const other = await batch();
  writeFileSync(join(other.folder, '一.docx'), Buffer.concat([bytes, Buffer.from('  ')]));
  rmSync(join(other.folder, '二.pdf'));
  const second = await run(other.folder, store);
  const met = second.filings[0]?.matches.filter(({ target }) => target.type === 'archive');
  expect(met).toHaveLength(1);
});

test('a filing of another batch in the same store is found', async () => {
  const { folder, store } = await batch();
  await run(folder, store);
  const other = await batch();
  cpSync(join(folder, '一.docx'), join(other.folder, '甲.docx'));
  writeFileSync(join(other.folder, '甲.docx'), Buffer.concat([readFileSync(one), Buffer.from(' ')]));
  rmSync(join(other.folder, '一.docx'));
  rmSync(join(other.folder, '二.pdf'));
  const second = await run(other.folder, store);
  expect(second.filings[0]?.matches[0]).toMatchObject({ kind: 'archive', verdict: 'review' });
});

test('a run that is stopped says so, keeps what it read, and the next one goes on', async () => {
  const { folder, store } = await batch();
  const controller = new AbortController();
  const stopped = await run(folder, store, {
    signal: controller.signal,
    onEvent: (event) => {
      if (event.kind === 'read') controller.abort();
    },
  });
  expect(stopped.run.state).toBe('stopped');
  const next = await run(folder, store);
  expect(next.run.state).toBe('done');
  expect(next.read.length).toBeLessThan(2);
  expect(next.filings).toHaveLength(2);
});

test('a file moved within its batch stays the filing it was', async () => {
  const { folder, store } = await batch();
  const first = await run(folder, store);
  renameSync(join(folder, '一.docx'), join(folder, '甲公司.docx'));
  const second = await run(folder, store);
  const filingsOf = (of: typeof first) => of.filings.map(({ filing }) => filing).sort();
  expect(filingsOf(second)).toEqual(filingsOf(first));
  expect(second.read).toEqual([]);
});
