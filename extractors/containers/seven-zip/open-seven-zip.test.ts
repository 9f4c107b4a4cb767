import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { SevenZipModuleFactory } from '7z-wasm';
import { expect, test } from 'vitest';
import { defaultIntakeLimits } from '../limits.ts';
import { type Input, listInputs } from '../list-inputs.ts';

const factory: SevenZipModuleFactory = createRequire(import.meta.url)('7z-wasm');

/** A 7z archive of some texts by name, packed by 7-Zip itself. */
async function packed(files: Readonly<Record<string, string>>, ...flags: string[]): Promise<Uint8Array> {
  const seven = await factory({ print: () => {}, printErr: () => {} });
  const folders = new Set<string>();
  for (const [name, text] of Object.entries(files)) {
    const folder = name.split('/').slice(0, -1).join('/');
    if (folder !== '' && !folders.has(folder)) seven.FS.mkdir(`/${folder}`);
    folders.add(folder);
    seven.FS.writeFile(`/${name}`, text);
  }
  seven.callMain([
    'a',
    ...flags,
    '/out.7z',
    ...new Set(Object.keys(files).map((name) => name.split('/')[0] ?? '')),
  ]);
  return seven.FS.readFile('/out.7z');
}

/** A RAR 5 archive that stores its files as they are (RAR 5.0 archive format, technical note). */
function rar5(files: Readonly<Record<string, string>>): Buffer {
  const vint = (value: number): number[] =>
    value < 128 ? [value] : [(value & 127) | 128, ...vint(value >> 7)];
  const block = (body: number[], data = Buffer.alloc(0)) => {
    const sized = Buffer.from([...vint(body.length), ...body]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(sized));
    return Buffer.concat([sum, sized, data]);
  };
  const parts = Object.entries(files).map(([name, text]) => {
    const data = Buffer.from(text);
    const title = Buffer.from(name);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(data));
    // Type 2, with data; file flags: CRC; attributes, CRC, stored, Unix, name.
    const head = [2, 2, ...vint(data.length), 4, ...vint(data.length), ...vint(0o100644), ...sum, 0, 1];
    return block([...head, ...vint(title.length), ...title], data);
  });
  const signature = Buffer.from('526172211a070100', 'hex');
  return Buffer.concat([signature, block([1, 0, 0]), ...parts, block([5, 0, 0])]);
}

async function listed(name: string, bytes: Uint8Array, limits = defaultIntakeLimits) {
  const folder = await mkdtemp(join(tmpdir(), 'seven-'));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes);
    const found: [string, string][] = [];
    for await (const input of listInputs([path], limits))
      found.push([input.file.slice(folder.length + 1), await contentOf(input)]);
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function contentOf(input: Input): Promise<string> {
  if ('problem' in input) return input.problem.code;
  const loading = await input.load();
  return 'problem' in loading ? loading.problem.code : Buffer.from(loading.bytes).toString();
}

test('7z and RAR are opened as zip is, Chinese names and folders included', async () => {
  const files = { '甲公司/申报书.txt': '申报书', '甲公司/附件.txt': '附件' };
  const inside = [
    ['申报书.txt', '申报书'],
    ['附件.txt', '附件'],
  ];
  expect(await listed('材料.7z', await packed(files))).toEqual(
    expect.arrayContaining(inside.map(([name, text]) => [`材料.7z!/甲公司/${name}`, text])),
  );
  expect(await listed('材料.rar', rar5(files))).toEqual(
    expect.arrayContaining(inside.map(([name, text]) => [`材料.rar!/甲公司/${name}`, text])),
  );
});

test('a password is told, whether it hides the names or the files alone', async () => {
  const files = { 'a.txt': 'a' };
  expect(await listed('a.7z', await packed(files, '-pmm', '-mhe=on'))).toEqual([['a.7z', 'file-encrypted']]);
  expect(await listed('a.7z', await packed(files, '-pmm'))).toEqual([['a.7z!/a.txt', 'file-encrypted']]);
});

test('what claims more than the limits is not unpacked; what is damaged says so; a name out of its folder is refused', async () => {
  const bomb = await packed({ 'zeros.txt': '0'.repeat(3_000_000) });
  expect(bomb.length).toBeLessThan(10_000);
  expect(await listed('b.7z', bomb, { ...defaultIntakeLimits, maxArchiveBytes: 1_000_000 })).toEqual([
    ['b.7z', 'archive-bomb'],
  ]);
  expect(await listed('c.7z', bomb.subarray(0, 60))).toEqual([['c.7z', 'file-damaged']]);
  expect(await listed('d.rar', rar5({ '../evil.txt': 'x' }))).toEqual([
    ['d.rar!/../evil.txt', 'archive-entry-unsafe'],
  ]);
});

test('an archive inside an archive is opened too', async () => {
  const inner = rar5({ '内.txt': '里面' });
  const seven = await factory({ print: () => {}, printErr: () => {} });
  seven.FS.writeFile('/内.rar', inner);
  seven.callMain(['a', '/o.7z', '/内.rar']);
  expect(await listed('外.7z', seven.FS.readFile('/o.7z'))).toEqual([['外.7z!/内.rar!/内.txt', '里面']]);
});
