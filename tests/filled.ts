import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Results, resultsSchema } from '../core/results.ts';
import { productFolder } from '../pipeline/versions.ts';
import { chushen, type Run, scratch } from './command.ts';

/** Small filings for tests of whole runs: a call's blank form with some places filled in. */

export type Values = Readonly<Record<string, string>>;

/** The blank form as HTML; a value fills its place, or ticks its option; all else stays empty. */
export function filled(call: string, values: Values): string {
  const blank = readFileSync(join(productFolder(), 'calls', 'packs', call, 'blank-form.html'), 'utf8');
  return blank
    .replace(/\{\{([a-z0-9_]+)=([^}]+)\}\}/g, (_, key: string, option: string) =>
      values[key] === option ? '☑' : '☐',
    )
    .replace(/\{\{([a-z0-9_]+)[^}]*\}\}/g, (_, key: string) => values[key] ?? '');
}

/** A fresh folder with some files; names may hold folders. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = scratch();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Screens some paths and reads the results as the contract has them; the store lies in `cwd`, a fresh folder unless told. */
export async function screened(
  call: string,
  paths: readonly string[],
  flags: readonly string[] = [],
  cwd?: string,
): Promise<{ run: Run; results: Results; out: string }> {
  const out = scratch();
  const run = await chushen(
    ['screen', ...paths, '--call', call, '--out', out, '--as-of', '2022-01-10', ...flags],
    cwd === undefined ? {} : { cwd },
  );
  const results = resultsSchema.parse(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')));
  return { run, results, out };
}
