import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { resultsSchema } from '../core/results.ts';
import { productFolder } from '../pipeline/versions.ts';
import { chushen, scratch } from './command.ts';

const call = 'jiangsu-2022-benchmark-factory';
const samples = join(productFolder(), 'corpus', 'samples', call, 'filings');

/** A folder of what offices receive on a bad day, with one sound filing among it. */
async function badFolder(): Promise<{ folder: string; sound: string }> {
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
  const bomb = new JSZip();
  bomb.file('zeros.pdf', Buffer.alloc(300 * 2 ** 20));
  writeFileSync(
    join(folder, 'bomb.zip'),
    await bomb.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }),
  );
  return { folder, sound };
}

test('files that cannot be read never stop the batch, and each says why', async () => {
  const { folder, sound } = await badFolder();
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
