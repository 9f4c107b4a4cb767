import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInPacksDir } from '../../calls/load.ts';
import type { RunEvent } from '../../core/records.ts';
import { formats, type SampleFormat } from '../../corpus/generate/generate.ts';
import { makeBatch, openKits } from '../../corpus/generate/plan.ts';
import { Printer } from '../../corpus/generate/print.ts';
import { productFolder } from '../../pipeline/versions.ts';
import { startPostgres } from '../../store/postgres/testing.ts';
import { scratch } from '../command.ts';
import { type KillOptions, killAndGoOn } from '../killed-runs.ts';

/**
 * What a run costs, by the size of its batch: seconds, and the peak memory of the parent, of a first run, of one over
 * the unchanged folder, and, unless `--brief`, of one with a changed rule and of one with one changed file; and where
 * the memory of the first run goes, stage by stage. `--format scan` has scans read in place of DOCX. With `--kills N`
 * whether N runs killed at random moments lose anything, with `--postgres-kills N` the same through PostgreSQL.
 * `npm run build` first.
 *
 *     npm run bench:runs -- 100 300 1000 --kills 100
 */
const call = 'miit-2022-application-cases';
const main = join(productFolder(), 'dist', 'cli', 'main.js');

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '0' },
    'postgres-kills': { type: 'string', default: '0' },
    format: { type: 'string', default: 'docx' },
    brief: { type: 'boolean', default: false },
  },
});
const format = formats.find((one) => one === flags.format) ?? 'docx';
const ocr = format === 'docx' || format === 'pdf' ? 'off' : 'auto';
const sizes = positionals.map(Number);

const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
if (sizes.length > 0) {
  row('filings', 'first run, s', 'peak, MB', 'unchanged, s', 'one rule changed, s', 'one file changed, s');
  row('---', '---', '---', '---', '---', '---');
}
const stages: string[] = [];
for (const size of sizes) {
  const cwd = scratch();
  const folder = join(cwd, 'filings');
  await generate(folder, size, format);
  const first = await measured(cwd, ['--call', call]);
  const peaks = [...first.peaks].map(([stage, megabytes]) => `${stage} ${Math.round(megabytes)}`);
  stages.push(`${size} filings, peak MB by stage: ${peaks.join(', ')}`);
  const again = [await measured(cwd, ['--call', call]), await measured(cwd, ['--call', call])];
  const unchanged = Math.min(...again.map(({ seconds }) => seconds)).toFixed(2);
  if (flags.brief) {
    row(size, first.seconds.toFixed(1), first.megabytes, unchanged, '–', '–');
    continue;
  }
  const calls = join(cwd, 'calls');
  changeRule(calls);
  const ruled = await measured(cwd, ['--call', call, '--calls', calls]);
  await generate(folder, 1, format, 77);
  const filed = await measured(cwd, ['--call', call, '--calls', calls]);
  const seconds = [first, ruled, filed].map((one) => one.seconds.toFixed(1));
  row(size, seconds[0] ?? '', first.megabytes, unchanged, seconds[1] ?? '', seconds[2] ?? '');
}
for (const line of stages) console.log(line);
const [kills, postgresKills] = [Number(flags.kills), Number(flags['postgres-kills'])];
if (kills + postgresKills > 0) {
  const folder = join(scratch(), 'filings');
  await generate(folder, 3, 'docx');
  const options = { folder, call, random: Math.random };
  if (kills > 0) await tellKills('SQLite', kills, options);
  if (postgresKills > 0) {
    const server = startPostgres();
    const newStore = async () => ['--store', await server.database()];
    try {
      await tellKills('PostgreSQL', postgresKills, { ...options, newStore, XDG_DATA_HOME: scratch() });
    } finally {
      server.stop();
    }
  }
}

async function tellKills(store: string, times: number, options: KillOptions): Promise<void> {
  const trials = await killAndGoOn(times, options);
  const sound = trials.filter(({ same, lost }) => same && lost.length === 0);
  const at = new Map<string, number>();
  for (const trial of trials) at.set(trial.at, (at.get(trial.at) ?? 0) + 1);
  console.log(
    `${store}: ${sound.length} of ${trials.length} killed runs: nothing that was read is lost, and the next run says what ` +
      `an undisturbed one says (killed after: ${[...at].map(([kind, n]) => `${kind} ${n}`).join(', ')})`,
  );
  for (const { at, same, lost, stderr } of trials.filter((one) => !sound.includes(one)))
    console.log(`  after ${at}: ${same ? '' : 'says something else; '}lost: ${lost.join(', ')}\n${stderr}`);
}

/** Filings of one call under the names `1.docx` …; the same seed gives the same bytes. */
async function generate(folder: string, count: number, format: SampleFormat, seed = 8101): Promise<void> {
  await mkdir(folder, { recursive: true });
  const printer = await Printer.open();
  let at = 0;
  try {
    const kits = await openKits([call]);
    const options = { seed, count, spoilt: 0.5, awards: [], formats: [format] };
    for await (const { bytes, file } of makeBatch(kits, options, printer))
      await writeFile(join(folder, `${++at}${/\.[^.]+$/u.exec(file)?.[0] ?? ''}`), bytes);
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

interface Measured {
  readonly seconds: number;
  /** Peak resident memory of the parent. */
  readonly megabytes: number;
  /** The most that was resident in each stage. */
  readonly peaks: ReadonlyMap<string, number>;
}

function measured(cwd: string, more: readonly string[]): Promise<Measured> {
  return new Promise((done, fail) => {
    const started = performance.now();
    const args = ['screen', 'filings', '--out', 'out', '--as-of', '2022-10-21', '--ocr', ocr, ...more];
    const child = spawn(process.execPath, [main, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    let stage = 'start';
    child.on('message', ({ event }: { event: RunEvent }) => {
      stage = event.kind === 'stage' ? event.stage : event.kind === 'read' ? 'read' : stage;
    });
    const peaks = new Map<string, number>();
    let peak = 0;
    const timer = setInterval(() => {
      const { now, most } = residentOf(child.pid);
      peak = Math.max(peak, most);
      if (now > 0) peaks.set(stage, Math.max(peaks.get(stage) ?? 0, now));
    }, 50);
    child.on('error', fail);
    child.on('exit', (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      if (code !== 0) fail(new Error(said));
      else done({ seconds, megabytes: Math.round(peak), peaks });
    });
  });
}

/** Resident memory of a process now and at its most in MB, where the system tells it (Linux). */
function residentOf(pid: number | undefined): { readonly now: number; readonly most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [now, most] = [/VmRSS:\s+(\d+)/u, /VmHWM:\s+(\d+)/u].map(
      (of) => Number(of.exec(status)?.[1] ?? 0) / 1024,
    );
    return { now: now ?? 0, most: most ?? 0 };
  } catch {
    return { now: 0, most: 0 };
  }
}
