import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedAwardLists } from '../../corpus/firms/generated-awards.ts';
import { parseCsv } from '../../extractors/sheets/csv.ts';
import { readAwardBytes } from '../../lists/awards/read-awards.ts';
import { storeAwards } from '../../pipeline/award-lists.ts';
import { productFolder } from '../../pipeline/versions.ts';
import { openStore } from '../../store/open-store.ts';
import { charts } from '../charts/charts.ts';
import { answersOf } from '../charts/trends-data.ts';
import { collect } from '../collect/collect.ts';
import { buildWarehouse } from '../warehouse/warehouse.ts';
import { writeExport } from './write-export.ts';

/** The same totals in the page's figures, CSV, Parquet, R and Python; the interpreters only where they are there. */

const folder = mkdtempSync(join(tmpdir(), 'chushen-totals-'));
const data = join(folder, 'data');
let listed = 0;
let byYear: (readonly unknown[])[] = [];

beforeAll(async () => {
  const opening = await openStore(':memory:');
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  for (const { name, csv } of generatedAwardLists(17, 60, 8))
    await storeAwards(store.awards, {
      file: name,
      ...(await readAwardBytes(name, new TextEncoder().encode(csv))),
    });
  const collected = await collect({ store, packs: new Map() });
  await store.close();
  await writeExport(collected, data, '0');
  const [page] = await answersOf(
    collected,
    charts.filter(({ id }) => id === 'listings'),
  );
  const at = (name: string) => page?.columns.indexOf(name) ?? -1;
  const sums = new Map<unknown, number>();
  for (const row of page?.rows ?? [])
    sums.set(row[at('year')], (sums.get(row[at('year')]) ?? 0) + Number(row[at('listed')]));
  byYear = [...sums].sort(([a], [b]) => Number(a) - Number(b));
  listed = byYear.reduce((all, [, n]) => all + Number(n), 0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program prints; `undefined` where it is not on this machine. */
function printed(program: string, words: readonly string[]): string | undefined {
  const run = spawnSync(program, [...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (run.error && 'code' in run.error && run.error.code === 'ENOENT') return undefined;
  expect([program, run.status, run.stderr]).toEqual([program, 0, '']);
  return run.stdout;
}

test('CSV and Parquet have the totals of the page', async () => {
  expect(listed).toBeGreaterThan(100);
  const [head = [], ...rows] = parseCsv(readFileSync(join(data, 'csv', 'awards.csv'), 'utf8'));
  const year = head.indexOf('year');
  const count = (of: unknown) => rows.filter((row) => row[year] === String(of)).length;
  expect(byYear.map(([of]) => [of, count(of)])).toEqual(byYear);
  const warehouse = await buildWarehouse({});
  const file = join(data, 'parquet', 'awards.parquet');
  const asked = await warehouse.connection.runAndReadAll(
    `select year, count(*)::integer from '${file}' group by 1 order by 1`,
  );
  warehouse.close();
  expect(asked.getRows()).toEqual(byYear);
});

test('R: setup.R reads every table, and the totals are those of the page', () => {
  const script = join(folder, 'totals.R');
  writeFileSync(
    script,
    'folder <- "data"\nsource(file.path(folder, "setup.R"))\nfor (y in sort(unique(awards$year))) cat(y, sum(awards$year == y), "\\n")\ncat("panel", sum(panel_firm_year$listed), class(awards$list_date), is.logical(panel_firm_year$treated), "\\n")\n',
  );
  const told = printed('Rscript', ['--vanilla', script]);
  if (told === undefined) return;
  const lines = told
    .trim()
    .split('\n')
    .map((line) => line.trim());
  expect(lines.slice(0, -1)).toEqual(byYear.map((row) => row.join(' ')));
  expect(lines.at(-1)).toBe(`panel ${listed} Date TRUE`);
});

test('R: the lines of docs/research.md run and draw', () => {
  const page = readFileSync(join(productFolder(), 'docs', 'research.md'), 'utf8');
  const code = /```r\n(.*?)```/su.exec(page)?.[1] ?? '';
  expect(code).toContain('barplot');
  const script = join(folder, 'page.R');
  writeFileSync(script, `pdf("page.pdf")\n${code}cat(tail(reached, 1), "\\n")\n`);
  const told = printed('Rscript', ['--vanilla', script]);
  if (told === undefined) return;
  expect(Number(told.trim())).toBeGreaterThan(0);
  expect(existsSync(join(folder, 'page.pdf'))).toBe(true);
});

test('Python: setup.py reads every table with pandas, and the totals are those of the page', () => {
  if (spawnSync('python3', ['-c', 'import pandas'], { encoding: 'utf8' }).status !== 0) return;
  const told = printed('python3', [
    '-c',
    'import sys; sys.path.insert(0, "data")\nfrom setup import load\nt = load("data")\nprint([[int(y), int(n)] for y, n in t["awards"].groupby("year").size().items()])\nprint(int(t["panel_firm_year"].listed.sum()))',
  ]);
  expect(told?.trim().split('\n')).toEqual([
    JSON.stringify(byYear).replaceAll(',', ', ').replaceAll('],[', '], ['),
    String(listed),
  ]);
});
