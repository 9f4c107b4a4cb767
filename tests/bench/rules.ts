import { join } from 'node:path';
import { Command } from 'commander';
import { formats, type SampleFormat } from '../../corpus/generate/generate.ts';
import { openKits } from '../../corpus/generate/plan.ts';
import { Printer } from '../../corpus/generate/print.ts';
import { judgeBatches, judgePackages } from './rules/judge-together.ts';
import { judgeByKeywords } from './rules/keywords.ts';
import { makeCases, readCases } from './rules/make-cases.ts';
import { printScores, type ScoredFormat } from './rules/print-scores.ts';
import { addFiling, noScore } from './rules/score-rules.ts';
import { runScreen } from './run-screen.ts';

/**
 * `npm run bench:rules -- --seed 9001`: for each rule and format a filing with one planted defect, packages that
 * lack an annex, and batches with faulty lists, judged by the built command. Prints how many defects failed
 * their own rule, how many other rules failed, and how many filings with a planted rule that binds were let through
 * (`passed` or `remarked`), which must be none.
 */
const flags = new Command('bench:rules')
  .option('--seed <n>', 'seed of chance', '1000')
  .option('--formats <names...>', `formats (${formats.join(', ')})`, ['pdf', 'docx'])
  .option('--calls <ids...>', 'calls')
  .option('--defects <ids...>', 'only these defects of the profiles')
  .option('--scans <n>', 'scanned filings of a call and format', '8')
  .option('--most <n>', 'filings of a call and other format, all defects unless told')
  .option('--parts <names...>', 'filings, packages, batches', ['filings', 'packages', 'batches'])
  .option('--again', 'judge the filings an earlier run with this seed made')
  .option('--open', 'list the verdicts that a document could settle and that stayed open')
  .parse()
  .opts<{
    seed: string;
    formats: SampleFormat[];
    calls?: string[];
    defects?: string[];
    scans: string;
    most?: string;
    parts: string[];
    again?: boolean;
    open?: boolean;
  }>();

const folder = join(process.cwd(), 'out', `rules-${flags.seed}`);
const scored: ScoredFormat[] = [];
const kits = await openKits(flags.calls);
for (const kit of flags.parts.includes('filings') ? kits : []) {
  const cases = flags.again
    ? await readCases(kit, folder)
    : await makeCases(kit, {
        seed: Number(flags.seed),
        formats: flags.formats,
        scans: Number(flags.scans),
        ...(flags.most ? { most: Number(flags.most) } : {}),
        folder,
        ...(flags.defects ? { defects: flags.defects } : {}),
      });
  if (cases.length === 0) continue;
  const call = kit.pack.call.id;
  const run = await runScreen(kit.pack, join(folder, call, 'filings'));
  const scores = new Map(cases.map(({ truth }) => [truth.format, noScore()]));
  for (const { truth, text } of cases)
    addFiling(scores.get(truth.format)!, truth, run.of(truth.file), judgeByKeywords(kit.pack, text));
  for (const [format, score] of scores) scored.push({ call, format, score });
  process.stderr.write(`${call}: ${cases.length} filings in ${run.seconds.toFixed(0)} s\n`);
}
const printer = await Printer.open();
const seed = Number(flags.seed);
for (const kit of flags.parts.includes('packages') ? kits : [])
  scored.push(await judgePackages(kit, seed, folder, printer));
for (const kit of flags.parts.includes('batches') ? kits : [])
  scored.push(await judgeBatches(kit, seed, folder, printer));
await printer.close();
printScores(scored, flags.open === true);
