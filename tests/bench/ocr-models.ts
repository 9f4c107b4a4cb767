import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { z } from 'zod';
import { makeBatch, openKits } from '../../corpus/generate/plan.ts';
import { Printer } from '../../corpus/generate/print.ts';
import { ownModels } from '../../extractors/ocr/engines/model-folder.ts';
import { scratch } from '../command.ts';
import { printedPages } from './extract/original-text.ts';
import { distance, folded, missing } from './extract/text-distance.ts';

/**
 * `npm run bench:ocr-models -- --models dirA dirB`: reads the same fresh pages (clean and poor scans, photos) with
 * several sets of PP-OCR models in one run, and with RapidOCR's own pipeline where a Python that has it is named.
 */
const flags = new Command('bench:ocr-models')
  .option('--models <dirs...>', 'folders of models; the built-in ones by default')
  .option('--seed <n>', 'seed of chance', '1')
  .option('--pages <n>', 'pages of each quality', '4')
  .option('--qualities <names...>', 'scan, poor-scan, photo, poor-photo', ['scan', 'poor-scan', 'photo'])
  .option('--python <path>', 'a Python with rapidocr, to read the same pages')
  .parse()
  .opts<{ models?: string[]; seed: string; pages: string; qualities: Quality[]; python?: string }>();

type Quality = 'scan' | 'poor-scan' | 'photo' | 'poor-photo';

const readSchema = z.object({
  texts: z.array(z.string()),
  cpu: z.array(z.number()),
  peakMb: z.number(),
});

const run = promisify(execFile);
const here = fileURLToPath(new URL('ocr-models/', import.meta.url));
const readers = [
  ...(flags.models ?? [ownModels()]).map((folder) => ({
    name: folder,
    command: [process.execPath, '--import', 'tsx', join(here, 'read-pages.ts'), folder],
  })),
  ...(flags.python
    ? [{ name: 'RapidOCR (Python)', command: [flags.python, join(here, 'rapidocr_pages.py')] }]
    : []),
];

const titles = [
  'quality, pages',
  'models',
  'wrong in reading order',
  'wrong in bag',
  'CPU s/page',
  'peak MB',
];
console.log(`| ${titles.join(' | ')} |\n|${' --- |'.repeat(titles.length)}`);
for (const quality of flags.qualities) {
  const folder = join(scratch(), quality);
  await mkdir(folder);
  const wanted = await pagesOf(quality, folder);
  const all = wanted.reduce((sum, text) => sum + text.length, 0);
  const share = (part: number) => `${((100 * part) / all).toFixed(2)}%`;
  for (const { name, command } of readers) {
    const [program = '', ...args] = command;
    const { stdout } = await run(program, [...args, folder, String(wanted.length)], { maxBuffer: 2 ** 26 });
    const { texts, cpu, peakMb } = readSchema.parse(JSON.parse(stdout));
    let [ordered, bag] = [0, 0];
    for (const [i, text] of wanted.entries()) {
      const got = folded(texts[i] ?? '');
      ordered += distance(text, got);
      bag += Math.max(missing(text, got), missing(got, text));
    }
    const seconds = cpu.reduce((sum, value) => sum + value, 0) / cpu.length;
    const cells = [`${quality}, ${wanted.length}`, name, share(ordered), share(bag), seconds.toFixed(2)];
    console.log(`| ${[...cells, Math.round(peakMb)].join(' | ')} |`);
  }
}

/** Writes fresh pages of one quality as 0.jpg … and gives their printed texts; of each filing its fullest pages. */
async function pagesOf(quality: Quality, folder: string): Promise<string[]> {
  const printer = await Printer.open();
  const kits = await openKits();
  const wanted = Number(flags.pages);
  const texts: string[] = [];
  const plan = { seed: Number(flags.seed), count: wanted, spoilt: 0, formats: [quality] };
  for await (const { original } of makeBatch(kits, plan, printer)) {
    if (!original) continue;
    const pages = (await printedPages(original.pdf))
      .map(({ chars }, i) => ({
        jpeg: original.pages[i]!.jpeg,
        text: folded(chars.map(({ text }) => text).join('')),
      }))
      .filter(({ text }) => text.length > 200);
    // The first page is a form's table or cover, the second what the applicant wrote.
    for (const page of pages.slice(0, 2)) {
      if (texts.length === wanted) break;
      await writeFile(join(folder, `${texts.length}.jpg`), page.jpeg);
      texts.push(page.text);
    }
    if (texts.length === wanted) break;
  }
  await printer.close();
  return texts;
}
