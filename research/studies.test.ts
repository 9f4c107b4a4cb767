import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedAwardLists } from '../corpus/firms/generated-awards.ts';
import { readAwardBytes } from '../lists/awards/read-awards.ts';
import { storeAwards } from '../pipeline/award-lists.ts';
import { productFolder } from '../pipeline/versions.ts';
import { openStore } from '../store/open-store.ts';
import { collect } from './collect/collect.ts';
import { writeExport } from './export/write-export.ts';
import { ask } from './warehouse/query.ts';
import { buildWarehouse, lock, type Warehouse } from './warehouse/warehouse.ts';

/** The studies of docs/research.md, run on an export as a scholar runs them, against the same questions in SQL. */

const folder = mkdtempSync(join(tmpdir(), 'chushen-studies-'));
let warehouse: Warehouse;

beforeAll(async () => {
  const opening = await openStore(':memory:');
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  for (const { name, csv } of generatedAwardLists(5, 100, 8))
    await storeAwards(store.awards, {
      file: name,
      ...(await readAwardBytes(name, new TextEncoder().encode(csv))),
    });
  const collected = await collect({ store, packs: new Map() });
  await store.close();
  await writeExport(collected, folder, '0');
  warehouse = await buildWarehouse(collected);
  await lock(warehouse);
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

async function rowsOf(sql: string) {
  const result = await ask(warehouse, sql);
  if (!result.ok) throw new Error(result.message.en);
  return result.rows;
}

/** What a study prints; `undefined` only on a machine without Python. */
function study(script: string, ...flags: readonly string[]) {
  const run = spawnSync('python3', [join(productFolder(), 'docs', 'research', script), folder, ...flags], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (run.error && 'code' in run.error && run.error.code === 'ENOENT') return undefined;
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout);
}

test('diffusion: provinces reached by a mode agree with SQL', async () => {
  const figure = join(folder, 'diffusion.svg');
  const told = study('diffusion.py', '平台化设计', figure);
  if (!told) return;
  const [counts] = await rowsOf("select count(*), count(province) from awards where category = '平台化设计'");
  expect([told.listings, told.placed]).toEqual(counts);
  const reached = await rowsOf(
    `select y.year, count(distinct a.province) from (select distinct year from panel_region_year) y
     join awards a on a.year <= y.year and a.category = '平台化设计'
     where y.year <= (select max(year) from awards where category = '平台化设计')
     group by y.year order by y.year`,
  );
  expect(told.provinces).toEqual(reached);
  expect(readFileSync(figure, 'utf8')).toContain('</svg>');
});

test('repeat winners: the distribution agrees with SQL', async () => {
  const told = study('repeat_winners.py', join(folder, 'repeats.svg'));
  if (!told) return;
  const times = await rowsOf(
    'select times_listed, count(*) from firms where merged_into is null and times_listed > 0 group by 1 order by 1',
  );
  expect(told.times).toEqual(times);
  expect(told.listings).toBe((await rowsOf('select count(*) from awards'))[0]?.[0]);
});

test('difference in differences: an effect that was put in is found again', async () => {
  const panel = await rowsOf('select firm, year, first_listed from panel_firm_year');
  // Every firm has its own level, every year its own shock, and being listed first in 2009 adds 3.
  const outcomes = panel.map(
    ([firm, year, first]) =>
      `${firm},${year},${String(firm).length + Number(year) * 2 + (first === 2009 && Number(year) > 2009 ? 3 : 0)}`,
  );
  const file = join(folder, 'outcomes.csv');
  writeFileSync(file, `firm,year,value\n${outcomes.join('\n')}\n`);
  const told = study('did.py', '2009', '--outcome', file, join(folder, 'did.svg'));
  if (!told) return;
  expect(told.effect).toBeCloseTo(3, 9);
  const [counts] = await rowsOf(`select count(distinct firm) filter (where first_listed = 2009),
    count(distinct firm) filter (where first_listed is null or first_listed > 2010) from panel_firm_year`);
  expect([told.treated, told.control]).toEqual(counts);
});
