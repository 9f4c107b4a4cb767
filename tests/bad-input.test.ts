import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { resultsSchema } from '../core/results.ts';
import { productFolder } from '../pipeline/versions.ts';
import { chushen, scratch } from './command.ts';

const call = 'jiangsu-2022-benchmark-factory';
const samples = join(productFolder(), 'corpus', 'samples', call, 'filings');

/** A folder of what offices receive on a bad day, with one sound filing among it. */
function badFolder(): { folder: string; sound: string } {
  const folder = scratch();
  const sound = readdirSync(samples).find((name) => name.endsWith('.docx'))!;
  cpSync(join(samples, sound), join(folder, sound));
  const docx = readFileSync(join(samples, sound));
  writeFileSync(join(folder, 'empty.pdf'), '');
  writeFileSync(join(folder, 'truncated.docx'), docx.subarray(0, docx.length / 2));
  writeFileSync(join(folder, 'text.pdf'), 'this is not a PDF');
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7\n1 0 obj << /Type /Catalog');
  writeFileSync(join(folder, 'renamed.pdf'), docx);
  writeFileSync(join(folder, 'archive.rar'), Buffer.from('526172211a0700cf907300000d00000000000000', 'hex'));
  writeFileSync(join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a0000', 'hex'));
  writeFileSync(join(folder, 'bomb.zip'), zipOf('zeros.pdf', Buffer.alloc(300 * 2 ** 20)));
  return { folder, sound };
}

/** A ZIP of one file, packed by zlib: what packs in JavaScript takes seconds for so much. */
function zipOf(name: string, content: Buffer): Buffer {
  const body = deflateRawSync(content);
  // What local and central header say alike: version, flags, method, time, date, CRC, sizes, lengths of name and extra.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), body]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\0'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

test('files that cannot be read never stop the batch, and each says why', async () => {
  const { folder, sound } = badFolder();
  const out = scratch();
  const run = await chushen(['screen', folder, '--call', call, '--out', out, '--as-of', '2022-05-01']);
  expect(run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/u);
  expect(run.code).toBe(1);
  const results = resultsSchema.parse(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')));
  const byName = new Map(results.filings.map((filing) => [filing.file.split('/').pop()!, filing]));
  expect(byName.get(sound)?.status).not.toBe('failed');
  expect(byName.get('renamed.pdf')?.status).not.toBe('failed');
  expect(byName.get('renamed.pdf')?.problems.map((problem) => problem.code)).toContain('format-renamed');
  const codes = (name: string) => byName.get(name)?.problems.map((problem) => problem.code);
  expect(codes('empty.pdf')).toContain('file-empty');
  expect(codes('text.pdf')).toContain('format-unknown');
  expect(codes('archive.rar')).toContain('archive-empty');
  for (const name of [
    'empty.pdf',
    'truncated.docx',
    'text.pdf',
    'broken.pdf',
    'archive.rar',
    'picture.png',
  ]) {
    const filing = byName.get(name);
    expect(filing, name).toBeDefined();
    expect(filing?.problems.length, name).toBeGreaterThan(0);
    if (filing?.status === 'failed') expect(filing.state).toBe('unread');
  }
  const bombed = results.filings.filter((filing) => filing.file.includes('bomb.zip'));
  expect(bombed.every((filing) => filing.status === 'failed')).toBe(true);
  expect(bombed.length).toBeGreaterThan(0);
});

test.each([
  [['screen', 'x', '--call', 'nope'], 'miit-2022-pilots'],
  [['screen', 'x'], '--call'],
  [['screen', 'x', '--call', call, '--as-of', '2022-13-40'], '2022-05-20'],
  [['screen', 'x', '--call', call, '--ocr', 'abbyy'], 'tesseract'],
  [['screen', 'x', '--call', call, '--awards', '/nowhere/list.xlsx'], '/nowhere/list.xlsx'],
  [['screeen', 'x'], 'screeen'],
  [['extract'], 'file'],
])('wrong use %j ends with 2 and says what is allowed', async (args, said) => {
  const run = await chushen(args);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(said);
  expect(run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/u);
  expect(run.stdout).toBe('');
});
