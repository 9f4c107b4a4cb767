import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultIntakeLimits, type Input, type IntakeLimits, listInputs } from './list-inputs.ts';
import { readZipDirectory } from './zip/directory.ts';
import { readZipEntry } from './zip/read-entry.ts';
import { bytesSource } from './zip/source.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chushen-intake-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function zip(entries: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(entries))
    archive.file(name, content, { createFolders: false });
  return await archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Each input as its path below the folder and its content or problem code. */
async function list(
  paths: readonly string[],
  limits: Partial<IntakeLimits> = {},
): Promise<[string, string][]> {
  const inputs: Input[] = [];
  for await (const input of listInputs(paths, { ...defaultIntakeLimits, ...limits })) inputs.push(input);
  return await Promise.all(
    inputs.map(async (input): Promise<[string, string]> => {
      const file = input.file.replace(`${folder}/`, '');
      if ('problem' in input) return [file, input.problem.code];
      const loading = await input.load();
      return [file, 'bytes' in loading ? Buffer.from(loading.bytes).toString() : loading.problem.code];
    }),
  );
}

test('folders in depth, sorted, without litter; nothing else passed over', async () => {
  for (const name of ['a/10.txt', 'a/9.txt', 'a/深/材料.txt']) await put(name, name);
  for (const name of ['a/~$9.docx', 'a/.DS_Store', 'a/Thumbs.db']) await put(name, 'x');
  await put('a/empty.pdf', '');
  await symlink(join(folder, 'a'), join(folder, 'a/深/loop'));
  expect(await list([join(folder, 'a')])).toEqual([
    ['a/9.txt', 'a/9.txt'],
    ['a/10.txt', 'a/10.txt'],
    ['a/empty.pdf', 'file-empty'],
    ['a/深/材料.txt', 'a/深/材料.txt'],
  ]);
  expect(await list([join(folder, 'none.pdf')])).toEqual([['none.pdf', 'file-missing']]);
});

test('archives in archives, to a depth', async () => {
  const inner = await zip({ 'x.txt': '里' });
  const path = await put(
    'outer.zip',
    await zip({ 'b/甲.txt': '外', '内.zip': inner, 'r.rar': 'Rar!\x1a\x07\x00', 'e.txt': '' }),
  );
  expect(await list([path])).toEqual([
    ['outer.zip!/b/甲.txt', '外'],
    ['outer.zip!/e.txt', 'file-empty'],
    ['outer.zip!/r.rar', 'file-damaged'],
    ['outer.zip!/内.zip!/x.txt', '里'],
  ]);
  expect((await list([path], { maxArchiveDepth: 1 })).at(-1)).toEqual([
    'outer.zip!/内.zip',
    'archive-too-deep',
  ]);
  expect(await list([await put('s.7z', Buffer.from('377abcaf271c0004', 'hex'))])).toEqual([
    ['s.7z', 'file-damaged'],
  ]);
});

test('names in GB18030 without the UTF-8 flag', async () => {
  const bytes = await zip({ 'abcd.txt': '内容' });
  // 申报 in GBK put in place of `abcd`, in the local header and in the directory.
  const name = Buffer.from([0xc9, 0xea, 0xb1, 0xa8]);
  for (let at = bytes.indexOf('abcd'); at >= 0; at = bytes.indexOf('abcd', at)) name.copy(bytes, at);
  expect(await list([await put('gbk.zip', bytes)])).toEqual([['gbk.zip!/申报.txt', '内容']]);
});

test('limits: size of a file, of an archive, number of entries', async () => {
  const path = await put('big.zip', await zip({ 'a.txt': 'x'.repeat(5000), 'b.txt': 'y' }));
  expect(await list([path], { maxFileBytes: 1000 })).toEqual([
    ['big.zip!/a.txt', 'file-too-large'],
    ['big.zip!/b.txt', 'y'],
  ]);
  expect(await list([path], { maxArchiveBytes: 4000 })).toEqual([['big.zip', 'archive-bomb']]);
  expect(await list([path], { maxArchiveEntries: 1 })).toEqual([['big.zip', 'archive-bomb']]);
  expect(await list([await put('big.txt', 'x'.repeat(2000))], { maxFileBytes: 1000 })).toEqual([
    ['big.txt', 'file-too-large'],
  ]);
});

test('an entry that is larger than the directory says is a bomb; unsafe paths and passwords are named', async () => {
  const lying = await zip({ 'a.txt': 'x'.repeat(5000) });
  lying.writeUInt32LE(10, lying.indexOf(Buffer.from('PK\x01\x02')) + 24);
  expect(await list([await put('lie.zip', lying)])).toEqual([['lie.zip!/a.txt', 'archive-bomb']]);
  const escaping = await put('up.zip', await zip({ '../../a.txt': 'x', '/b.txt': 'x' }));
  expect((await list([escaping])).map(([, code]) => code)).toEqual([
    'archive-entry-unsafe',
    'archive-entry-unsafe',
  ]);
  const locked = await zip({ 'a.txt': 'x' });
  const header = locked.indexOf(Buffer.from('PK\x01\x02'));
  locked.writeUInt16LE(locked.readUInt16LE(header + 8) | 1, header + 8);
  expect(await list([await put('locked.zip', locked)])).toEqual([['locked.zip!/a.txt', 'file-encrypted']]);
});

test('an archive without its directory still gives its files, and says so', async () => {
  const bytes = await zip({ 'a.txt': '甲'.repeat(50), 'b.txt': '乙'.repeat(50) });
  const cut = bytes.subarray(0, bytes.indexOf(Buffer.from('PK\x01\x02')));
  expect(await list([await put('cut.zip', cut)])).toEqual([
    ['cut.zip', 'file-repaired'],
    ['cut.zip!/a.txt', '甲'.repeat(50)],
    ['cut.zip!/b.txt', '乙'.repeat(50)],
  ]);
});

test('property: changed bytes never throw and never unpack beyond the limit', async () => {
  const whole = await zip({ 'a.txt': '甲'.repeat(400), 'b/c.txt': '乙'.repeat(400) });
  const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), flips, async (cut, changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      const source = bytesSource(bytes.subarray(0, cut));
      const directory = await readZipDirectory(source, 10);
      for (const entry of directory?.entries ?? []) {
        const reading = await readZipEntry(source, entry, 2000);
        if (reading.ok) expect(reading.bytes.length).toBeLessThanOrEqual(2000);
      }
    }),
    { numRuns: 300 },
  );
});

test('an archive without files says so, and is not called empty of bytes', async () => {
  const path = await put('nothing.zip', await zip({}));
  expect(await list([path])).toEqual([['nothing.zip', 'archive-empty']]);
});

test('names that are not UTF-8 are read and shown as Chinese Windows wrote them, or escaped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'names-'));
  const gb18030 = Buffer.from([0xc9, 0xea, 0xb1, 0xa8]);
  for (const bytes of [gb18030, Buffer.from([0x61, 0xff])])
    await writeFile(Buffer.concat([Buffer.from(`${folder}/`), bytes, Buffer.from('.txt')]), '内容');
  const found = await list([folder]);
  expect(found.map(([file, content]) => [file.slice(folder.length + 1), content])).toEqual([
    ['a\\xFF.txt', '内容'],
    ['申报.txt', '内容'],
  ]);
  await rm(folder, { recursive: true });
});
