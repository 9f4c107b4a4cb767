import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { FilingResult } from '../../core/results.ts';
import { exampleAwards } from '../../corpus/awards/example-awards.ts';
import { formats, type SampleFormat, type Truth } from '../../corpus/generate/generate.ts';
import { makeBatch, openKits } from '../../corpus/generate/plan.ts';
import { Printer } from '../../corpus/generate/print.ts';
import { runScreen } from './run-screen.ts';
import { type Score, scoreFiling } from './score.ts';

/**
 * `npm run bench:screen -- --seed 7 --count 40`: makes fresh filings with planted defects, runs the built
 * command on them, and counts what it read and found, per format. `--samples` takes the committed samples.
 */
const flags = new Command('bench:screen')
  .option('--seed <n>', 'seed of chance', '1')
  .option('--count <n>', 'filings', '20')
  .option('--formats <names...>', `formats (${formats.join(', ')})`)
  .option('--calls <ids...>', 'calls')
  .option('--samples', 'the committed samples instead of fresh filings')
  .parse()
  .opts<{ seed: string; count: string; formats?: SampleFormat[]; calls?: string[]; samples?: boolean }>();

const kits = await openKits(flags.calls);
const folder = flags.samples ? join('corpus', 'samples') : await makeFolder();
const totals = new Map<string, Score[]>();
let seconds = 0;
let pages = 0;
for (const { pack } of kits) {
  const call = pack.call.id;
  const truths = JSON.parse(readFileSync(join(folder, call, 'truth.json'), 'utf8')) as Truth[];
  const run = await runScreen(pack, join(process.cwd(), folder, call, 'filings'));
  seconds += run.seconds;
  for (const truth of truths) {
    const filing = run.of(truth.file);
    pages += filing.pages;
    add(truth, filing);
  }
}
report();

async function makeFolder(): Promise<string> {
  const target = join('out', `bench-${flags.seed}`);
  const awards = await exampleAwards(kits.map((kit) => kit.pack));
  const printer = await Printer.open();
  const truths = new Map<string, Truth[]>(kits.map((kit) => [kit.pack.call.id, []]));
  const options = {
    seed: Number(flags.seed),
    count: Number(flags.count),
    spoilt: 0.7,
    awards,
    ...(flags.formats ? { formats: flags.formats } : {}),
  };
  for await (const sample of makeBatch(kits, options, printer)) {
    await mkdir(join(target, sample.truth.call, 'filings'), { recursive: true });
    await writeFile(join(target, sample.truth.call, 'filings', sample.file), sample.bytes);
    truths.get(sample.truth.call)!.push(sample.truth);
  }
  await printer.close();
  for (const [call, list] of truths) await writeFile(join(target, call, 'truth.json'), JSON.stringify(list));
  return target;
}

function add(truth: Truth, filing: FilingResult): void {
  const score = scoreFiling(truth, filing);
  totals.set(truth.format, [...(totals.get(truth.format) ?? []), score]);
}

function report(): void {
  const share = (part: number, all: number) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)}%`);
  console.log(
    '| format | filings | fields right | tick F1 | sure and right | defects found | false alarms |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const [format, scores] of totals) {
    const sum = (pick: (score: Score) => number) => scores.reduce((total, score) => total + pick(score), 0);
    const hit = sum((score) => score.ticks.hit);
    const wrong = sum((score) => score.ticks.extra + score.ticks.missed);
    console.log(
      `| ${format} | ${scores.length} | ${share(
        sum((s) => s.fields.right),
        sum((s) => s.fields.all),
      )} | ${((2 * hit) / (2 * hit + wrong)).toFixed(3)} | ${share(
        sum((s) => s.sure.right),
        sum((s) => s.sure.all),
      )} | ${sum((s) => s.defects.found)}/${sum((s) => s.defects.all)} | ${sum((s) => s.falseAlarms.count)}/${sum((s) => s.falseAlarms.of)} |`,
    );
  }
  const all = [...totals.values()].flat();
  const found = all.reduce((total, score) => total + score.defects.found, 0);
  const planted = all.reduce((total, score) => total + score.defects.all, 0);
  console.log(`\nplanted defects found: ${found} of ${planted}; ${pages} pages in ${seconds.toFixed(0)} s`);
  for (const score of all) {
    for (const line of score.defects.missed) console.log(`missed: ${line}`);
    for (const line of score.falseAlarms.rules) console.log(`false alarm: ${line}`);
    for (const line of score.fields.wrong) console.log(`wrong: ${line}`);
  }
}
