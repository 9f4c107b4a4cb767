import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { type FilingResult, resultsSchema } from '../../core/results.ts';
import {
  changedFormats,
  formats,
  photoFormats,
  type Sample,
  type SampleFormat,
} from '../../corpus/generate/generate.ts';
import { photoStyleAt } from '../../corpus/generate/photograph.ts';
import { makeBatch, openKits } from '../../corpus/generate/plan.ts';
import { Printer } from '../../corpus/generate/print.ts';
import { scratch } from '../command.ts';
import { compareEngines } from './extract/compare-engines.ts';
import { comparePdfText } from './extract/compare-pdf-text.ts';
import { longRun } from './extract/long-run.ts';
import { type MeasuredRun, measuredRun } from './extract/measured-run.ts';
import { placeReaderFor } from './extract/place-reader.ts';
import { printReadings } from './extract/print-readings.ts';
import { type ReadingScore, scoreReading } from './extract/score-reading.ts';

/**
 * `npm run bench:extract -- --seed 7 --count 40`: makes fresh filings over all calls and formats, has the built
 * command read them, and prints how much of each came out right, where, and at what cost; then reads scanned
 * pages side by side with other OCR engines, and the text PDFs side by side with pdftotext.
 */
const flags = new Command('bench:extract')
  .option('--seed <n>', 'seed of chance', '1')
  .option('--count <n>', 'filings', '40')
  .option('--formats <names...>', `formats (${[...formats, ...photoFormats, ...changedFormats].join(', ')})`)
  .option('--calls <ids...>', 'calls')
  .option('--engine-pages <n>', 'scanned pages of each quality to read with other engines too', '4')
  .option('--long <pages>', 'also read one scan of so many pages, for memory and workers', '0')
  .option(
    '--photo-level <n>',
    'photos between good (0) and poor (1), or beyond, for a curve over several runs',
  )
  .option('--ocr-models <dir>', 'models of PP-OCR other than the built-in ones')
  .option('--wrong', 'list what came out wrong')
  .option('--keep', 'keep the filings in out/extract-<seed>')
  .parse()
  .opts<{
    seed: string;
    count: string;
    formats?: SampleFormat[];
    calls?: string[];
    enginePages: string;
    long: string;
    photoLevel?: string;
    ocrModels?: string;
    wrong?: boolean;
    keep?: boolean;
  }>();

const kits = await openKits(flags.calls);
const folder = flags.keep ? resolve('out', `extract-${flags.seed}`) : scratch();
const samples = await makeSamples();
const scores = new Map<SampleFormat, ReadingScore[]>();
const runs = new Map<SampleFormat, { run: MeasuredRun; pages: number }[]>();
for (const format of [...formats, ...photoFormats, ...changedFormats]) {
  for (const call of kits.map((kit) => kit.pack.call.id)) {
    const own = samples.filter(({ truth }) => truth.format === format && truth.call === call);
    if (own.length > 0) await readAll(call, format, own);
  }
}
printReadings(scores, runs, flags.wrong === true);
const scans = samples.filter((sample) => sample.original);
await comparePdfText(samples.filter(({ truth }) => truth.format === 'pdf').map((sample) => sample.bytes));
if (Number(flags.enginePages) > 0) await compareEngines(scans, Number(flags.enginePages));
if (Number(flags.long) > 0) await longRun(scans, Number(flags.long));

async function makeSamples(): Promise<Sample[]> {
  const printer = await Printer.open();
  const made: Sample[] = [];
  const plan = {
    seed: Number(flags.seed),
    count: Number(flags.count),
    spoilt: 0.3,
    ...(flags.photoLevel ? { photo: photoStyleAt(Number(flags.photoLevel)) } : {}),
  };
  for await (const sample of makeBatch(
    kits,
    { ...plan, ...(flags.formats ? { formats: flags.formats } : {}) },
    printer,
  )) {
    const target = join(folder, sample.truth.call, sample.truth.format);
    await mkdir(target, { recursive: true });
    await writeFile(join(target, sample.file), sample.bytes);
    if (flags.keep) {
      await writeFile(join(folder, `${sample.file}.truth.json`), JSON.stringify(sample.truth, null, 1));
      if (sample.original) await writeFile(join(folder, `${sample.file}.original.pdf`), sample.original.pdf);
    }
    made.push(sample);
  }
  await printer.close();
  return made;
}

async function readAll(call: string, format: SampleFormat, own: readonly Sample[]): Promise<void> {
  const out = scratch();
  const run = await measuredRun([
    'screen',
    resolve(folder, call, format),
    '--call',
    call,
    '--as-of',
    '2022-12-31',
    ...(flags.ocrModels ? ['--ocr-models', resolve(flags.ocrModels)] : []),
    '--out',
    out,
  ]);
  if (run.code === 2 || run.code === null) throw new Error(run.stderr);
  const results = resultsSchema.parse(JSON.parse(await readFile(join(out, 'results.json'), 'utf8')));
  let pages = 0;
  for (const sample of own) {
    // Photos come in an archive, and their filing is named by the first.
    const own = results.filings.filter(({ file }) => file.split('!/')[0]?.endsWith(`/${sample.file}`));
    const [filing] = own.toSorted((a, b) => b.pages - a.pages);
    if (!filing) throw new Error(`no result for ${sample.file}`);
    if (own.length > 1) process.stdout.write(`${sample.file}: ${own.length} filings instead of one\n`);
    pages += filing.pages;
    await score(sample, filing);
  }
  runs.set(format, [...(runs.get(format) ?? []), { run, pages }]);
}

async function score(sample: Sample, filing: FilingResult): Promise<void> {
  const { format } = sample.truth;
  const result = scoreReading(sample, filing, await placeReaderFor(sample));
  scores.set(format, [...(scores.get(format) ?? []), result]);
}
