import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { type Store, StoreFailure } from '../ports.ts';
import { listOf, outcomeOf } from '../testing.ts';

/** What becomes of a store whose file is not as it was left: always a fault that a person is told, never the end. */

const folder = mkdtempSync(join(tmpdir(), 'chushen-damage-'));
const facts = { applicant: '甲公司', title: '平台', region: '320500' };
let sound: Buffer;
let made = 0;

beforeAll(async () => {
  const file = join(folder, 'sound.sqlite');
  const opening = await openStore(file);
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  const titles = Array.from({ length: 300 }, (_, i) => ({
    id: `a${i}`,
    source: '获奖名单.csv',
    data: { title: `工业互联网平台${i}`.repeat(10) },
  }));
  await store.awards.put(titles);
  for (let i = 0; i < 30; i++) await store.outcomes.put('r', outcomeOf(`f${i}`), facts);
  await store.close();
  sound = readFileSync(file);
});

/** Reads and writes all over; gives the faults that came, or throws what is no failure of the store. */
async function faultsOf(store: Store): Promise<string[]> {
  const works: (() => Promise<unknown>)[] = [
    () => store.awards.all(),
    () => store.outcomes.rows({ run: 'r' }),
    () => store.outcomes.rows({ run: 'r', rule: { id: '1', verdicts: ['pass'] } }),
    () => listOf(store.outcomes.stream('r')),
    () => store.outcomes.put('r', outcomeOf('new'), facts),
    () => store.awards.put([{ id: 'a7', source: 's', data: 1 }]),
  ];
  const faults = new Set<string>();
  for (const work of works) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      faults.add(error.fault);
    }
  }
  return [...faults];
}

async function open(bytes: Buffer) {
  const file = join(folder, `${++made}.sqlite`);
  writeFileSync(file, bytes);
  return await openStore(file);
}

function flipped(from: number, count: number): Buffer {
  const bytes = Buffer.from(sound);
  for (let at = from; at < from + count; at++) bytes[at] = bytes[at]! ^ 0xff;
  return bytes;
}

test.each([
  ['its first words', 0, 16],
  ['the size of its pages', 16, 2],
  ['the version of the format', 18, 2],
  ['the shares of a page', 20, 4],
  ['the number of its pages', 28, 4],
  ['the schema', 40, 8],
  ['the encoding of its texts', 56, 4],
  ['its version', 60, 4],
  ['its first page', 100, 500],
])('bytes changed in the header: %s', async (_, from, count) => {
  const opening = await open(flipped(from, count));
  expect(opening).toMatchObject({ ok: false, failure: 'damaged' });
});

test('a page changed anywhere in the file is a fault of the store at most', async () => {
  const faults = new Set<string>();
  for (let from = 4096; from < sound.length; from += 4096) {
    const opening = await open(flipped(from, 4096));
    if (!opening.ok) {
      faults.add(opening.failure);
      continue;
    }
    for (const fault of await faultsOf(opening.store)) faults.add(fault);
    await opening.store.close();
  }
  expect([...faults]).toEqual(['damaged']);
});

test('a text that is no longer UTF-8 does not end the process', async () => {
  // Pages that were split hold copies of what moved away: all are changed, so the one in use is among them.
  const bytes = Buffer.from(sound);
  const title = Buffer.from('工业互联网平台7').toString('latin1');
  for (const { index } of sound.toString('latin1').matchAll(new RegExp(title, 'g')))
    bytes[index + 1] = bytes[index + 1]! ^ 0xff;
  expect(bytes).not.toEqual(sound);
  // In a process of its own: libsql by itself would end it.
  const file = join(folder, 'text.sqlite');
  writeFileSync(file, bytes);
  const module = new URL('../open-store.ts', import.meta.url).href;
  const script = `const { openStore } = await import(${JSON.stringify(module)});
    const { store } = await openStore(${JSON.stringify(file)});
    await store.awards.all().catch((error) => process.stdout.write(error.fault));`;
  const flags = ['--import', 'tsx', '--input-type=module', '-e', script];
  expect((await promisify(execFile)(process.execPath, flags)).stdout).toBe('damaged');
});

