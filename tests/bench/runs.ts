import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInPacksDir } from '../../calls/load.ts';
import { makeBatch, openKits } from '../../corpus/generate/plan.ts';
import { Printer } from '../../corpus/generate/print.ts';
import { productFolder } from '../../pipeline/versions.ts';
import { scratch } from '../command.ts';
import { killedAndWhole } from '../killed-runs.ts';

/**
 * What a run costs, by the size of its batch: seconds, and the peak memory of the parent, of a first run, of one over
 * the unchanged folder, of one with a changed rule, and of one with one changed file. With `--kills N` also whether N
 * runs killed at random moments lose anything. `npm run build` first.
 *
 *     npm run bench:runs -- 100 300 1000 --kills 100
 */
const call = 'miit-2022-application-cases';
const main = join(productFolder(), 'dist', 'cli', 'main.js');

const words = process.argv.slice(2);
const kills = words.includes('--kills') ? Number(words[words.indexOf('--kills') + 1]) : 0;
const sizes = (words.includes('--kills') ? words.slice(0, words.indexOf('--kills')) : words).map(Number);

const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
if (sizes.length > 0) {
  row('filings', 'first run, s', 'peak, MB', 'unchanged, s', 'one rule changed, s', 'one file changed, s');
  row('---', '---', '---', '---', '---', '---');
}
for (const size of sizes) {
  const cwd = scratch();
  const folder = join(cwd, 'filings');
  await generate(folder, size);
  const first = await measured(cwd, ['--call', call]);
  const again = await measured(cwd, ['--call', call]);
  const calls = join(cwd, 'calls');
  changeRule(calls);
  const ruled = await measured(cwd, ['--call', call, '--calls', calls]);
  await generate(folder, 1, 77);
  const filed = await measured(cwd, ['--call', call, '--calls', calls]);
  row(size, first.seconds, first.megabytes, again.seconds, ruled.seconds, filed.seconds);
}
if (kills > 0) {
  const { killed, whole, ends } = await killedAndWhole(kills, Math.random);
  const same = ends.filter((end) => JSON.stringify(end) === JSON.stringify(whole)).length;
  console.log(
    `${killed} runs killed; ${same} of ${ends.length} runs that got to their end say what an undisturbed one says`,
  );
}

/** Docx filings of one call under the names `1.docx` …; the same seed gives the same bytes. */
async function generate(folder: string, count: number, seed = 8101): Promise<void> {
  await mkdir(folder, { recursive: true });
  const printer = await Printer.open();
  let at = 0;
  try {
    const kits = await openKits([call]);
    const options = { seed, count, spoilt: 0.5, awards: [], formats: ['docx' as const] };
    for await (const { bytes } of makeBatch(kits, options, printer))
      await writeFile(join(folder, `${++at}.docx`), bytes);
  } finally {
    await printer.close();
  }
}

/** The call in a folder of its own, one sentence of one rule worded anew. */
function changeRule(to: string): void {
  cpSync(join(builtInPacksDir(), call), join(to, call), { recursive: true });
  const file = join(to, call, 'rules.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(pass: \{ zh: ['"]?)/u, '$1经核对，'));
}

function measured(cwd: string, flags: readonly string[]): Promise<{ seconds: string; megabytes: number }> {
  return new Promise((done, fail) => {
    const started = performance.now();
    const args = [
      main,
      'screen',
      'filings',
      '--out',
      'out',
      '--as-of',
      '2022-10-21',
      '--ocr',
      'off',
      ...flags,
    ];
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, 50);
    child.on('error', fail);
    child.on('exit', (code) => {
      clearInterval(timer);
      if (code !== 0) fail(new Error(said));
      else
        done({
          seconds: ((performance.now() - started) / 1000).toFixed(1),
          megabytes: Math.round(peak / 1024),
        });
    });
  });
}

/** Peak resident memory of a process in kB, where the system tells it (Linux). */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
