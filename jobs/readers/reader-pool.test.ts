import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, expect, test } from 'vitest';
import { linesOf } from '../../core/document.ts';
import { limits } from '../../core/limits.ts';
import { type PoolOptions, ReaderPool, type ReadOutcome } from './reader-pool.ts';

const pools: ReaderPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
  expect(readers()).toEqual([]);
});

function openPool(options: Partial<PoolOptions> = {}): ReaderPool {
  const pool = new ReaderPool({
    jobs: 1,
    timeout: 60,
    settings: { ocr: 'off', maxPages: 50 },
    ...options,
  });
  pools.push(pool);
  return pool;
}

/** Reader processes that a process, this one unless told, has started and that still run. */
function readers(parent = process.pid): number[] {
  return execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(parent)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => /readers\/reader\.ts/u.test(line))
    .map((line) => Number.parseInt(line, 10));
}

async function docx(...texts: string[]): Promise<Uint8Array> {
  return packed(texts.map(paragraph).join(''));
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

async function packed(body: string): Promise<Uint8Array> {
  const zip = new JSZip();
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const fixture = (name: string) =>
  readFile(new URL(`../../extractors/pdf/fixtures/${name}`, import.meta.url)).then(
    (bytes) => new Uint8Array(bytes),
  );
const textOf = ({ document }: ReadOutcome) =>
  [...linesOf(document?.body ?? [])].map((line) => line.text).join('\n');
const codes = ({ problems }: ReadOutcome) => problems.map((problem) => problem.code);

/** A document that takes a reader some seconds. */
const slow = () => packed(paragraph('说明生产线的改造内容。').repeat(80_000));

test('every file gets its own answer, whatever the order in which they are done', async () => {
  const pool = openPool({ jobs: 2 });
  const pages: number[] = [];
  const [pdf, first, garbage, empty, second] = await Promise.all([
    pool.read({ name: 'a.pdf', bytes: await fixture('cells-chromium.pdf') }, (page) => pages.push(page)),
    pool.read({ name: 'b.docx', bytes: await docx('甲文件') }),
    pool.read({ name: 'c.pdf', bytes: new TextEncoder().encode('not a document \u0000\u0001') }),
    pool.read({ name: 'd.docx', bytes: new Uint8Array() }),
    pool.read({ name: 'e.docx', bytes: await docx('乙文件', '第二段') }),
  ]);
  expect(pdf.document?.format).toBe('pdf');
  expect(textOf(pdf)).not.toBe('');
  expect(pages).toContain(1);
  expect(textOf(first)).toBe('甲文件');
  expect(textOf(second)).toBe('乙文件\n第二段');
  expect(garbage.document).toBeUndefined();
  expect(codes(garbage)).toEqual(['format-unknown']);
  expect(empty.document).toBeUndefined();
  expect(codes(empty)).toHaveLength(1);
  expect(readers().length).toBeLessThanOrEqual(2);
});

test('a file that takes too long is given up, and the pool goes on', async () => {
  const pool = openPool({ timeout: 10 });
  const bytes = await docx('甲文件');
  await pool.read({ name: 'a.docx', bytes });
  process.kill(readers()[0]!, 'SIGSTOP');
  const late = pool.read({ name: 'b.docx', bytes });
  const next = pool.read({ name: 'c.docx', bytes });
  expect(await late).toEqual({ problems: [{ code: 'timed-out', values: { seconds: 10 } }] });
  expect(textOf(await next)).toBe('甲文件');
});

test('a reader that dies takes one file with it, and the pool goes on', async () => {
  const pool = openPool();
  await pool.read({ name: 'a.docx', bytes: await docx('乙文件') });
  const lost = pool.read({ name: 'slow.docx', bytes: await slow() });
  const next = pool.read({ name: 'b.docx', bytes: await docx('甲文件') });
  await new Promise((done) => setTimeout(done, 500));
  const [reader] = readers();
  process.kill(reader!, 'SIGKILL');
  expect(codes(await lost)).toEqual(['worker-crashed']);
  expect((await lost).problems[0]?.values?.reason).toContain('SIGKILL');
  expect(textOf(await next)).toBe('甲文件');
});

test('a reader that dies between files costs no file', async () => {
  const pool = openPool();
  const bytes = await docx('甲文件');
  expect(textOf(await pool.read({ name: 'a.docx', bytes }))).toBe('甲文件');
  process.kill(readers()[0]!, 'SIGKILL');
  expect(textOf(await pool.read({ name: 'a.docx', bytes }))).toBe('甲文件');
});

test('closing leaves no process and no file without an answer', async () => {
  const pool = openPool();
  const reading = pool.read({ name: 'slow.docx', bytes: await slow() });
  const waiting = pool.read({ name: 'b.docx', bytes: await docx('甲文件') });
  await pool.close();
  expect(readers()).toEqual([]);
  expect(codes(await reading)).toEqual(['worker-crashed']);
  expect(codes(await waiting)).toEqual(['worker-crashed']);
  expect(codes(await pool.read({ name: 'c.docx', bytes: await docx('乙') }))).toEqual(['worker-crashed']);
});

test('a pool that read nothing closes at once', async () => {
  await openPool().close();
});

test('a reader that is given up takes the programs it started with it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chushen-pool-'));
  const program = join(folder, 'hang.sh');
  await writeFile(program, `#!/bin/sh\nsleep 300 &\necho $! > ${join(folder, 'pid')}\nwait\n`);
  await chmod(program, 0o755);
  const doc = new URL('../../extractors/word/fixtures/filing.doc', import.meta.url);
  const pool = openPool({ timeout: 6, settings: { ocr: 'off', maxPages: 50, soffice: program } });
  const outcome = await pool.read({ name: 'a.doc', bytes: new Uint8Array(await readFile(doc)) });
  expect(outcome.problems.map((problem) => problem.code)).toEqual(['timed-out']);
  await pool.close();
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  expect(state === '' || / Z /u.test(state)).toBe(true);
  await rm(folder, { recursive: true, force: true });
});

