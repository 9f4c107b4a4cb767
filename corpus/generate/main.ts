import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { exampleAwards } from '../awards/example-awards.ts';
import { formats, photoFormats, type SampleFormat, type Truth } from './generate.ts';
import { makeBatch, openKits } from './plan.ts';
import { Printer } from './print.ts';

/** `npm run generate -- --seed 1 --count 20 --out dir`: fresh filings and the truth beside them. */
const flags = new Command('generate')
  .option('--seed <n>', 'seed of chance', '1')
  .option('--count <n>', 'filings', '20')
  .option('--out <dir>', 'folder', 'out/generated')
  .option('--calls <ids...>', 'calls (all unless told)')
  .option('--formats <names...>', `formats (${[...formats, ...photoFormats].join(', ')})`)
  .option('--spoilt <share>', 'share with a planted defect', '0.5')
  .parse()
  .opts<{
    seed: string;
    count: string;
    out: string;
    calls?: string[];
    formats?: SampleFormat[];
    spoilt: string;
  }>();

const kits = await openKits(flags.calls);
const awards = await exampleAwards(kits.map((kit) => kit.pack));
const printer = await Printer.open();
const truths = new Map<string, Truth[]>();
try {
  const options = {
    seed: Number(flags.seed),
    count: Number(flags.count),
    spoilt: Number(flags.spoilt),
    awards,
    ...(flags.formats ? { formats: flags.formats } : {}),
  };
  for await (const sample of makeBatch(kits, options, printer)) {
    const folder = join(flags.out, sample.truth.call, 'filings');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, sample.file), sample.bytes);
    truths.set(sample.truth.call, [...(truths.get(sample.truth.call) ?? []), sample.truth]);
    process.stderr.write(`${sample.truth.call}  ${sample.file}  ${sample.bytes.length}\n`);
  }
} finally {
  await printer.close();
}
for (const [call, list] of truths)
  await writeFile(join(flags.out, call, 'truth.json'), `${JSON.stringify(list, null, 1)}\n`);
