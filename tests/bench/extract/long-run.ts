import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sample } from '../../../corpus/generate/generate.ts';
import { bindPages, scanStyles } from '../../../corpus/generate/scan.ts';
import { scratch } from '../../command.ts';
import { type MeasuredRun, measuredRun } from './measured-run.ts';

/** Binds scanned pages into two books of half the pages each and reads them with one worker, then with two. */
export async function longRun(scans: readonly Sample[], pages: number): Promise<void> {
  const source = scans.find(({ truth }) => truth.format === 'scan');
  const pictures = scans.flatMap(({ truth, original }) =>
    truth.format === 'scan' ? original!.pages.map((page) => page.jpeg) : [],
  );
  if (!source || pictures.length === 0) return;
  const folder = join(scratch(), 'books');
  await mkdir(folder);
  const half = Math.ceil(pages / 2);
  for (const name of ['a', 'b']) {
    const book = Array.from({ length: half }, (_, i) => pictures[i % pictures.length]!);
    // The pages of the second book stand in another order, so that it is not the same document.
    if (name === 'b') book.reverse();
    await writeFile(join(folder, `${name}.pdf`), await bindPages(book, scanStyles.clean.dpi));
  }
  console.log(
    `\n| ${half * 2} scanned pages | s/page | CPU s/page | peak MB | MB at 1/4, 1/2, 3/4 of the time |\n|${' --- |'.repeat(5)}`,
  );
  for (const jobs of ['1', '2']) {
    const run = await measuredRun([
      'screen',
      folder,
      '--call',
      source.truth.call,
      '--jobs',
      jobs,
      '--timeout',
      '7200',
      '--out',
      scratch(),
    ]);
    if (run.code === 2 || run.code === null) throw new Error(run.stderr);
    const each = (seconds: number) => (seconds / (half * 2)).toFixed(2);
    console.log(
      `| ${jobs} worker${jobs === '1' ? '' : 's'} | ${each(run.seconds)} | ${each(run.cpuSeconds)} | ${Math.round(run.peakMb)} | ${along(run)} |`,
    );
  }
}

function along({ memory }: MeasuredRun): string {
  return [0.25, 0.5, 0.75]
    .map((part) => Math.round(memory[Math.floor(memory.length * part)]?.mb ?? 0))
    .join(', ');
}