test('the only reader is replaced, and the process that waits for the next one does not end', async () => {
  const source = `
    import { ReaderPool } from ${JSON.stringify(new URL('./reader-pool.ts', import.meta.url).href)};
    const settings = { ocr: 'off', maxPages: 50 };
    const pool = new ReaderPool({ jobs: 1, timeout: 60, filesPerReader: 1, settings });
    const bytes = new TextEncoder().encode('甲文件');
    const read = async () => (await pool.read({ name: 'a.txt', bytes })).document?.format;
    console.log(await read(), await read());
    await pool.close();
  `;
  // In a process of its own: the one of the tests has other things to do.
  const flags = ['--import', 'tsx', '--input-type=module', '-e', source];
  expect(execFileSync(process.execPath, flags, { encoding: 'utf8' })).toBe('txt txt\n');
});

test('a reader that takes too much memory is ended, the file says so, and the pool goes on', async () => {
  const pool = openPool({ memory: 260 });
  // Some dozen characters of text to a node of the file: a hundred megabytes of them and more in memory.
  const big = await packed(paragraph('<w:tab/>'.repeat(20)).repeat(60_000));
  expect(codes(await pool.read({ name: 'big.docx', bytes: big }))).toEqual(['reader-memory']);
  expect(textOf(await pool.read({ name: 'b.docx', bytes: await docx('甲文件') }))).toBe('甲文件');
});

test('a document far over the limits comes back as its beginning and says so', async () => {
  const pool = openPool();
  const long = await docx('工业互联网平台'.repeat(200_000));
  const outcome = await pool.read({ name: 'long.docx', bytes: long });
  expect(textOf(outcome)).toHaveLength(limits.characters);
  expect(codes(outcome)).toContain('text-too-long');
});

test('readers end when their parent is killed, busy or not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chushen-pool-'));
  await writeFile(join(folder, 'slow.docx'), await slow());
  const source = `
    import { readFileSync } from 'node:fs';
    import { ReaderPool } from ${JSON.stringify(new URL('./reader-pool.ts', import.meta.url).href)};
    const pool = new ReaderPool({ jobs: 2, timeout: 60, settings: { ocr: 'off', maxPages: 50 } });
    const bytes = new Uint8Array(readFileSync(${JSON.stringify(join(folder, 'slow.docx'))}));
    await pool.read({ name: 'a.docx', bytes: bytes.slice(0, 9) });
    for (let i = 0; i < 9; i++) void pool.read({ name: 'slow.docx', bytes });
    setTimeout(() => console.log('busy'), 300);
  `;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) => parent.stdout?.once('data', done));
  const orphans = readers(parent.pid);
  expect(orphans).toHaveLength(2);
  parent.kill('SIGKILL');
  const isAlive = async (pid: number) =>
    /^State:\s+[^Z]/mu.test(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''));
  const ends = performance.now() + 15_000;
  const alive = async () => (await Promise.all(orphans.map(isAlive))).filter(Boolean).length;
  while ((await alive()) > 0 && performance.now() < ends) await new Promise((done) => setTimeout(done, 200));
  expect(await alive()).toBe(0);
  await rm(folder, { recursive: true, force: true });
});