test.each([
  ['in the header', 50],
  ['after its first page', 4096],
  ['in the middle', 0.5],
  ['within a page', 0.5001],
])('a file cut short %s', async (_, at) => {
  const opening = await open(sound.subarray(0, at < 1 ? Math.floor(sound.length * at) : at));
  expect(opening).toMatchObject({ ok: false, failure: 'damaged' });
});

test('an empty file becomes a store; a file of zeros does not', async () => {
  const opening = await open(Buffer.alloc(0));
  if (!opening.ok) throw new Error(opening.detail);
  expect(await faultsOf(opening.store)).toEqual([]);
  await opening.store.close();
  expect(await open(Buffer.alloc(8192))).toMatchObject({ ok: false, failure: 'not-a-store' });
});

test('a folder in its place, and a file where its folder should be', async () => {
  const place = join(folder, 'folder.sqlite');
  mkdirSync(place);
  expect(await openStore(place)).toMatchObject({ ok: false, failure: 'is-a-folder' });
  const file = join(folder, 'file');
  writeFileSync(file, 'x');
  expect(await openStore(join(file, 's.sqlite'))).toMatchObject({ ok: false, failure: 'not-a-folder' });
  expect(await openStore('')).toMatchObject({ ok: false, failure: 'is-a-folder' });
});

/** Whoever may do anything is bound by no permissions: such tests give the right up for a while. */
const root = process.getuid?.() === 0;
afterEach(() => {
  if (root) process.seteuid?.(0);
});
function asAnyone(): void {
  if (root) process.seteuid?.(65534);
}

test('a file or a folder that cannot be written', async () => {
  const place = join(folder, 'read-only');
  mkdirSync(place);
  writeFileSync(join(place, 's.sqlite'), sound);
  chmodSync(folder, 0o755);
  chmodSync(join(place, 's.sqlite'), 0o666);
  chmodSync(place, 0o555);
  asAnyone();
  expect(await openStore(join(place, 's.sqlite'))).toMatchObject({ ok: false, failure: 'read-only' });
  expect(await openStore(join(place, 'new.sqlite'))).toMatchObject({ ok: false, failure: 'read-only' });
  expect(await openStore(join(place, 'new', 's.sqlite'))).toMatchObject({ ok: false, failure: 'read-only' });
  if (root) process.seteuid?.(0);
  chmodSync(place, 0o777);
  chmodSync(join(place, 's.sqlite'), 0o444);
  asAnyone();
  expect(await openStore(join(place, 's.sqlite'))).toMatchObject({ ok: false, failure: 'read-only' });
});

test('a full disk is told, and what was kept before stands', async () => {
  const file = join(folder, 'full.sqlite');
  const module = new URL('../open-store.ts', import.meta.url).href;
  const script = `const { openStore } = await import(${JSON.stringify(module)});
    const { store } = await openStore(${JSON.stringify(file)});
    let kept = 0;
    try {
      for (;; kept++) await store.stages.put('read', 'k' + kept, Array.from({ length: 2000 }, Math.random));
    } catch (error) {
      const { store: again } = await openStore(${JSON.stringify(file)});
      const keys = Array.from({ length: kept }, (_, i) => 'k' + i);
      process.stdout.write([error.fault, kept > 10, (await again.stages.has('read', keys)).size === kept].join());
    }`;
  const command = `ulimit -f 4096; exec "$0" --import tsx --input-type=module -e "$1"`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command, process.execPath, script], { encoding: 'utf8' });
  expect(stdout, stderr).toBe('disk-full,true,true');
});

test('a store that another program holds for long is locked', async () => {
  const file = join(folder, 'held.sqlite');
  writeFileSync(file, sound);
  const hold = `const Libsql = (await import('libsql')).default;
    const db = new Libsql(${JSON.stringify(file)});
    db.exec('BEGIN IMMEDIATE');
    process.stdout.write('held');
    setTimeout(() => db.close(), 60_000);`;
  const holder = execFile(process.execPath, ['--input-type=module', '-e', hold]);
  await new Promise((resolve) => holder.stdout?.once('data', resolve));
  const opening = await openStore(file);
  if (!opening.ok) throw new Error(opening.detail);
  await expect(opening.store.stages.put('read', 'k', 1)).rejects.toMatchObject({ fault: 'locked' });
  expect(await opening.store.stages.get('read', 'k')).toBeUndefined();
  holder.kill();
  await opening.store.close();
});
