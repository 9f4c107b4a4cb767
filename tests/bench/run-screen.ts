import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../calls/schema/index.ts';
import { type FilingResult, type Results, resultsSchema } from '../../core/results.ts';
import { exampleLists } from '../../corpus/awards/example-awards.ts';
import { chushen, scratch } from '../command.ts';

export interface ScreenRun {
  /** The result of a file of the folder, by its name. */
  readonly of: (file: string) => FilingResult;
  readonly batch: Results['batch']['findings'];
  readonly seconds: number;
}

/** Runs the built command on a folder of filings of one call, as of the call's last deadline; `more`: further flags. */
export async function runScreen(
  { call }: Pack,
  folder: string,
  more: readonly string[] = [],
): Promise<ScreenRun> {
  const out = scratch();
  const asOf = call.deadlines
    .map(({ at }) => at.slice(0, 10))
    .sort()
    .at(-1)!;
  const started = Date.now();
  const run = await chushen([
    'screen',
    folder,
    '--call',
    call.id,
    '--awards',
    ...exampleLists(),
    '--as-of',
    asOf,
    '--out',
    out,
    ...more,
  ]);
  const seconds = (Date.now() - started) / 1000;
  if (run.code === 2) throw new Error(run.stderr);
  const { filings, batch } = resultsSchema.parse(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')));
  return {
    seconds,
    batch: batch.findings,
    of(file) {
      const found = filings.find((filing) => filing.file.endsWith(`/${file}`));
      if (!found) throw new Error(`no result for ${file}`);
      return found;
    },
  };
}
